import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql, sqlOf } from './sql'
import { openTestCms } from './testing'

let payload: Payload
let world: number
let culture: number
let author: number

const rows = <T>(query: ReturnType<typeof sql>) => sqlOf(payload).all<T>(query)
const pathsOf = async (id: number) => Object.fromEntries((await rows<{ path: string; state: string }>(sql`SELECT path, state FROM paths WHERE kind = 'story' AND ref = ${String(id)}`)).map((row) => [row.path, row.state]))
const listsOf = async (id: number) => (await rows<{ list: string }>(sql`SELECT list FROM river WHERE story_id = ${id} ORDER BY list`)).map((row) => row.list)

const draft = async (headline: string, more = {}) => Number((await payload.create({ collection: 'stories', draft: true, data: { headline, section: world, authors: [author], ...more } as never })).id)
const publish = (id: number, more = {}, context = {}) => payload.update({ collection: 'stories', id, data: { ...more, _status: 'published' } as never, context })

beforeAll(async () => {
  payload = await openTestCms()
  world = Number((await payload.create({ collection: 'sections', data: { name: 'World', slug: 'world' } as never })).id)
  culture = Number((await payload.create({ collection: 'sections', data: { name: 'Culture', slug: 'culture' } as never })).id)
  author = Number((await payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
})

describe('publishing a story', () => {
  it('settles slug, time, revision, address and lists', async () => {
    const id = await draft('Rivers & roads’ “first” survey')
    expect(await pathsOf(id)).toEqual({})
    const story = await publish(id, {}, { now: new Date('2026-01-31T20:30:00Z') })
    expect(story).toMatchObject({ slug: 'rivers-and-roads-first-survey', publishedAt: '2026-01-31T20:30:00.000Z', revision: 1, revisedAt: null })
    expect(await pathsOf(id)).toEqual({ '/world/rivers-and-roads-first-survey': 'live' })
    expect(await listsOf(id)).toEqual([`author:${author}`, 'latest', 'month:2026-01', `section:${world}`])
  })

  it('follows the headline with the slug until first published, then never by itself', async () => {
    const id = await draft('Working title')
    await payload.update({ collection: 'stories', id, draft: true, data: { headline: 'Final title' } })
    expect((await publish(id)).slug).toBe('final-title')
    expect((await publish(id, { headline: 'Another title' })).slug).toBe('final-title')
  })

  it('adds a number to a slug made by itself when the address is taken', async () => {
    const one = await publish(await draft('Same words'))
    const two = await publish(await draft('Same words'))
    expect([one.slug, two.slug]).toEqual(['same-words', 'same-words-2'])
  })

  it('marks a change of words as an update, a small one not', async () => {
    const id = await draft('To be changed')
    await publish(id)
    const small = await publish(id, { headline: 'To be changed.', minorChange: true })
    expect(small).toMatchObject({ revisedAt: null, minorChange: false })
    const changed = await publish(id, { headline: 'Changed' }, { now: new Date('2027-02-03T04:05:06Z') })
    expect(changed.revisedAt).toBe('2027-02-03T04:05:06.000Z')
    expect((await publish(id, { kicker: 'Kicker' })).revisedAt).toBe('2027-02-03T04:05:06.000Z')
  })

  it('refuses before the embargo is over', async () => {
    const id = await draft('Held back', { embargoedUntil: '2030-01-01T00:00:00.000Z' })
    await expect(publish(id, {}, { now: new Date('2029-12-31T23:59:00Z') })).rejects.toThrow(/embargo/i)
    expect((await publish(id, {}, { now: new Date('2030-01-01T00:00:00Z') }))._status).toBe('published')
  })
})

it.each(['stories', 'pages'] as const)('a draft of nothing is refused: %s', async (collection) => {
  for (const draft of [true, false]) await expect(payload.create({ collection, draft, data: undefined as never })).rejects.toMatchObject({ status: 400 })
  await expect(payload.update({ collection, id: 1, draft: true, data: undefined as never })).rejects.toMatchObject({ status: 400 })
})

describe('addresses', () => {
  it('keep every old one, without chains, and come back to life', async () => {
    const id = await draft('Wanderer')
    await publish(id)
    await publish(id, { slug: 'second' })
    await publish(id, { section: culture })
    expect(await pathsOf(id)).toEqual({ '/world/wanderer': 'moved', '/world/second': 'moved', '/culture/second': 'live' })
    await publish(id, { slug: 'wanderer', section: world })
    expect(await pathsOf(id)).toEqual({ '/world/wanderer': 'live', '/world/second': 'moved', '/culture/second': 'moved' })
  })

  it('move with their section', async () => {
    const section = Number((await payload.create({ collection: 'sections', data: { name: 'Old name', slug: 'old-name' } as never })).id)
    const id = await draft('Inside', { section })
    await publish(id)
    await payload.update({ collection: 'sections', id: section, data: { slug: 'new-name' } })
    expect(await pathsOf(id)).toEqual({ '/old-name/inside': 'moved', '/new-name/inside': 'live' })
  })

  it('are never given to another story, and are withdrawn with a deleted one', async () => {
    const first = await draft('Taken')
    await publish(first)
    const second = await draft('Something else')
    await publish(second)
    await expect(publish(second, { slug: 'taken' })).rejects.toThrow(/invalid/i)
    await payload.delete({ collection: 'stories', id: first })
    expect(await pathsOf(first)).toEqual({ '/world/taken': 'withdrawn' })
    await expect(publish(second, { slug: 'taken' })).rejects.toThrow(/invalid/i)
  })

  it('a section cannot stand under itself', async () => {
    await expect(payload.update({ collection: 'sections', id: world, data: { parent: world } })).rejects.toThrow(/invalid/i)
  })
})

describe('what readers may see', () => {
  it('a draft over a published story changes nothing', async () => {
    const id = await draft('Public')
    await publish(id)
    const before = await rows<{ n: number }>(sql`SELECT count(*) AS n FROM changes`)
    await payload.update({ collection: 'stories', id, draft: true, data: { headline: 'Private' } })
    expect((await payload.findByID({ collection: 'stories', id })).headline).toBe('Public')
    expect(await listsOf(id)).toContain('latest')
    expect(Number((await rows<{ n: number }>(sql`SELECT count(*) AS n FROM changes WHERE story_id = ${id}`))[0]!.n)).toBeGreaterThan(0)
    expect(Number(before[0]!.n)).toBeGreaterThan(0)
  })

  it('an unpublished and a withdrawn story leave every list; the sentence stays with the address', async () => {
    const id = await draft('Short lived')
    await publish(id)
    await payload.update({ collection: 'stories', id, data: { _status: 'draft' } })
    expect(await listsOf(id)).toEqual([])
    expect(await pathsOf(id)).toEqual({ '/world/short-lived': 'withdrawn' })
    await publish(id)
    expect(await pathsOf(id)).toEqual({ '/world/short-lived': 'live' })
    await publish(id, { withdrawn: true, withdrawalReason: 'The document it rested on was forged.' })
    expect(await listsOf(id)).toEqual([])
    expect(await rows(sql`SELECT state, reason FROM paths WHERE ref = ${String(id)} AND kind = 'story'`)).toEqual([{ state: 'withdrawn', reason: 'The document it rested on was forged.' }])
  })

  it('many writers at once all get their turn', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, i) => draft(`Crowd ${i}`)))
    await Promise.all(ids.map((id) => publish(id)))
    for (const id of ids) expect(await listsOf(id)).toContain('latest')
  })
})
