import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { openHub, openIndexNow, type TestReceiver } from '@/lib/adapters/notices/testing'
import { openNewsroom, type Newsroom } from './newsroom'

const KEY = 'a-key-of-our-own-1'
export const SITE = 'https://news.example'
export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

interface Row {
  address: string
  receiver: string
  reason: string
  state: string
  attempts: number
  due: string | null
  answer: string | null
}

/** The feeds of these pages, as their own `rel=self` names them. */
export const feedsOf = (...pages: string[]) => pages.flatMap((page) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${SITE}${page}/${file}`)).sort()

/** What `beforeAll` opens: there for tests, not before. */
interface Opened {
  room: Newsroom
  engine: TestReceiver
  hub: TestReceiver
  door: typeof import('@/lib/data/notices')
  world: number
  author: number
}

/** A newsroom beside a search engine and a hub, under a clock that only moves when told to; to be called outside of any test. */
export function openNoticesDesk() {
  const opened = {} as Opened
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const sweep = () => opened.door.sendNotices(new Date())
  /** Sends what was noted just now, when it has settled. */
  const settle = async () => {
    pass(5 * SECOND)
    await sweep()
  }
  const settings = (data: object) => opened.room.payload.updateGlobal({ slug: 'settings', data: data as never, depth: 0 })
  const change = (id: number, data: object) => opened.room.payload.update({ collection: 'stories', id, data: { ...data, _status: 'published' } as never, depth: 0 })
  const publish = (headline: string, more: object = {}) => opened.room.story({ headline, section: opened.world, authors: [opened.author], publishedAt: new Date().toISOString(), ...more })
  const withdraw = (id: number) => change(id, { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.' })
  const rows = async (receiver?: string): Promise<Row[]> => {
    const { docs } = await opened.room.payload.find({ collection: 'notices', pagination: false, sort: 'id', where: receiver === undefined ? {} : { receiver: { equals: receiver } } })
    return docs.map(({ address, receiver, reason, state, attempts, dueAt, answer }) => ({ address, receiver, reason, state, attempts, due: dueAt ?? null, answer: answer ?? null }))
  }
  /** Resolves when nothing is being sent to a receiver any more. */
  const landed = (receiver: string) => ((globalThis as never)[Symbol.for('dateline.notices')] as { flights: Map<string, Promise<void>> }).flights.get(receiver)

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-20T12:00:00Z') })
    const [engine, hub] = await Promise.all([openIndexNow('news.example', KEY), openHub()])
    const room = await openNewsroom({ SITE_URL: SITE, INDEXING: 'allow', INDEXNOW_URL: engine.url, WEATHER_URL: 'off' })
    Object.assign(opened, { engine, hub, room, door: await import('@/lib/data/notices'), world: await room.section('World'), author: await room.author('Omar Ali') })
  })
  afterAll(async () => {
    vi.useRealTimers()
    for (const server of [opened.engine, opened.hub]) server.close()
    await opened.room.close()
  })
  beforeEach(async () => {
    // The day after, with an empty queue: nothing is held back any more.
    pass(DAY)
    const { sql, sqlOf } = await import('@/lib/cms/sql')
    await sqlOf(opened.room.payload).run(sql`DELETE FROM notices`)
    await settings({ indexNowKey: KEY, hubs: [] })
    for (const server of [opened.engine, opened.hub]) Object.assign(server, { manner: 'well', taken: [], asked: 0 })
  })
  return Object.assign(opened, { pass, sweep, settle, settings, change, publish, withdraw, rows, landed })
}
