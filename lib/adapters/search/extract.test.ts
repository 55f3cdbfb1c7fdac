import { describe, expect, it } from 'vitest'
import { extractOf, markAll } from './extract'
import { parseQuery } from './query'

const plain = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('')
const hits = (pieces: { text: string; hit: boolean }[]) => pieces.filter((piece) => piece.hit).map((piece) => piece.text)
const filler = 'Nothing of note was said that day in the hall. '.repeat(40)

describe('extracts', () => {
  it('marks words as they are written, in whatever form they were typed', () => {
    expect(markAll('Café owners’ tariffs: Café', parseQuery('cafe tariff'))).toEqual([
      { text: 'Café', hit: true },
      { text: ' owners’ ', hit: false },
      { text: 'tariffs', hit: true },
      { text: ': ', hit: false },
      { text: 'Café', hit: true },
    ])
  })

  it('marks a phrase whole and its words alone not at all', () => {
    expect(hits(markAll('trade talks, on trade the talks', parseQuery('"trade talks"')))).toEqual(['trade talks'])
  })

  it('marks parts of sentences that have no spaces', () => {
    expect(hits(markAll('新闻网站今天开放', parseQuery('网站今')))).toEqual(['网站今'])
    expect(hits(markAll('新闻网站今天开放', parseQuery('放')))).toEqual(['放'])
  })

  it('shows the standfirst when it says it all, else the passage of the body that says most', () => {
    expect(plain(extractOf('Water and trade.', 'Water here.', parseQuery('water trade')))).toBe('Water and trade.')
    const found = extractOf('Only water.', `${filler}Here water met trade at last. ${filler}`, parseQuery('water trade'))
    expect(hits(found)).toEqual(['water', 'trade'])
    expect(plain(found)).toMatch(/^… .*Here water met trade at last\..* …$/)
    expect(plain(found).length).toBeLessThan(260)
  })

  it('shows the standfirst, or the beginning, when neither says anything', () => {
    expect(plain(extractOf('Only water.', filler, parseQuery('khan')))).toBe('Only water.')
    expect(plain(extractOf('', filler, parseQuery('khan')))).toMatch(/^Nothing of note.* …$/)
    expect(extractOf('', '', parseQuery('khan'))).toEqual([])
  })

  it('cuts no letter in two', () => {
    const found = extractOf('', '😀'.repeat(500) + ' water ' + '😀'.repeat(500), parseQuery('water'))
    expect(plain(found).isWellFormed()).toBe(true)
    expect(hits(found)).toEqual(['water'])
  })

  it('is quick with a very long body', () => {
    const began = performance.now()
    extractOf('', 'water '.repeat(200_000), parseQuery('water trade border market'))
    expect(performance.now() - began).toBeLessThan(1_500)
  })
})
