import { beforeAll, expect, it } from 'vitest'
import { openNewsroom, type Doc, type Newsroom } from './testing-doors'

let room: Newsroom
let section: number, author: number

beforeAll(async () => {
  room = await openNewsroom()
  section = Number((await room.payload.create({ collection: 'sections', data: { name: 'World' } as never })).id)
  author = Number((await room.payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
})

const stateOf = async (id: number, draft = false) => (await room.payload.findByID({ collection: 'stories', id, depth: 0, draft })) as unknown as Doc
const restore = async (id: number, status: string) => {
  const { docs } = await room.payload.findVersions({ collection: 'stories', where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] }, sort: 'createdAt', depth: 0 })
  return room.doors.REST('editor', 'restore', 'stories', { id: String(docs[0]!.id) })
}
const publishedTwice = async (headline: string) => {
  const data = { section, authors: [author] }
  const { id } = await room.payload.create({ collection: 'stories', data: { ...data, headline: `${headline}, begun`, _status: 'draft' } as never, draft: true })
  for (const state of ['first', 'second']) await room.payload.update({ collection: 'stories', id, data: { headline: `${headline}, ${state}`, _status: 'published' } as never })
  return Number(id)
}

it('an old draft of a story that readers see is brought back as a draft beside it', async () => {
  const id = await publishedTwice('Two states')
  expect((await restore(id, 'draft')).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ _status: 'published', headline: 'Two states, second' })
  expect(await stateOf(id, true)).toMatchObject({ _status: 'draft', headline: 'Two states, begun' })
})

it('what was published is brought back to readers', async () => {
  const id = await publishedTwice('Back again')
  const { slug } = await stateOf(id)
  expect((await restore(id, 'published')).status).toBe(200)
  expect(await stateOf(id)).toMatchObject({ _status: 'published', headline: 'Back again, first', slug })
})

it('nothing is brought back that is not there, and nothing by a stranger', async () => {
  expect((await room.doors.REST('editor', 'restore', 'stories', { id: 999_999 })).status).toBe(404)
  expect((await room.doors.REST('editor', 'restore', 'stories', { id: 'x' })).status).toBe(404)
  expect((await room.doors.REST('nobody', 'restore', 'stories', { id: 1 })).status).toBe(403)
})
