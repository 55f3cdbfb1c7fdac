import {
  Forbidden,
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { refusal } from '../refusal'
import { tags } from '@/lib/data/tags'
import { storyPath } from '@/lib/routes'
import { roleOf } from '../access'
import { announce } from '../changes'
import { idOf } from '../ids'
import { wordsOfStory } from '../body/words'
import { noteForCrawlers } from '../notices'
import { ownerOf, pathTag, settlePath, takenSentence } from '../paths'
import { listsOf, withAncestors, writeRiver } from '../river'
import { sql, sqlOf, type Sql } from '../sql'

type Doc = Record<string, unknown> & { id?: number }

const idsOf = (value: unknown): number[] => (Array.isArray(value) ? value.map(idOf).filter((id): id is number => id !== null) : [])

const WRITES = ['create', 'update', 'restoreVersion']

/** A reporter saves drafts and nothing else: neither publishing nor taking down, through whichever door. */
export const keepToDrafts: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { draft, overrideAccess, data } = args as { draft?: boolean; overrideAccess?: boolean; data?: { _status?: string } }
  if (roleOf(req) !== 'reporter' || overrideAccess === true) return args
  if (WRITES.includes(operation) && (draft !== true || data?._status === 'published')) throw new Forbidden(req.t)
  return args
}

/** The newest draft is what goes out at its minute: what a reporter wrote after an editor set that would go out unseen. */
export const keepSchedule: CollectionBeforeValidateHook = ({ originalDoc, req }) => {
  if (roleOf(req) === 'reporter' && originalDoc?.scheduledFor) throw refusal('This story is scheduled. Ask an editor to take it off the schedule before you change it.', 403)
}

/** What whoever restores a version may not set stays as it is, as when they save; Payload would empty it: the embargo, the corrections, whose story it is. */
export const restoreOnlyTheirs: CollectionBeforeValidateHook = ({ data, originalDoc, context }) => (context.isRestoringVersion === true ? { ...originalDoc, ...data } : data)

const WORDS = ['headline', 'standfirst', 'body', 'hero', 'corrections', 'livePosts'] as const

const hasNewWords = (before: Doc, after: Doc) => WORDS.some((field) => JSON.stringify(plain(before[field])) !== JSON.stringify(plain(after[field])))
/** A value without what saving adds to it: rows without their ids, a populated document as its id, nothing as null. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => ({ ...(item as object), id: undefined }))
  const isDocument = typeof value === 'object' && value !== null && 'id' in value
  return isDocument ? value.id : (value ?? null)
}

async function pathFor(req: PayloadRequest, doc: Doc): Promise<string | null> {
  const sectionId = idOf(doc.section)
  if (sectionId === null || typeof doc.slug !== 'string' || doc.slug === '') return null
  const section = await req.payload.findByID({ collection: 'sections', id: sectionId, depth: 0, req })
  return storyPath(String(section.path), doc.slug, keptAddress(doc))
}

const keptAddress = (doc: Doc) => (typeof doc.address === 'string' && doc.address !== '' ? doc.address : null)

/** An address kept from another site is taken as it is or refused. */
async function refuseTakenAddress(req: PayloadRequest, kept: string, id: number | undefined): Promise<void> {
  if ((await ownerOf(req, kept, 'story', id)) === null) return
  throw new ValidationError({ collection: 'stories', errors: [{ path: 'address', message: takenSentence(kept) }] }, req.t)
}

/** The slug, made free of other stories' addresses: a number is added to one made by itself; a typed one is refused. */
async function freeSlug(req: PayloadRequest, doc: Doc, id: number | undefined): Promise<string> {
  const base = String(doc.slug)
  for (let number = 1; number < 100; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    const path = await pathFor(req, { ...doc, slug })
    if (path === null || (await ownerOf(req, path, 'story', id)) === null) return slug
    if (number === 1 && doc.publishedAt) {
      throw new ValidationError({ collection: 'stories', errors: [{ path: 'slug', message: takenSentence(path) }] }, req.t)
    }
  }
  throw refusal('No free address was found for this headline. Type one by hand.', 400)
}

