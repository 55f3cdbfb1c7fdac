import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom } from './testing/newsroom'
import type * as Preview from '@/lib/adapters/cms/preview'
import type { Member } from '@/lib/adapters/cms/preview'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

type Door = typeof Preview

describe('for editors', () => {
  let room: Newsroom
  let door: Door
  let editor: Member
  let reporter: Member
  const end = new Date(Date.now() + 3_600_000).toISOString()
  const autosave = (id: number, headline: string) => room.payload.update({ collection: 'stories', id, data: { headline } as never, draft: true, autosave: true, depth: 0 })
  const draft = async (headline: string) => Number((await room.payload.create({ collection: 'stories', data: { headline } as never, draft: true, depth: 0 })).id)
  const plan = async (id: number, scheduledFor: string, now?: Date) => {
    const doc = await room.payload.update({ collection: 'stories', id, data: { scheduledFor } as never, draft: true, depth: 0, user: editor, overrideAccess: false, context: now ? { now } : {} })
    return doc.scheduledFor ?? null
  }
  const member = async (role: string): Promise<Member> => {
    const doc = await room.payload.create({ collection: 'users', data: { name: role, email: `${role}@example.org`, password: 'only-for-tests', role } as never, depth: 0 })
    return { ...doc, collection: 'users' } as Member
  }

  beforeAll(async () => {
    room = await openNewsroom()
    door = await import('@/lib/adapters/cms/preview')
    await member('administrator')
    editor = await member('editor')
    reporter = await member('reporter')
  })
  afterAll(() => room.close())

  it('shows the newest draft, not what is published', async () => {
    const id = await room.story({ headline: 'As published', section: await room.section('World'), authors: [await room.author('A')], publishedAt: '2026-01-02T00:00:00Z' })
    await autosave(id, 'As rewritten')
    expect(await door.readStoryDraft(id)).toMatchObject({ status: 'draft', withdrawn: false, story: { headline: 'As rewritten' } })
  })

  it('freezes a draft so that autosaving leaves it alone', async () => {
    const id = await draft('Begun')
    await autosave(id, 'First form')
    const link = await door.createPreviewLink({ storyId: id, note: 'Counsel', expiresAt: end, frozen: true }, editor)
    await autosave(id, 'Second form')
    await autosave(id, 'Third form')
    expect((await door.readStoryDraft(id, link.frozenVersion!))?.story.headline).toBe('First form')
    expect((await door.readStoryDraft(id))?.story.headline).toBe('Third form')
  })

  it('does not open one story’s version under another', async () => {
    const [one, other] = [await draft('One'), await draft('Other')]
    const { versionId } = (await door.readStoryDraft(one))!
    expect(await door.readStoryDraft(other, versionId)).toBeNull()
  })

  it('lets reporters take back their own links, editors all', async () => {
    const id = await draft('Shared')
    const given = await door.createPreviewLink({ storyId: id, note: 'By the editor', expiresAt: end, frozen: false }, editor)
    const own = await door.createPreviewLink({ storyId: id, note: 'By the reporter', expiresAt: end, frozen: false }, reporter)
    const now = new Date().toISOString()
    await expect(door.endPreviewLink(id, given.id, reporter, now)).resolves.toBe(false)
    expect(await door.endPreviewLink(id, own.id, reporter, now)).toBe(true)
    expect(await door.endPreviewLink(id, given.id, editor, now)).toBe(true)
    expect((await door.readPreviewLinks(id, reporter)).map((link) => [link.createdBy, link.revokedAt !== null])).toEqual([['reporter', true], ['editor', true]])
  })

  it('does not stand in the way of deleting a story', async () => {
    const id = await draft('Deleted')
    await door.createPreviewLink({ storyId: id, note: 'Source', expiresAt: end, frozen: false }, editor)
    await room.payload.delete({ collection: 'stories', id, depth: 0 })
    expect(await door.readStoryDraft(id)).toBeNull()
  })

  it('drops a planned time that lies in the past when it is set, keeps one that has passed since', async () => {
    const id = await draft('Planned')
    const set = (scheduledFor: string, now?: Date) => plan(id, scheduledFor, now)
    expect(await set(new Date(Date.now() - 120_000).toISOString())).toBeNull()
    const justNow = new Date(Date.now() - 2_000).toISOString()
    expect(await set(justNow)).toBe(justNow)
    const soon = new Date(Date.now() + 60_000).toISOString()
    expect(await set(soon)).toBe(soon)
    expect(await set(soon, new Date(Date.now() + 600_000))).toBe(soon)
  })

  it('does not plan anew from a form left open while its story went out', async () => {
    const at = new Date(Date.now() - 1_000).toISOString()
    const id = await room.story({ headline: 'Went out', section: await room.section('Out'), authors: [await room.author('C')], publishedAt: at })
    expect(await plan(id, at)).toBeNull()
  })

  it('keeps the first publication, its address and the count of revisions against such a form', async () => {
    const id = await room.story({ headline: 'First form', section: await room.section('Kept'), authors: [await room.author('E')], publishedAt: '2026-01-05T00:00:00Z' })
    const stale = { headline: 'Second form', publishedAt: null, revision: 0, slug: 'first-form' }
    for (const headline of ['Second', 'Second form']) await room.payload.update({ collection: 'stories', id, data: { ...stale, headline } as never, draft: true, autosave: true, depth: 0 })
    const out = await room.payload.update({ collection: 'stories', id, data: { _status: 'published' } as never, depth: 0 })
    expect(out).toMatchObject({ headline: 'Second form', slug: 'first-form', publishedAt: '2026-01-05T00:00:00.000Z', revision: 2 })
  })

  it('copies a published story into a draft with nothing of its publication', async () => {
    const id = await room.story({ headline: 'Copied', section: await room.section('Copies'), authors: [await room.author('D')], publishedAt: '2026-01-04T00:00:00Z' })
    const copy = (await room.payload.duplicate({ collection: 'stories', id, draft: true, depth: 0, data: {} as never })) as unknown as Record<string, unknown>
    expect(copy).toMatchObject({ headline: 'Copied', _status: 'draft', publishedAt: null, scheduledFor: null, revision: 0, withdrawn: false })
    const out = await room.payload.update({ collection: 'stories', id: copy.id as number, data: { _status: 'published' } as never, depth: 0 })
    expect(out.slug).toBe('copied-2')
  })

  it('announces nothing when a draft is saved over a published story', async () => {
    const id = await room.story({ headline: 'Quiet', section: await room.section('Quiet'), authors: [await room.author('B')], publishedAt: '2026-01-03T00:00:00Z' })
    const { readPublication } = await import('@/lib/adapters/cms/publication')
    const before = await readPublication(id)
    await autosave(id, 'Not yet')
    expect(await readPublication(id)).toEqual(before)
    expect(before).toMatchObject({ state: 'live', headline: 'Quiet', path: '/quiet/quiet' })
  })
})
