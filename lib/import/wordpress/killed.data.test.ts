import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'
import { clearNewsroom, move, snapshot } from './testing/move'
import { buildWxr, type ItemInput, type WxrInput } from './wxr/testing/build'

const POSTS = 600
const KILLED_AFTER = [40, 300]

const root = path.resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(path.join(tmpdir(), 'dateline-killed-'))
let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const old: WxrInput = {
  authors: [{ id: 7, login: 'jane', displayName: 'Jane Doe' }],
  terms: [{ taxonomy: 'category', id: 3, slug: 'world', name: 'World' }],
  items: Array.from({ length: POSTS }, (_, i): ItemInput => {
    const at = `2019-05-${String(1 + (i % 28)).padStart(2, '0')} 10:${String(i % 60).padStart(2, '0')}:00`
    return {
      id: i + 1, slug: `story-${i + 1}`, status: 'publish', creator: 'jane', title: `Story ${i + 1}`, date: at, dateGmt: at, modified: at, modifiedGmt: at, link: `https://old.example/story-${i + 1}/`,
      content: `<!-- wp:paragraph -->\n<p>${`The ${i + 1}th story has words of its own. `.repeat(20)}</p>\n<!-- /wp:paragraph -->`, terms: [{ taxonomy: 'category', slug: 'world' }], meta: [],
    }
  }),
}

/** The command as an operator runs it, in a folder of its own. */
function command(...options: string[]): ChildProcess {
  const script = path.join(root, 'scripts/import-wordpress.ts')
  const tsx = path.join(root, 'node_modules/tsx/dist/loader.mjs')
  return spawn(process.execPath, ['--conditions=production', '--no-deprecation', '--import', tsx, script, 'export.xml', ...options], { cwd: folder, env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') }, stdio: ['ignore', 'ignore', 'inherit'] })
}

const ended = (child: ChildProcess) => new Promise<number | NodeJS.Signals | null>((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))

async function countStories(): Promise<number> {
  const [row] = await sqlOf(payload).all<{ n: number }>(sql`SELECT count(*) AS n FROM stories`)
  return Number(row!.n)
}

it('killed with -9 while it writes, and run again, it gives what one run gives', async () => {
  await move(payload, old)
  const expected = await snapshot(payload)
  await clearNewsroom(payload)

  writeFileSync(path.join(folder, 'export.xml'), buildWxr(old))
  const found: number[] = []
  for (const after of KILLED_AFTER) {
    const child = command(...(found.length === 0 ? [] : ['--resume']))
    const by = ended(child)
    while (child.exitCode === null && (await countStories()) < after) await pause(5)
    child.kill('SIGKILL')
    expect(await by).toBe('SIGKILL')
    found.push(await countStories())
  }
  // It was in the middle each time.
  expect(found[0]).toBeLessThan(found[1]!)
  expect(found[1]).toBeLessThan(POSTS)

  expect(await ended(command('--resume'))).toBe(0)
  expect(await snapshot(payload)).toEqual(expected)
}, 180_000)
