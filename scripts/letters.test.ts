import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { common, rare } from './letters'

/** The files that app/(site)/fonts.ts names, each with the letters it is asked for. Next wants them written out there. */
const fonts = [...readFileSync('app/(site)/fonts.ts', 'utf8').matchAll(/fonts\/([a-z-]+)\.woff2[\s\S]*?unicode-range', value: '([^']+)'/g)].map(([, file, ranges]) => ({ file: file!, ranges: ranges! }))

function holds(ranges: string, letter: string): boolean {
  const code = letter.codePointAt(0)!
  return ranges.split(', ').some((one) => {
    const [from, to = from] = one.slice(2).split('-').map((hex) => Number.parseInt(hex, 16))
    return code >= from! && code <= to!
  })
}

describe('the fonts', () => {
  it('are three faces in two files each', () => {
    expect(fonts.map(({ file }) => file).sort()).toEqual(['headline', 'headline-rare', 'italic', 'italic-rare', 'text', 'text-rare'])
  })

  it.each(fonts)('$file is asked for the letters that it was cut with, and for none of the other file', ({ file, ranges }) => {
    const [own, others] = file.endsWith('-rare') ? [rare, common] : [common, rare]
    expect([...own].filter((letter) => !holds(ranges, letter))).toEqual([])
    expect([...others].filter((letter) => holds(ranges, letter))).toEqual([])
  })
})
