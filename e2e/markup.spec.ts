import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { LIVE_STORY, PLACES, read } from './pages/places'

const JAR = 'node_modules/vnu-jar/build/dist/vnu.jar'
const hasJava = spawnSync('java', ['-version']).status === 0

interface Message {
  type: 'error' | 'info' | 'non-document-error'
  url: string
  message: string
  extract?: string
}

test('the Nu HTML checker finds no error on any kind of page', async ({ request }) => {
  test.skip(!hasJava, 'the checker needs Java')
  test.setTimeout(120_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-markup-'))
  const places: Record<string, string> = { ...PLACES, 'live story': LIVE_STORY, missing: '/no-such-thing', month: '/archive' }
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
