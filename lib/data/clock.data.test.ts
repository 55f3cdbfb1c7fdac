import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openNewsroom, type Newsroom } from './testing/newsroom'

const { revalidateTag } = vi.hoisted(() => ({ revalidateTag: vi.fn<(tag: string, life: unknown) => void>() }))
/** Indexing waits for it. */
let open: Promise<void> = Promise.resolve()
vi.mock('@/lib/adapters/search/index-story', async (original) => {
  const real = await original<typeof import('@/lib/adapters/search/index-story')>()
  return { ...real, indexStory: async (payload: Newsroom['payload'], id: number) => open.then(() => real.indexStory(payload, id)) }
})
vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag }))

const HOUR = 60 * 60 * 1000
let room: Newsroom
let tick: typeof import('./clock').tick
let search: typeof import('./search').search
let ids: { world: number; ali: number }

beforeAll(async () => {
  room = await openNewsroom()
  ;({ tick } = await import('./clock'))
  ;({ search } = await import('./search'))
  ids = { world: await room.section('World'), ali: await room.author('Omar Ali') }
})
afterAll(() => room.close())

async function save(headline: string, more: object): Promise<number> {
  const data = { headline, standfirst: 'In short.', section: ids.world, authors: [ids.ali], kind: 'news', ...more }
  return Number((await room.payload.create({ collection: 'stories', data: data as never, draft: (more as { _status: string })._status === 'draft', depth: 0 })).id)
}
const find = async (text: string) => (await search({ text, section: null, from: null, to: null, page: 1 })).total
const statusOf = async (id: number) => (await room.payload.findByID({ collection: 'stories', id, depth: 0 }))._status
const later = (ms: number) => new Date(Date.now() + ms)

describe('time that goes by', () => {
  /** What a beat makes old, and for how many seconds more it may be shown. */
  const turned = async (from: string, to: string) => {
    await tick(new Date(from))
    revalidateTag.mockClear()
    await tick(new Date(to))
    return new Map(revalidateTag.mock.calls.filter(([tag]) => tag === 'day' || tag === 'weather').map(([tag, life]) => [tag, life]))
  }
  const QUARTER = { expire: 900 }

  it('makes pages old at the full hour, and lets them be shown for a quarter of an hour', async () => {
    expect(await turned('2030-05-06T09:59:59.000Z', '2030-05-06T10:00:01.000Z')).toEqual(new Map([['weather', QUARTER]]))
    expect(await turned('2030-05-06T10:00:02.000Z', '2030-05-06T10:59:59.000Z')).toEqual(new Map())
  })

  it('does the same at the newsroom’s midnight', async () => {
    await room.payload.updateGlobal({ slug: 'settings', data: { timeZone: 'Asia/Karachi' } as never })
    const { forget } = await import('./memory')
    forget(['site'])
    expect(await turned('2030-05-06T18:59:59.000Z', '2030-05-06T19:00:01.000Z')).toEqual(new Map([['day', QUARTER], ['weather', QUARTER]]))
  })
})

describe('a machine’s clock that jumps', () => {
  it('ahead and back again holds up neither what is published nor what is scheduled', async () => {
    await tick(later(0))
    const scheduled = await save('At its hour', { _status: 'draft', scheduledFor: later(2 * HOUR).toISOString() })
    // A day ahead: what was due meanwhile is published, once.
    expect((await tick(later(24 * HOUR))).published).toEqual([scheduled])
    expect((await tick(later(24 * HOUR + 1_000))).published).toEqual([])
    expect(await statusOf(scheduled)).toBe('published')
    // And back: what happens now is heard of at once, and what is due comes.
    await save('Quicksilver in the well', { _status: 'published' })
    expect((await tick(later(1_000))).sweeps).toBe(true)
    await expect.poll(() => find('quicksilver')).toBe(1)
    const next = await save('Soon enough', { _status: 'draft', scheduledFor: later(2_000).toISOString() })
    expect((await tick(later(3_000))).published).toEqual([next])
  })
})

describe('a change of thousands', () => {
  const rename = (name: string) => room.payload.update({ collection: 'authors', id: ids.ali, data: { name } as never, depth: 0 })
  const lease = (holder: string) => sqlOf(room.payload).run(sql`UPDATE clock SET holder = ${holder}, held_until = ${Date.now() + 100_000}`)
  const holder = async () => (await sqlOf(room.payload).all<{ holder: string }>(sql`SELECT holder FROM clock`))[0]!.holder

  it('is indexed by the process that sweeps, while its clock goes on', async () => {
    await save('Copper in the hills', { _status: 'published' })
    await tick(later(10_000))
    await expect.poll(() => find('copper')).toBe(1)
    const own = await holder()
    await rename('Omar Alabaster')
    await lease('another process')
    expect((await tick(later(11_000))).sweeps).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await find('alabaster')).toBe(0)
    let goOn = () => {}
    open = new Promise((resolve) => (goOn = resolve))
    await lease(own)
    const scheduled = await save('Still on time', { _status: 'draft', scheduledFor: later(12_500).toISOString() })
    expect(await tick(later(12_000))).toEqual({ sweeps: true, published: [] })
    expect(await tick(later(13_000))).toEqual({ sweeps: true, published: [scheduled] })
    expect(await find('alabaster')).toBe(0)
    goOn()
    await expect.poll(() => find('alabaster')).toBeGreaterThan(1)
  })

  it('holds up what is published after it for seconds only', async () => {
    const at = Date.now() + 20_000
    const rows = Array.from({ length: 5_500 }, (_, i) => sql`(${at - 100 + Math.floor(i / 100)}, ${JSON.stringify([`story:${100_000 + i}`])}, ${'[]'}, NULL)`)
    for (let from = 0; from < rows.length; from += 500) await sqlOf(room.payload).run(sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES ${sql.join(rows.slice(from, from + 500), sql`, `)}`)
    await sqlOf(room.payload).run(sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES (${at}, ${'["story:200000"]'}, ${'[]'}, NULL)`)
    const told = () => revalidateTag.mock.calls.filter(([tag]) => tag === 'story:200000').length
    for (let second = 0; second <= 8; second++) await tick(new Date(at + second * 1_000))
    expect(told()).toBe(2)
  })
})
