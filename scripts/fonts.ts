/**
 * Cuts the fonts out of the Newsreader package: the two files that readers download (the Latin letters a newsroom
 * sets, the weights and optical sizes the styles use), and one of a single weight for drawing share images. Run before `dev` and `build`; quick when done.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const target = path.resolve(import.meta.dirname, '../assets/fonts')

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
const letters = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ĀāĒēĪīŌōŪūŞşĞğİıŚśŻżŁłČčŠšŽžŒœ–—‘’‚“”„…•·→←−×€™'

const faces = [
  {
    file: 'newsreader.woff2',
    source: 'newsreader-latin-opsz-normal.woff2',
    axes: { opsz: { min: 16, max: 60 }, wght: { min: 400, max: 600 } },
  },
  { file: 'newsreader-italic.woff2', source: 'newsreader-latin-opsz-italic.woff2', axes: { opsz: 18, wght: 400 } },
  { file: 'newsreader-headline.ttf', source: 'newsreader-latin-opsz-normal.woff2', axes: { opsz: 60, wght: 550 } },
] as const

const isThere = (file: string) => stat(file).then(() => true, () => false)

await mkdir(target, { recursive: true })
for (const face of faces) {
  const output = path.join(target, face.file)
  if (await isThere(output)) continue
  const source = await readFile(require.resolve(`@fontsource-variable/newsreader/files/${face.source}`))
  const cut = await subsetFont(source, letters, { targetFormat: face.file.endsWith('.ttf') ? 'truetype' : 'woff2', variationAxes: face.axes })
  await writeFile(output, cut)
}
