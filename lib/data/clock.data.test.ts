import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom } from './testing/newsroom'

const { revalidateTag } = vi.hoisted(() => ({ revalidateTag: vi.fn<(tag: string, life: unknown) => void>() }))
vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag }))

const HOUR = 60 * 60 * 1000
let room: Newsroom
let tick: typeof import('./clock').tick
let search: typeof import('./search').search
let ids: { world: number; ali: number }

beforeAll(async () => {
  room = await openNewsroom(process.env.TEST_DATABASE === 'sqlite' ? 'sqlite' : 'postgres')
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
    expect(await find('quicksilver')).toBe(1)
    const next = await save('Soon enough', { _status: 'draft', scheduledFor: later(2_000).toISOString() })
    expect((await tick(later(3_000))).published).toEqual([next])
  })
})
