import { beforeAll, describe, expect, it } from 'vitest'
import { DOORS, openNewsroom, outcome, type Ask, type Deed, type Doc, type Newsroom } from './testing-doors'

let room: Newsroom
let section: number, author: number
let n = 0
const FUTURE = '2090-01-01T00:00:00.000Z'

beforeAll(async () => {
  room = await openNewsroom()
  section = Number((await room.payload.create({ collection: 'sections', data: { name: 'World' } as never })).id)
  author = Number((await room.payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
})

const words = () => ({ headline: `Story ${++n}`, section, authors: [author] })
/** A story that the reporter began, out or not. */
const own = async (data: object = {}) => Number((await room.payload.create({ collection: 'stories', data: { ...words(), _status: 'draft', ...data } as never, draft: !('_status' in data), user: room.users.reporter })).id)
const stateOf = async (id: number) => (await room.payload.findByID({ collection: 'stories', id, depth: 0 })) as unknown as Doc
const versionOf = async (id: number, status: string) => {
  const { docs } = await room.payload.findVersions({ collection: 'stories', where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] }, depth: 0 })
  return String(docs[0]!.id)
}

describe.each(DOORS)('a reporter, by the door %s', (name) => {
  const ask = (deed: Deed, slug: string, what: Ask = {}) => room.doors[name]('reporter', deed, slug, what)

  it.each<[string, Ask]>([
    ['by its state', { data: { _status: 'published' } }],
    ['by its state, called a draft', { draft: true, data: { _status: 'published' } }],
    ['by its state, as if typed', { draft: true, autosave: true, data: { _status: 'published' } }],
    ['by saving it whole', { data: { kicker: 'Out' } }],
    ['in all languages', { draft: false, publishAllLocales: true, data: { kicker: 'Out' } }],
  ])('publishes no draft of their own: %s', async (_, what) => {
    const id = await own()
    expect(outcome(await ask('change', 'stories', { id, ...what }))).toBe('refused')
    expect(outcome(await ask('changeAll', 'stories', { where: { id: { equals: id } }, ...what }))).toBe('refused')
    expect(await stateOf(id)).toMatchObject({ _status: 'draft' })
  })

  it('publishes no draft called one, in all languages', async () => {
    const id = await own()
    await ask('change', 'stories', { id, draft: true, publishAllLocales: true, data: { kicker: 'Out' } })
    expect(await stateOf(id)).toMatchObject({ _status: 'draft' })
  })

  it.each<[string, Ask]>([
    ['by its state', { data: { _status: 'draft' } }],
    ['in all languages', { unpublishAllLocales: true, data: {} }],
  ])('takes down no story of their own: %s', async (_, what) => {
    const id = await own({ _status: 'published' })
    expect(outcome(await ask('change', 'stories', { id, ...what }))).toBe('refused')
    expect(await stateOf(id)).toMatchObject({ _status: 'published' })
  })

  it('works on in a draft beside their own story that is out', async () => {
    const id = await own({ _status: 'published' })
    expect(outcome(await ask('change', 'stories', { id, draft: true, data: { kicker: 'New' } }))).toBe('done')
    expect(await stateOf(id)).toMatchObject({ _status: 'published', kicker: null })
  })

  it.each(['draft', 'published'])('brings no %s version of their own back in place of what readers see', async (status) => {
    const id = await own({ kicker: 'First' })
    await room.payload.update({ collection: 'stories', id, data: { _status: 'published', kicker: 'Second' } as never })
    await room.payload.update({ collection: 'stories', id, data: { _status: 'published', kicker: 'Third' } as never })
    // By the back office's door a draft comes back as a draft, which is theirs to write.
    expect(outcome(await ask('restore', 'stories', { id: await versionOf(id, status) }))).toBe(status === 'draft' && name === 'REST' ? 'done' : 'refused')
    expect(await stateOf(id)).toMatchObject({ _status: 'published', kicker: 'Third' })
  })

  it('changes many at once only among their own', async () => {
    const others = Number((await room.payload.create({ collection: 'stories', data: { ...words(), _status: 'draft' } as never, draft: true, user: room.users.colleague })).id)
    const id = await own()
    const answer = await ask('changeAll', 'stories', { draft: true, where: { id: { in: [id, others] } }, data: { kicker: 'Mine' } })
    expect(answer.body.docs?.map((doc) => doc.id)).toEqual([id])
    expect(outcome(await ask('deleteAll', 'stories', { where: { id: { in: [id, others] } } }))).toBe('refused')
  })

  it('copies a colleague’s embargoed story as a draft of their own, without its time', async () => {
    const others = Number((await room.payload.create({ collection: 'stories', data: { ...words(), scheduledFor: FUTURE, _status: 'draft' } as never, draft: true, user: room.users.colleague })).id)
    const { body } = await ask('duplicate', 'stories', { id: others, draft: true })
    const copy = body.doc ?? (body as unknown as Doc)
    expect(await stateOf(copy.id)).toMatchObject({ _status: 'draft', createdBy: room.users.reporter!.id, scheduledFor: null })
  })

  it('sets none of what is an editor’s to set, neither at first nor later', async () => {
    const editors = { scheduledFor: FUTURE, embargoedUntil: FUTURE, publishedAt: '2020-01-01T00:00:00.000Z', revisedAt: '2020-01-01T00:00:00.000Z', withdrawn: true, corrections: [{ kind: 'correction', at: FUTURE, text: 'What was wrong.' }] }
    const without = { scheduledFor: null, embargoedUntil: null, publishedAt: null, revisedAt: null, corrections: [] }
    const { body } = await ask('create', 'stories', { draft: true, data: { ...words(), ...editors, createdBy: room.users.colleague!.id } })
    const { id } = body.doc ?? (body as unknown as Doc)
    expect(await stateOf(id)).toMatchObject({ ...without, createdBy: room.users.reporter!.id })
    await ask('change', 'stories', { id, draft: true, data: { ...editors, createdBy: room.users.colleague!.id } })
    const draft = await room.payload.findByID({ collection: 'stories', id, depth: 0, draft: true })
    expect(draft).toMatchObject({ ...without, createdBy: room.users.reporter!.id })
    expect(draft.withdrawn ?? false).toBe(false)
  })

  it('lifts no embargo that an editor set on their own', async () => {
    const id = await own({ embargoedUntil: FUTURE })
    await ask('change', 'stories', { id, draft: true, data: { embargoedUntil: null } })
    expect(await room.payload.findByID({ collection: 'stories', id, depth: 0, draft: true })).toMatchObject({ embargoedUntil: FUTURE })
  })

  it('raises no account, not even their own', async () => {
    const { id } = room.users.reporter!
    expect(outcome(await ask('change', 'users', { id: Number(id), data: { role: 'administrator', closed: false, name: 'Still a reporter' } }))).toBe('done')
    expect(await room.payload.findByID({ collection: 'users', id, depth: 0 })).toMatchObject({ role: 'reporter', name: 'Still a reporter' })
    expect((await ask('changeAll', 'users', { where: { id: { exists: true } }, data: { name: 'Mine' } })).body.docs?.map((doc) => doc.id)).toEqual([id])
  })
})

it('a reporter brings an older draft of their own back as a draft', async () => {
  const id = await own({ kicker: 'First' })
  await room.payload.update({ collection: 'stories', id, data: { _status: 'published', kicker: 'Second' } as never })
  expect(outcome(await room.doors.REST('reporter', 'restore', 'stories', { id: await versionOf(id, 'draft'), draft: true }))).toBe('done')
  expect(await stateOf(id)).toMatchObject({ _status: 'published', kicker: 'Second' })
  expect(await room.payload.findByID({ collection: 'stories', id, depth: 0, draft: true })).toMatchObject({ _status: 'draft', kicker: 'First' })
})
