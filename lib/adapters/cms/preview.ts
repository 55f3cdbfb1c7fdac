import type { PreviewLink } from '@/lib/model/preview-link'
import type { Page } from '@/lib/model/section'
import type { Story } from '@/lib/model/story'
import { query } from '@/lib/adapters/addresses/database'
import { cms } from './client'
import { readPage } from './labels'
import { readDraftStory } from './stories'
import { textOf } from './links'

type Auth = Awaited<ReturnType<Awaited<ReturnType<typeof cms>>['auth']>>

/** Someone with an account, as their session says. */
export type Member = NonNullable<Auth['user']>

/** A draft on its way to the real page. Times are ISO 8601 in UTC. */
export interface StoryDraft {
  story: Story
  /** "published" when nothing has been changed since publication. */
  status: 'draft' | 'published'
  withdrawn: boolean
  savedAt: string
  versionId: string
}

/** Who asks, by the session cookie of the back office; null for anyone else. */
export async function whoAsks(headers: Headers): Promise<Member | null> {
  const payload = await cms()
  const { user } = await payload.auth({ headers })
  return user
}

/** Whether the back office's own rules let a member read this document. */
export async function mayRead(collection: 'stories' | 'pages', id: number, user: Member): Promise<boolean> {
  const payload = await cms()
  const doc = await payload.findByID({ collection, id, draft: true, depth: 0, select: {}, overrideAccess: false, user, disableErrors: true })
  return doc !== null
}

/** The newest saved form of a story, or one version of it; null when there is none (any more). */
export async function readStoryDraft(id: number, versionId?: string): Promise<StoryDraft | null> {
  const found = await readDraftStory(id, versionId)
  if (found === null) return null
  const payload = await cms()
  const version = await payload.findVersionByID({ collection: 'stories', id: found.versionId, depth: 0, select: { version: { withdrawn: true } } as never, disableErrors: true })
  return { ...found, withdrawn: (version?.version as { withdrawn?: boolean } | undefined)?.withdrawn === true }
}

/** The newest saved form of a static page, published or not. */
export async function readPageDraft(id: number): Promise<{ page: Page; status: 'draft' | 'published'; savedAt: string } | null> {
  const payload = await cms()
  const [page, doc] = await Promise.all([readPage(id, true), payload.findByID({ collection: 'pages', id, draft: true, depth: 0, disableErrors: true })])
  if (page === null || doc === null) return null
  return { page, status: doc._status === 'published' ? 'published' : 'draft', savedAt: String(doc.updatedAt) }
}

/** Where readers find a document today; null when they do not. */
export async function readLivePath(kind: 'story' | 'page', id: number): Promise<string | null> {
  const [row] = await query<{ path: string }>("SELECT path FROM paths WHERE kind = ? AND ref = ? AND state = 'live' LIMIT 1", [kind, String(id)])
  return row?.path ?? null
}

interface LinkDoc {
  id: number
  note?: string | null
  frozenVersion?: string | null
  expiresAt: string
  revokedAt?: string | null
  createdAt: string
  createdBy?: unknown
}

const toPreviewLink = (doc: LinkDoc): PreviewLink => ({
  id: doc.id,
  note: doc.note ?? '',
  frozenVersion: textOf(doc.frozenVersion),
  expiresAt: doc.expiresAt,
  revokedAt: doc.revokedAt ?? null,
  createdAt: doc.createdAt,
  createdBy: textOf((doc.createdBy as { name?: unknown } | null)?.name),
})

/** A story's preview links, newest first. */
export async function readPreviewLinks(storyId: number, user: Member): Promise<PreviewLink[]> {
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'preview-links', where: { story: { equals: storyId } }, sort: '-createdAt', depth: 0, limit: 50, overrideAccess: false, user })
  const makers = await namesOf(docs.map((doc) => doc.createdBy))
  return docs.map((doc) => toPreviewLink({ ...doc, createdBy: { name: makers.get(Number(doc.createdBy)) } } as LinkDoc))
}

/** Names only: members may not read one another's accounts, but may know who gave a link away. */
async function namesOf(ids: unknown[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.map(Number).filter(Number.isInteger))]
  if (wanted.length === 0) return new Map()
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'users', where: { id: { in: wanted } }, select: { name: true }, depth: 0, pagination: false })
  return new Map(docs.map((doc) => [Number(doc.id), doc.name]))
}

/** Writes a preview link down. A frozen one first makes sure that its version is not written over. */
export async function createPreviewLink(link: { storyId: number; note: string; expiresAt: string; frozen: boolean }, user: Member): Promise<PreviewLink> {
  const payload = await cms()
  const frozenVersion = link.frozen ? await freeze(link.storyId) : null
  const doc = await payload.create({
    collection: 'preview-links',
    data: { story: link.storyId, note: link.note, expiresAt: link.expiresAt, frozenVersion },
    depth: 0,
    overrideAccess: false,
    user,
  })
  return toPreviewLink({ ...doc, createdBy: { name: (user as { name?: string }).name } } as LinkDoc)
}

/**
 * The newest version, in a form that stays. Autosaving writes over its own last version, so an autosaved draft is
 * saved once more as a version of its own, which the next autosave leaves alone.
 */
async function freeze(storyId: number): Promise<string> {
  const payload = await cms()
  const newest = async () => {
    const { docs } = await payload.findVersions({ collection: 'stories', where: { and: [{ parent: { equals: storyId } }, { latest: { equals: true } }] }, depth: 0, limit: 1, pagination: false })
    return docs[0] as { id: number | string; autosave?: boolean | null } | undefined
  }
  const found = await newest()
  if (found?.autosave === true) await payload.update({ collection: 'stories', id: storyId, data: {}, draft: true, depth: 0 })
  const kept = found?.autosave === true ? await newest() : found
  if (kept === undefined) throw new Error(`Story ${storyId} has no version to freeze`)
  return String(kept.id)
}

/** Takes a preview link back; false when the member may not, or there is none of that story. */
export async function endPreviewLink(storyId: number, linkId: number, user: Member, at: string): Promise<boolean> {
  const payload = await cms()
  const { docs } = await payload.update({
    collection: 'preview-links',
    where: { and: [{ id: { equals: linkId } }, { story: { equals: storyId } }] },
    data: { revokedAt: at },
    depth: 0,
    overrideAccess: false,
    user,
  })
  return docs.length === 1
}
