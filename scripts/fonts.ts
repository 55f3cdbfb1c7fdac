/**
 * Cuts the fonts out of the Newsreader package, before `dev` and `build`; quick when done. A page in English needs three
 * small files: text in the weights of the styles, headlines in one weight of their large cut, italics. The rarer Latin
 * letters have a file beside each, which a browser fetches for a page that has such a letter (`unicode-range`). Share
 * images are drawn with a file of their own.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { common, letters, rare } from './letters'

const require = createRequire(import.meta.url)
const target = path.resolve(import.meta.dirname, '../assets/fonts')

const roman = 'newsreader-latin-opsz-normal.woff2'
const italic = 'newsreader-latin-opsz-italic.woff2'
const cuts = [
  { name: 'text', source: roman, axes: { opsz: 17, wght: { min: 400, max: 600 } } },
  { name: 'headline', source: roman, axes: { opsz: 42, wght: 500 } },
  { name: 'italic', source: italic, axes: { opsz: 18, wght: 400 } },
]
const faces = [
  ...cuts.flatMap(({ name, source, axes }) => [
    { file: `${name}.woff2`, source, axes, letters: common },
    { file: `${name}-rare.woff2`, source, axes, letters: rare },
  ]),
  { file: 'share.ttf', source: roman, axes: { opsz: 60, wght: 550 }, letters },
]

const isThere = (file: string) => stat(file).then(() => true, () => false)

await mkdir(target, { recursive: true })
for (const face of faces) {
  const output = path.join(target, face.file)
  if (await isThere(output)) continue
  const source = await readFile(require.resolve(`@fontsource-variable/newsreader/files/${face.source}`))
  const cut = await subsetFont(source, face.letters, { targetFormat: face.file.endsWith('.ttf') ? 'truetype' : 'woff2', variationAxes: face.axes })
  await writeFile(output, cut)
}