/** Everything that publishing settles: time, address, embargo, what counts as an update. Drafts pass untouched. */
export const prepareStory: CollectionBeforeChangeHook = async ({ data, originalDoc, req, context }) => {
  const words = wordsOfStory(data)
  // A form that was open while its story went out does not know of it: what publication settled is not emptied again.
  const doc: Doc = { ...data, wordCount: words, publishedAt: data.publishedAt ?? originalDoc?.publishedAt ?? null }
  const now = context.now instanceof Date ? context.now : new Date()
  if (data._status !== 'published') return req.user && (await isStaleSchedule(req, data, originalDoc, now)) ? { ...doc, scheduledFor: null } : doc

  const embargo = typeof data.embargoedUntil === 'string' ? new Date(data.embargoedUntil) : null
  if (embargo !== null && embargo > now) {
    const message = `Embargoed until ${embargo.toISOString()}. Set “Publish at” to that minute or later and save the draft, or lift the embargo.`
    throw new ValidationError({ collection: 'stories', errors: [{ path: 'embargoedUntil', message }] }, req.t)
  }
  if (typeof data.publishedAt === 'string' && new Date(data.publishedAt).getTime() > now.getTime() + 5 * 60_000) {
    const message = 'This lies in the future. To publish later, use “Publish at” and save the draft.'
    throw new ValidationError({ collection: 'stories', errors: [{ path: 'publishedAt', message }] }, req.t)
  }
  const id = idOf(originalDoc)
  const published = id === null ? null : await publishedRow(req, id)
  if (keptAddress(doc) === null) doc.slug = await freeSlug(req, doc, id ?? undefined)
  else await refuseTakenAddress(req, keptAddress(doc)!, id ?? undefined)
  doc.publishedAt = doc.publishedAt ?? published?.publishedAt ?? now.toISOString()
  doc.scheduledFor = null
  doc.revision = Math.max(Number(originalDoc?.revision ?? 0), Number(published?.revision ?? 0)) + 1
  const isUpdate = published !== null && (data.revisedAt ?? null) === (published.revisedAt ?? null) && hasNewWords(published, data)
  if (isUpdate && data.minorChange !== true) doc.revisedAt = now.toISOString()
  doc.minorChange = false
  return doc
}

/** A minute chosen just before it passes still counts. */
const GRACE_MS = 60_000

/**
 * A time in the past that this very save sets. Autosave sends what a calendar gives while it is being used (today
 * at 00:00, before the hour is chosen), and a form left open sends the minute at which its story has since gone
 * out: neither may publish a half-written draft. A time that was saved ahead and has passed meanwhile stays due.
 */
async function isStaleSchedule(req: PayloadRequest, data: Doc, before: Doc | undefined, now: Date): Promise<boolean> {
  const at = timeOf(data.scheduledFor)
  if (at === null || at > now.getTime() || at === timeOf(before?.scheduledFor)) return false
  if (at < now.getTime() - GRACE_MS) return true
  const id = idOf(before)
  const published = id === null ? null : await publishedRow(req, id)
  return published !== null && timeOf(published.updatedAt)! >= at
}

const timeOf = (value: unknown): number | null => (typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : null)

/** The row readers see, or null when the story is not published. */
async function publishedRow(req: PayloadRequest, id: number): Promise<Doc | null> {
  const row = await req.payload.db.findOne<Doc & { id: number }>({ collection: 'stories', where: { id: { equals: id } }, req })
  return row !== null && row._status === 'published' ? row : null
}

/** After any change: settles address and lists by what readers may see now, and announces what that touches. */
export const spreadStory: CollectionAfterChangeHook = async ({ doc, previousDoc, req, context }) => {
  if (context.spread === false) return doc
  const id = Number(doc.id)
  // A draft changes nothing that readers see, and is saved every second while someone types. Taking a story down
  // also makes it a draft, but then its address is still live.
  if (doc._status === 'draft' && ((await publishedRow(req, id)) !== null || !(await isServed(req, id)))) return doc
  await settleStory(req, id, idsOf(previousDoc?.translations))
  return doc
}

/**
 * Brings address, lists and caches of one story into line with its published row. Safe to repeat.
 * `versionsBefore` are the stories it named as itself in other languages until now.
 */
