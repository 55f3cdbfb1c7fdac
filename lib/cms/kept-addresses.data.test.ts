import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql, sqlOf } from './sql'
import { openTestCms } from './testing'

let payload: Payload
let world: number
let author: number

const pathsOf = async (kind: string, id: number) => Object.fromEntries((await sqlOf(payload).all<{ path: string; state: string }>(sql`SELECT path, state FROM paths WHERE kind = ${kind} AND ref = ${String(id)}`)).map((row) => [row.path, row.state]))
const tell = async (headline: string, more: object = {}) => payload.create({ collection: 'stories', data: { headline, section: world, authors: [author], ...more, _status: 'published' } as never, depth: 0 })
const change = (id: number, data: object) => payload.update({ collection: 'stories', id, data: { ...data, _status: 'published' } as never, depth: 0 })
const taken = (path: string) => new RegExp(`“${path}” already belongs to something else, or did once`)
/** The sentences beside the fields, as the form shows them. */
const refusal = (attempt: Promise<unknown>) => attempt.then(() => null, (error: { data?: { errors?: { path: string; message: string }[] } }) => error.data?.errors?.[0] ?? error)

beforeAll(async () => {
  payload = await openTestCms()
  world = Number((await payload.create({ collection: 'sections', data: { name: 'World', slug: 'world' } as never })).id)
  author = Number((await payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
})

describe('a story with an address kept from the old site', () => {
  it('stands there and not in its section, and goes back to it when the address is cleared', async () => {
    const { id } = await tell('A treaty', { address: '/2019/05/a-treaty' })
    expect(await pathsOf('story', id)).toEqual({ '/2019/05/a-treaty': 'live' })
    await change(id, { address: '' })
    expect(await pathsOf('story', id)).toEqual({ '/2019/05/a-treaty': 'moved', '/world/a-treaty': 'live' })
    await change(id, { address: '/2019/05/a-treaty' })
    expect(await pathsOf('story', id)).toEqual({ '/2019/05/a-treaty': 'live', '/world/a-treaty': 'moved' })
  })

  it('may be typed as it is copied from a browser', async () => {
    const { id, address } = await tell('An essay', { address: 'https://old.example/2019/%D9%85%D9%82%D8%A7%D9%84/' })
    expect(address).toBe('/2019/مقال')
    expect(await pathsOf('story', id)).toEqual({ '/2019/مقال': 'live' })
  })

  it('does not move with its section', async () => {
    const section = Number((await payload.create({ collection: 'sections', data: { name: 'Sport', slug: 'sport' } as never })).id)
    const { id } = await tell('A match', { section, address: '/2019/06/a-match' })
    await payload.update({ collection: 'sections', id: section, data: { slug: 'sports' } as never })
    expect(await pathsOf('story', id)).toEqual({ '/2019/06/a-match': 'live' })
  })

  it('leaves its slug alone, even where another story stands in the section under it', async () => {
    await tell('Same words')
    const { id } = await tell('Older words', { slug: 'same-words', address: '/2010/same-words', publishedAt: '2010-01-01T00:00:00.000Z' })
    expect((await change(id, { kicker: 'Archive' })).slug).toBe('same-words')
    expect(await refusal(change(id, { address: null }))).toMatchObject({ path: 'slug', message: expect.stringMatching(taken('/world/same-words')) })
  })

  it('is refused one that belongs to something else, in the words of a taken slug', async () => {
    await tell('First comer')
    expect(await refusal(tell('Second', { address: '/world/first-comer' }))).toMatchObject({ path: 'address', message: expect.stringMatching(taken('/world/first-comer')) })
    expect(await refusal(tell('Third', { address: '/world' }))).toMatchObject({ path: 'address', message: expect.stringMatching(taken('/world')) })
  })

  it('is refused what is no address, or one of the site itself', async () => {
    for (const [address, words] of [['/search', 'an address of the site itself'], ['/wp-admin', 'an address of the site itself'], ['/2019/x/page/2', 'an address of the site itself'], ['/a?b=1', 'Leave out'], ['a-treaty', 'Begin with a slash']]) {
      expect(await refusal(tell('Odd', { address }))).toMatchObject({ path: 'address', message: expect.stringContaining(words!) })
    }
  })

  it('keeps it from its copy, and the first publisher’s address too', async () => {
    const { id } = await tell('To be copied', { address: '/2019/07/to-be-copied', canonicalUrl: 'https://first.example/a' })
    const copy = await payload.duplicate({ collection: 'stories', id, depth: 0 })
    expect(copy).toMatchObject({ address: null, canonicalUrl: null })
  })

  it('is given one by editors only', async () => {
    const member = async (role: string) => payload.create({ collection: 'users', data: { name: role, email: `${role}@example.org`, password: 'a long password for tests', role } as never })
    await member('administrator')
    const [reporter, editor] = [await member('reporter'), await member('editor')]
    const begin = (user: object) => payload.create({ collection: 'stories', draft: true, overrideAccess: false, user: { ...user, collection: 'users' } as never, data: { headline: 'Draft', section: world, authors: [author], address: '/2019/08/draft' } as never, depth: 0 })
    expect((await begin(reporter)).address ?? null).toBeNull()
    expect((await begin(editor)).address).toBe('/2019/08/draft')
  })
})

describe('a page with an address kept from the old site', () => {
  it('stands there, and is refused one that is taken', async () => {
    const make = (data: object) => payload.create({ collection: 'pages', data: { ...data, _status: 'published' } as never, depth: 0 })
    const { id } = await make({ title: 'Team', address: '/about/team' })
    expect(await pathsOf('page', id)).toEqual({ '/about/team': 'live' })
    expect(await refusal(make({ title: 'Others', address: '/about/team' }))).toMatchObject({ path: 'address', message: expect.stringMatching(taken('/about/team')) })
    await payload.update({ collection: 'pages', id, data: { address: null, _status: 'published' } as never, depth: 0 })
    expect(await pathsOf('page', id)).toEqual({ '/about/team': 'moved', '/team': 'live' })
  })
})

it('a first publisher’s address is a full one', async () => {
  expect(await refusal(tell('Elsewhere', { canonicalUrl: 'first.example/a' }))).toMatchObject({ path: 'canonicalUrl', message: expect.stringContaining('full address') })
  expect((await tell('Elsewhere', { canonicalUrl: 'http://first.example/a' })).canonicalUrl).toBe('http://first.example/a')
})
