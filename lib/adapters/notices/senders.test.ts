import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tellIndexNow } from './index-now'
import { openHub, openIndexNow, type TestReceiver } from './testing'
import { tellHub } from './websub'

const NOW = new Date('2026-03-20T12:00:00Z')
const SOON_MS = 150
const KEY = 'a-key-of-our-own-1'
const site = { origin: 'https://news.example', key: KEY }

/** An address where nobody listens: a port that was free a moment ago. */
async function deserted(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/`
}

describe('IndexNow', () => {
  let engine: TestReceiver
  const tell = (addresses: string[], sender = site) => tellIndexNow(engine.url, sender, addresses, NOW)
  beforeEach(async () => {
    engine = await openIndexNow('news.example', KEY)
  })
  afterEach(() => engine.close())

  it('takes all addresses in one post', async () => {
    const addresses = ['https://news.example/world/a', 'https://news.example/world/caf%C3%A9']
    expect(await tell(addresses)).toMatchObject({ state: 'sent', words: 'Accepted (200).' })
    expect(engine.taken).toEqual([addresses])
  })

  it('takes ten thousand', async () => {
    const addresses = Array.from({ length: 10_000 }, (_, i) => `https://news.example/world/${i}`)
    expect((await tell(addresses)).state).toBe('sent')
    expect(engine.asked).toBe(1)
  })

  it('says in plain words what is wrong with a key or an address', async () => {
    expect(await tell(['https://news.example/a'], { ...site, key: 'another-key-2' })).toMatchObject({ state: 'refused', words: 'The key file could not be read, or does not hold the key: https://news.example/another-key-2.txt (403).' })
    expect(await tell(['https://elsewhere.example/a'])).toMatchObject({ state: 'refused', words: 'The addresses do not belong to this site, or the key is not the one of its file (422).' })
    expect(await tell([])).toMatchObject({ state: 'refused', words: 'The notice was not understood (400).' })
    expect(engine.taken).toEqual([])
  })

  it.each([
    [202, {}, 'sent', 0],
    [429, { 'Retry-After': '600' }, 'waiting', 600_000],
    [429, { 'Retry-After': 'Fri, 20 Mar 2026 13:00:00 GMT' }, 'waiting', 3_600_000],
    [500, {}, 'waiting', 0],
    [503, { 'Retry-After': '5' }, 'waiting', 5_000],
  ])('hears %i %j: %s, %i ms', async (status, headers, state, waitMs) => {
    engine.manner = { status, headers: headers as Record<string, string> }
    expect(await tell(['https://news.example/a'])).toMatchObject({ state, waitMs })
  })

  it('does not follow to another address', async () => {
    const other = await openIndexNow('news.example', KEY)
    engine.manner = { status: 307, headers: { Location: other.url } }
    expect(await tell(['https://news.example/a'])).toMatchObject({ state: 'refused', words: 'It points to another address, which is not followed (307).' })
    expect(other.asked).toBe(0)
    other.close()
  })

  it('does not wait for ever', async () => {
    engine.manner = 'silent'
    expect(await tellIndexNow(engine.url, site, ['https://news.example/a'], NOW, SOON_MS)).toMatchObject({ state: 'waiting', words: 'No answer within 0.15 seconds.', isDown: true })
  })

  it('says that nobody listens', async () => {
    expect(await tellIndexNow(await deserted(), site, ['https://news.example/a'], NOW)).toMatchObject({ state: 'waiting', words: 'Could not be reached: nobody listens there.', isDown: true })
  })
})

describe('WebSub', () => {
  let hub: TestReceiver
  const feeds = Array.from({ length: 10 }, (_, i) => `https://news.example/world-${i}/feed.xml?a=b&c`)
  const states = async (limitMs?: number) => (await tellHub(hub.url, feeds, NOW, limitMs)).map(({ state }) => state)
  beforeEach(async () => {
    hub = await openHub()
  })
  afterEach(() => hub.close())

  it('tells of each feed in a post of its own, four at a time', async () => {
    hub.manner = 'silent'
    const told = states()
    await hub.heard(4)
    hub.manner = 'well'
    hub.speak()
    expect(await told).toEqual(feeds.map(() => 'sent'))
    expect(hub.taken.flat().sort()).toEqual(feeds)
    expect(hub.mostAtOnce).toBe(4)
  })

  it.each([
    [200, 'sent', 10],
    [202, 'sent', 10],
    [400, 'refused', 10],
    [404, 'refused', 10],
    [500, 'waiting', 10],
  ])('hears %i of each: %s', async (status, state, asked) => {
    hub.manner = { status }
    expect(await states()).toEqual(feeds.map(() => state))
    expect(hub.asked).toBe(asked)
  })

  it.each<[string, TestReceiver['manner']]>([
    ['says nothing', 'silent'],
    ['is busy', { status: 429 }],
    ['asks to wait', { status: 503, headers: { 'Retry-After': '60' } }],
  ])('does not go on asking a hub that %s', async (_, manner) => {
    hub.manner = manner
    expect(await states(manner === 'silent' ? SOON_MS : undefined)).toEqual(feeds.map(() => 'waiting'))
    expect(hub.asked).toBeLessThanOrEqual(4)
  })
})