export async function settleStory(req: PayloadRequest, id: number, versionsBefore: readonly number[] = []): Promise<void> {
  const row = await publishedRow(req, id)
  const isLive = row !== null && row.withdrawn !== true
  const db = sqlOf(req.payload, req)
  const entry = isLive ? await entryOf(req, row) : null
  if (!isLive && !(await wasServed(req, id))) return
  const before = await writeRiver(db, id, entry)
  const reason = row?.withdrawn === true ? String(row.withdrawalReason ?? '') : null
  const paths = await settlePath(req, 'story', id, isLive ? await pathFor(req, row) : null, reason)
  const lists = [...(before?.lists ?? []), ...(entry?.lists ?? [])]
  const subject = [tags.story(id), tags.front('home'), tags.latest, tags.corrections, tags.archive, tags.feeds, ...lists, ...frontsOf(lists), ...paths.map(pathTag), ...(await tagsOfVersions(db, id, versionsBefore))]
  const cards = [tags.mention(id), tags.aside]
  await noteForCrawlers(req, { paths, lists, path: isLive ? await pathFor(req, row) : null, before, now: entry })
  await announce(req, isLive ? { expire: subject, refresh: cards } : { expire: [...subject, ...cards, tags.trending], refresh: [] }, { kind: 'story', id })
}

/** The same story in other languages, and the sitemaps these stand in: each names all of them. */
async function tagsOfVersions(db: Sql, id: number, before: readonly number[]): Promise<string[]> {
  const rows = await db.all<{ other: number }>(sql`
    SELECT stories_id AS other FROM stories_rels WHERE parent_id = ${id} AND path = 'translations'
    UNION SELECT parent_id FROM stories_rels WHERE stories_id = ${id} AND path = 'translations'`)
  const found: string[] = []
  for (const other of new Set([...before, ...rows.map((row) => Number(row.other))])) {
    const months = await db.all<{ list: string }>(sql`SELECT list FROM river WHERE story_id = ${other} AND list LIKE 'month:%'`)
    found.push(tags.story(other), ...months.map(({ list }) => list))
  }
  return found
}

const frontsOf = (lists: string[]) => lists.filter((list) => list.startsWith('section:')).map((list) => tags.front(list))

async function wasServed(req: PayloadRequest, id: number): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'paths', where: { and: [{ kind: { equals: 'story' } }, { ref: { equals: String(id) } }] }, req })
  return totalDocs > 0
}

async function isServed(req: PayloadRequest, id: number): Promise<boolean> {
  const { totalDocs } = await req.payload.count({ collection: 'paths', where: { and: [{ kind: { equals: 'story' } }, { ref: { equals: String(id) } }, { state: { equals: 'live' } }] }, req })
  return totalDocs > 0
}

async function entryOf(req: PayloadRequest, row: Doc) {
  const settings = await req.payload.findGlobal({ slug: 'settings', depth: 0, req })
  const sectionId = idOf(row.section)
  const sections = [...(sectionId === null ? [] : [sectionId]), ...idsOf(row.otherSections)]
  const publishedAt = String(row.publishedAt)
  const lists = listsOf(
    {
      publishedAt,
      kind: String(row.kind),
      sectionIds: await withAncestors(req, sections),
      topicIds: idsOf(row.topics),
      authorIds: idsOf(row.authors),
      hasCorrections: Array.isArray(row.corrections) && row.corrections.length > 0,
    },
    settings.timeZone ?? 'UTC',
  )
  const publishedTime = new Date(publishedAt).getTime()
  return { lists, publishedAt: publishedTime, modifiedAt: Math.max(publishedTime, timeOf(row.revisedAt) ?? 0, ...liveTimes(row)) }
}

/** When each entry of a live story was made (lib/model/story.ts, modifiedAt). */
const liveTimes = ({ kind, livePosts }: Doc): number[] => (kind === 'live' && Array.isArray(livePosts) ? livePosts.map(({ at }: { at?: unknown }) => timeOf(at) ?? 0) : [])

/** Links to its drafts go with a deleted story; a link to nothing would keep it from being deleted. */
export const removePreviewLinks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({ collection: 'preview-links', where: { story: { equals: id } }, depth: 0, req })
}

/** A deleted story leaves its addresses behind as withdrawn ones. */
export const withdrawDeletedStory: CollectionAfterDeleteHook = async ({ id, req }) => {
  await settleStory(req, Number(id))
}
