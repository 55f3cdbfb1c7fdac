import { beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type Ask, type Deed, type Newsroom, type Who } from './testing-doors'

let room: Newsroom
let section: number, author: number
let n = 0

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const pixel = (name = `pixel-${++n}.png`) => ({ name, mimetype: 'image/png', data: PIXEL, size: PIXEL.length })
const picture = async (maker?: Who | 'colleague') => room.payload.create({ collection: 'media', data: { alt: 'Two boats' }, file: pixel(), depth: 0, user: maker && room.users[maker] })
const nameOf = async (id: number) => (await room.payload.findByID({ collection: 'media', id, depth: 0 })).filename

/** A draft of the reporter's. */
const draft = async (headline: string) => Number((await room.payload.create({ collection: 'stories', draft: true, data: { headline, section, authors: [author] } as never, user: room.users.reporter, depth: 0 })).id)
const edit = (id: number, data: object) => room.payload.update({ collection: 'stories', id, draft: true, data: data as never, depth: 0 })
const newest = (id: number) => room.payload.findByID({ collection: 'stories', id, draft: true, depth: 0 })
/** Ids of its versions, oldest first. */
const versions = async (collection: 'stories' | 'pages', id: number) => (await room.payload.findVersions({ collection: collection as 'stories', where: { parent: { equals: id } }, sort: 'createdAt', depth: 0 })).docs.map((version) => version.id)

beforeAll(async () => {
  room = await openNewsroom()
  section = Number((await room.payload.create({ collection: 'sections', data: { name: 'World' } as never })).id)
  author = Number((await room.payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
})

describe('a reporter', () => {
  const ask = (deed: Deed, slug: string, what: Ask) => room.doors.REST('reporter', deed, slug, what)

  it('replaces the files they uploaded and no others, all at once too', async () => {
    const others = [await picture('colleague'), await picture()]
    const own = (await ask('create', 'media', { data: { alt: 'Own', createdBy: room.users.colleague!.id }, file: pixel() })).body
    const id = Number((own.doc ?? own).id)
    for (const other of others) expect((await ask('change', 'media', { id: other.id, data: {}, file: pixel('taken.png') })).status).toBe(403)
    const { body } = await ask('changeAll', 'media', { where: { id: { exists: true } }, data: {}, file: pixel('own.png') })
    expect(body.docs!.map((doc) => doc.id)).toContain(id)
    for (const other of others) expect(await nameOf(other.id)).toBe(other.filename)
    expect(await nameOf(id)).toBe('own.png')
  })

  it('gives the files they uploaded to nobody else', async () => {
    const { id } = await picture('reporter')
    expect((await ask('change', 'media', { id, data: { createdBy: room.users.colleague!.id } })).status).toBe(200)
    expect((await room.payload.findByID({ collection: 'media', id, depth: 0 })).createdBy).toBe(room.users.reporter!.id)
  })

  it.each(['2090-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z'])('leaves a story alone that an editor set to go out at %s, and is told why', async (scheduledFor) => {
    const id = await draft('First words')
    await edit(id, { headline: 'As the editor read it', scheduledFor })
    const [first] = await versions('stories', id)
    const tries = [
      await ask('change', 'stories', { id, draft: true, data: { headline: 'Unseen' } }),
      await ask('change', 'stories', { id, draft: true, autosave: true, data: { headline: 'Unseen' } }),
      await ask('restore', 'stories', { id: first, draft: true }),
    ]
    for (const { status, body } of tries) {
      expect(status).toBe(403)
      expect(body.errors![0]!.message).toMatch(/scheduled. Ask an editor/)
    }
    const many = await ask('changeAll', 'stories', { where: { id: { equals: id } }, draft: true, data: { headline: 'Unseen' } })
    expect(many.body.errors![0]!.message).toMatch(/scheduled. Ask an editor/)
    expect(await newest(id)).toMatchObject({ headline: 'As the editor read it', scheduledFor })

    await edit(id, { scheduledFor: null })
    expect((await ask('change', 'stories', { id, draft: true, data: { headline: 'Better words' } })).status).toBe(200)
  })

  it('restores an older draft of their own without the time it once had', async () => {
    const id = await draft('Planned once')
    await edit(id, { headline: 'Planned', scheduledFor: '2090-01-01T00:00:00.000Z' })
    const planned = (await versions('stories', id)).at(-1)
    await edit(id, { headline: 'No longer', scheduledFor: null })
    expect((await ask('restore', 'stories', { id: planned, draft: true })).status).toBe(200)
    const now = await newest(id)
    expect([now.headline, now.scheduledFor ?? null]).toEqual(['Planned', null])
  })

  it.each(['reporter', 'editor'] as const)('keeps a story that the %s restores, and what editors have set on it stays', async (who) => {
    const id = await draft('Begun')
    const [begun] = await versions('stories', id)
    const set = { embargoedUntil: '2090-01-01T00:00:00.000Z', withdrawn: true, withdrawalReason: 'It rested on a forgery.', corrections: [{ kind: 'correction', at: '2020-01-01T00:00:00.000Z', text: 'What was wrong.' }] }
    await edit(id, { headline: 'Gone on', ...set })
    expect((await room.doors.REST(who, 'restore', 'stories', { id: begun, draft: true })).status).toBe(200)
    const kept = who === 'reporter' ? { embargoedUntil: set.embargoedUntil, withdrawn: true, corrections: [{ text: 'What was wrong.' }] } : { embargoedUntil: null, corrections: [] }
    expect(await newest(id)).toMatchObject({ headline: 'Begun', createdBy: room.users.reporter!.id, ...kept })
  })

  it('restores no version of a page', async () => {
    const page = await room.payload.create({ collection: 'pages', data: { title: 'About', _status: 'published' } as never, depth: 0 })
    const [version] = await versions('pages', page.id)
    for (const draft of [false, true]) expect((await ask('restore', 'pages', { id: version, draft })).status).toBe(403)
  })
})

it('a file of an account that is deleted stays, and is the editors’ to change', async () => {
  const account = await room.payload.create({ collection: 'users', data: { name: 'Gone soon', email: 'gone@example.org', password: 'only-for-tests', role: 'reporter' } as never })
  const { id } = await room.payload.create({ collection: 'media', data: { alt: 'Left behind' }, file: pixel(), depth: 0, user: { ...account, collection: 'users' } as never })
  await room.payload.delete({ collection: 'users', id: account.id })
  expect((await room.payload.findByID({ collection: 'media', id, depth: 0 })).createdBy ?? null).toBeNull()
  expect((await room.doors.REST('editor', 'change', 'media', { id, data: { alt: 'Kept' } })).status).toBe(200)
})
