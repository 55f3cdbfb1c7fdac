import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type APIRequestContext } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'
import { LIVE_STORY, PLACES, read } from './pages/places'

const JAR = 'node_modules/vnu-jar/build/dist/vnu.jar'
const hasJava = spawnSync('java', ['-version']).status === 0

interface Message {
  type: 'error' | 'info' | 'non-document-error'
  url: string
  message: string
  extract?: string
}

/** Pages that exist only once somebody has withdrawn, previewed, translated or dated something. */
async function makePlaces(request: APIRequestContext): Promise<Record<string, string>> {
  const editor = await Newsroom.enter(request, 'editor')
  const withdrawn = await editor.publish((await editor.draft(headlineFor('Withdrawn'))).id)
  await editor.publish(withdrawn.id, { withdrawn: true, withdrawalReason: 'It was <not> so & never was.' })
  const hostile = await editor.publish((await editor.draft(headlineFor('A </script><script> & "title"'), { language: 'ur', standfirst: '</p><!-- "\'>' })).id)
  const draft = await editor.draft(headlineFor('Unpublished'))
  const { body } = await editor.ask('POST', `/preview-links/of/${draft.id}`, { note: 'Markup', hours: 24, frozen: false })
  const month = /href="(\/archive\/\d{4}\/\d{2})"/.exec((await read(request, '/archive')).html)![1]!
  const day = new RegExp(`href="(${month}/\\d{2})"`).exec((await read(request, month)).html)![1]!
  const all = [...(await read(request, '/latest')).html.matchAll(/href="(\/(?:opinion|culture|technology|economy|pakistan)\/[a-z0-9-]+)"/g)].map(([, path]) => path!)
  const stories = Object.fromEntries([...new Set(all)].slice(0, 12).map((path) => [`story ${path}`, path]))
  return { withdrawn: `/world/${String(withdrawn.slug)}`, hostile: `/world/${String(hostile.slug)}`, preview: (body.link as { path: string }).path, forged: '/preview/link/forged', month, day, ...stories }
}

test('the Nu HTML checker finds no error on any kind of page', async ({ request }) => {
  test.skip(!hasJava, 'the checker needs Java')
  test.setTimeout(120_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-markup-'))
  const places: Record<string, string> = { ...PLACES, 'live story': LIVE_STORY, missing: '/no-such-thing', malformed: '/%E0%A4%A', 'nothing asked': '/search', 'nothing found': '/search?q=zzxqy', offline: '/offline', ...(await makePlaces(request)) }
  const broken = path.join(folder, 'broken.html')
  writeFileSync(broken, '<!doctype html><html lang="en"><head><title>Broken</title></head><body><p><a><a></p></body></html>')
  const files = [broken]
  for (const [kind, address] of Object.entries(places)) {
    const file = path.join(folder, `${kind.replace(/[^a-z0-9]+/g, '-')}.html`)
    writeFileSync(file, (await read(request, address)).html)
    files.push(file)
  }
  const { stderr } = spawnSync('java', ['-jar', JAR, '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { messages } = JSON.parse(stderr) as { messages: Message[] }
  const wrong = messages.filter(({ type }) => type !== 'info')
  expect(wrong.some(({ url }) => url.endsWith('broken.html')), 'the checker works').toBe(true)
  // It also says that a slash on an empty element has no effect; that is how React writes them.
  const errors = wrong.filter(({ url }) => !url.endsWith('broken.html')).map(({ url, message, extract }) => `${path.basename(url)}: ${message} ${extract ?? ''}`)
  expect(errors).toEqual([])
})
