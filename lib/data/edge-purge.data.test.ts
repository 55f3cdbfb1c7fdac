import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

let payload: Payload
let edge: Server
let heard: string[]
let isUp = true
/** The second of a test begins where the one before ended, so that nothing of it is told again. */
let now = Date.now()

const PROCESSES = ['a', 'b'] as const

/** The module as another process would have it: with a memory of its own, on the same database. */
async function asProcess(name: (typeof PROCESSES)[number]) {
  const tellings = ((globalThis as Record<string, unknown>)[`edges of ${name}`] ??= { holder: name, tellings: new Map(), timer: null })
  vi.resetModules()
  Object.assign(globalThis, { [Symbol.for('dateline.edges')]: tellings })
  return import('./edge-purge')
}

const change = (expire: string[], refresh: string[] = [], at = now) =>
  sqlOf(payload).run(sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES (${at}, ${JSON.stringify(expire)}, ${JSON.stringify(refresh)}, NULL)`)

async function beat(name: (typeof PROCESSES)[number], after: number) {
  now += after
  await (await asProcess(name)).tellEdges(new Date(now))
}

beforeAll(async () => {
  payload = await openTestCms()
  edge = createServer((request, response) => {
    if (!isUp) return void response.writeHead(503).end('out of order')
    heard.push(`${request.headers['x-purge-soft'] ? 'soft ' : ''}${String(request.headers['surrogate-key'])}`)
    response.end('Forgotten')
  })
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve))
  process.env.EDGE_PURGE = `varnish+http://127.0.0.1:${(edge.address() as AddressInfo).port}`
  process.env.EDGE_TOKEN = 'secret'
})
afterAll(async () => {
  edge.closeAllConnections()
  edge.close()
  await payload.destroy()
})
beforeEach(async () => {
  heard = []
  isUp = true
  now += 10 * 60_000
  for (const name of PROCESSES) delete (globalThis as Record<string, unknown>)[`edges of ${name}`]
  await sqlOf(payload).run(sql`DELETE FROM changes`)
  await sqlOf(payload).run(sql`DELETE FROM edges`)
})

it('tells an edge of each change at once and twice more, hard and soft', async () => {
  await beat('a', 0)
  await change(['story:1', 'latest'], ['mention:2', 'latest', 'aside', 'trending'])
  await beat('a', 10)
  // Nothing of what stands beside every story: all pages there are would be asked for at once.
  expect(heard).toEqual(['story:1 latest', 'soft mention:2'])
  await beat('a', 100)
  expect(heard).toHaveLength(2)
  await beat('a', 700)
  await beat('a', 3_000)
  expect(heard).toHaveLength(4)
  // By now every clock has heard of it.
  await beat('a', 2_000)
  await beat('a', 10_000)
  expect(heard).toHaveLength(6)
})

it('has one process tell, and another go on when that one has died', async () => {
  await beat('a', 0)
  await beat('b', 10)
  await change(['story:1'])
  await beat('b', 10)
  expect(heard).toEqual([])
  // A is killed before it has told; B takes over when A has been silent for four seconds.
  await beat('b', 5_000)
  expect(heard).toEqual(['story:1'])
})

it('leaves an edge to another process at once when it is told to end', async () => {
  await beat('a', 0)
  await change(['story:1'])
  await (await asProcess('a')).leaveEdges()
  await beat('b', 10)
  expect(heard).toEqual(['story:1'])
})

it('tells again what an edge did not take, and says so to the operator meanwhile', async () => {
  await beat('a', 0)
  isUp = false
  await change(['story:1'])
  await beat('a', 10)
  const { getEdges } = await asProcess('b')
  expect(await getEdges()).toEqual([{ name: process.env.EDGE_PURGE, failingSince: now, problem: 'It answered 503: out of order' }])
  // It was down for longer than changes are told again, and whoever was telling it has been restarted.
  now += 5 * 60_000
  isUp = true
  await beat('b', 0)
  expect(heard).toEqual(['story:1'])
  expect(await getEdges()).toMatchObject([{ failingSince: null, problem: null }])
})

it('tells of what follows from time alone like of any other change', async () => {
  await beat('a', 0)
  const { tellEdgesOf } = await asProcess('a')
  // A pin that ran out is told; the full hour stands on every page, and all of them would be asked for at once.
  tellEdgesOf({ expire: ['front:world'], refresh: ['day', 'weather'] }, new Date(now))
  await beat('a', 0)
  expect(heard).toEqual(['front:world'])
  await beat('a', 1_000)
  await beat('a', 3_000)
  await beat('a', 10_000)
  expect(heard).toEqual(['front:world', 'front:world', 'front:world'])
})

it('tells softly of what stands on every page, and hard when no process shows the old any more', async () => {
  await beat('a', 0)
  await change(['front:home'], ['site'])
  await beat('a', 0)
  expect(heard).toEqual(['front:home', 'soft site'])
  await beat('a', 600)
  await beat('a', 3_000)
  await beat('a', 20_000)
  expect(heard).toHaveLength(6)
  await beat('a', 280_000)
  expect(heard.slice(6)).toEqual(['site'])
})

it('has another process tell the end of it when the one that began has died', async () => {
  await beat('a', 0)
  await change([], ['site'])
  await beat('a', 0)
  await beat('a', 600)
  await beat('a', 5_000)
  await beat('b', 200_000)
  // It does not know how often this was told; it is still time for a soft one.
  expect(heard).toEqual(['soft site', 'soft site', 'soft site', 'soft site'])
  await beat('b', 100_000)
  expect(heard.slice(4)).toEqual(['site'])
})

it('tells of such a change hard at once when the edge hears of it late', async () => {
  await beat('a', 0)
  isUp = false
  await change([], ['site'])
  await beat('a', 0)
  isUp = true
  await beat('a', 400_000)
  expect(heard).toEqual(['site'])
})
