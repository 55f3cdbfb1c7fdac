import type { Payload } from 'payload'
import { inBulk, type Bulk } from '@/lib/cms/bulk'
import { toSlug } from '@/lib/cms/fields/slug'
import { among, sql } from '@/lib/cms/sql'
import { readLedger, writeLedger } from '../../ledger'
import type { Note } from '../../note'
import type { Noted } from '../noted'
import type { Staging } from '../staging'
import type { WxrItem } from '../types'
import { readDate } from '../wxr/dates'
import { addressProblem } from '@/lib/own-addresses'
import { primaryOf, UNCATEGORISED, type Categories } from './categories'
import type { Labels } from './labels'
import { bylineOf, type People } from './people'
import { spell } from './permalinks'
import { claimantOf, earlierPaths, oldPathOf } from './survey'
import { readTagDiv } from './tagdiv'
import { decodePart, plainOf } from './text'

export type Collection = 'stories' | 'pages'

/** What is settled of a post or page before its text is read. */
export interface Planned {
  id: number
  type: string
  collection: Collection
  /** Its number here. */
  target: number
  title: string
  state: 'published' | 'scheduled' | 'draft'
  /** When it was, or will be, published; ISO 8601. Null for a draft. */
  at: string | null
  modified: string | null
  slug: string
  /** Where readers find it here; null while it is not public. */
  path: string | null
  /** The path, where it is not what section and slug make. */
  address: string | null
  /** Every other address that leads to it. */
  moved: string[]
  sections: number[]
  topics: number[]
  authors: number[]
}

export interface PlanContext {
  source: string
  staging: Staging
  categories: Categories
  people: People
  labels: Labels
  structure: string | null
  timeZone: string
  keepAddresses: boolean
  now: Date
  note: Noted
  types: readonly string[]
}

/** What is known of a post before it has a number and an address here. */
type Begun = Pick<Planned, 'id' | 'type' | 'collection' | 'title' | 'state' | 'at' | 'modified'> & { notes: Note[] }

const STATES: Record<string, Planned['state']> = { publish: 'published', future: 'scheduled', draft: 'draft', pending: 'draft', private: 'draft' }

/** Gives every post and page its number here, then its address, and writes both into the working file. */
export async function planPosts(payload: Payload, context: PlanContext): Promise<void> {
  const { staging } = context
  staging.within(() => {
    for (const type of [...context.types, 'page']) for (const item of staging.items(type)) place(item, context)
  })
  await allocate(payload, context, 'stories')
  await allocate(payload, context, 'pages')
  await settleAddresses(payload, context)
}

/** Notes what a post is and when it was; what was thrown away or never begun stays there. */
function place(item: WxrItem, { staging, timeZone, now }: PlanContext): void {
  const state = STATES[item.status]
  if (state === undefined) return
  const { at } = readDate(item, timeZone)
  const modified = readDate({ date: item.modified, dateGmt: item.modifiedGmt, pubDate: '' }, timeZone).at
  const collection: Collection = item.type === 'page' ? 'pages' : 'stories'
  const notes: Note[] = []
  const say = (code: string, message: string) => notes.push({ kind: 'changed', code, message })
  let becomes = state
  if (item.password !== '') say('password', 'It was behind a password; it came as a draft.')
  else if (item.status === 'private') say('private', 'It was private; it came as a draft.')
  else if (item.status === 'pending') say('pending', 'It was waiting for review; it came as a draft.')
  if (item.password !== '') becomes = 'draft'
  if (becomes === 'scheduled' && collection === 'pages') becomes = 'draft'
  if (becomes === 'scheduled' && (at === null || new Date(at) <= now)) {
    notes.push({ kind: 'doubtful', code: 'schedule-passed', message: 'Its hour passed between the export and now. It came as a draft: publish it by hand.', detail: at ?? undefined })
    becomes = 'draft'
  }
  if (becomes === 'published' && at === null) {
    notes.push({ kind: 'doubtful', code: 'no-date', message: 'It was published but has no date. It came as a draft: give it one and publish it.' })
    becomes = 'draft'
  }
  if (becomes === 'published' && new Date(at!) > now) {
    notes.push({ kind: 'changed', code: 'future-date', message: 'It was published with a date that lies in the future; it came scheduled for that hour.', detail: at! })
    becomes = collection === 'pages' ? 'draft' : 'scheduled'
  }
  const time = new Date(at ?? modified ?? now).getTime()
  const planned: Begun = { id: item.id, type: item.type, collection, title: titleOf(item), state: becomes, at: becomes === 'draft' ? null : at, modified, notes }
  staging.run('INSERT OR REPLACE INTO planned (id, collection, target, at, json) VALUES (?, ?, 0, ?, ?)', item.id, collection, time, JSON.stringify(planned))
}

export const titleOf = (item: WxrItem) => plainOf(item.title) || `(without a headline, ${item.id})`

/**
 * Gives numbers to what has none, the newest the highest. They are written down in the same transaction, and the highest
 * is taken by an empty draft, so that nobody who writes meanwhile is given one of them.
 */
async function allocate(payload: Payload, { source, staging }: PlanContext, collection: Collection): Promise<void> {
  await inBulk(payload, async (bulk) => {
    const ledger = await readLedger(bulk.sql, source, collection)
    const rows = staging.all<{ id: number }>('SELECT id FROM planned WHERE collection = ? ORDER BY at, id', collection)
    const fresh = rows.filter((row) => !ledger.has(String(row.id)))
    const ids = await bulk.reserve(collection, fresh.length)
    const targets = new Map(fresh.map((row, i) => [row.id, ids[i]!]))
    staging.within(() => {
      for (const row of rows) staging.run('UPDATE planned SET target = ? WHERE id = ?', targets.get(row.id) ?? ledger.get(String(row.id))!.targetId, row.id)
    })
    const last = fresh.at(-1)
    if (last === undefined) return
    await writeLedger(bulk.sql, source, fresh.map((row) => ({ kind: collection, key: String(row.id), collection, targetId: targets.get(row.id)!, hash: null, state: 'allocated' as const })))
    await holdRange(bulk, collection, targets.get(last.id)!, titleOf(staging.item(last.id)!))
  })
}

async function holdRange(bulk: Bulk, collection: Collection, id: number, title: string): Promise<void> {
  if (bulk.dialect === 'postgres') return
  const now = new Date().toISOString()
  const empty = { id, [collection === 'stories' ? 'headline' : 'title']: title.slice(0, 120), _status: 'draft', createdAt: now, updatedAt: now }
  await bulk.put(collection, [empty], 'skip')
}

const CHUNK = 300

async function settleAddresses(payload: Payload, context: PlanContext): Promise<void> {
  const { staging } = context
  staging.run('CREATE TABLE IF NOT EXISTS addresses (path TEXT PRIMARY KEY, item INTEGER NOT NULL) WITHOUT ROWID')
  staging.run('DELETE FROM addresses')
  // Pages first, then the newest: in the order in which WordPress lets them answer.
  for (const collection of ['pages', 'stories'] as const) {
    for (let below = Number.MAX_SAFE_INTEGER; ; ) {
      const rows = staging.all<{ id: number; target: number; json: string }>('SELECT id, target, json FROM planned WHERE collection = ? AND id < ? ORDER BY id DESC LIMIT ?', collection, below, CHUNK)
      if (rows.length === 0) break
      below = rows.at(-1)!.id
      await settleChunk(payload, rows.map((row) => draftPlan(staging.item(row.id)!, JSON.parse(row.json) as Begun, row.target, context)), context)
    }
  }
}

async function settleChunk(payload: Payload, drafts: readonly Draft[], context: PlanContext): Promise<void> {
  const { staging } = context
  const others = await ownedByOthers(payload, drafts)
  staging.within(() => {
    for (const draft of drafts) {
      const planned = settleAddress(draft, others, context)
      staging.run('UPDATE planned SET json = ? WHERE id = ?', JSON.stringify(planned), planned.id)
      if (planned.path !== null) staging.run('INSERT OR REPLACE INTO places (path, collection, id) VALUES (?, ?, ?)', planned.path, planned.collection, planned.target)
      for (const path of planned.moved) staging.run('INSERT OR IGNORE INTO places (path, collection, id) VALUES (?, ?, ?)', path, planned.collection, planned.target)
    }
  })
}

interface Draft {
  planned: Planned
  item: WxrItem
  notes: Note[]
  oldPath: string | null
  natural: string
  earlier: string[]
}

function draftPlan(item: WxrItem, { notes, ...begun }: Begun, target: number, context: PlanContext): Draft {
  const { categories, labels, people, structure } = context
  const slug = toSlug(decodePart(item.slug)) || toSlug(begun.title) || `story-${item.id}`
  const primary = primaryOf(item, categories)
  const slugs = item.terms.filter((term) => term.taxonomy === 'category').map((term) => term.slug)
  const sections = [...new Set([primary, ...slugs.filter((other) => other === primary || !UNCATEGORISED.test(other))].flatMap((name) => (name === null ? [] : (labels.sections.get(name) ?? []))))]
  const section = sections[0] ?? labels.sections.get('uncategorized')
  const byline = begun.collection === 'stories' ? bylineOf(item, people, readTagDiv(item).source) : []
  const authors = byline.flatMap((person) => labels.authors.get(person.key) ?? [])
  const topics = item.terms.filter((term) => term.taxonomy === 'post_tag').flatMap((term) => labels.topics.get(term.slug) ?? [])
  const natural = begun.collection === 'pages' ? `/${slug}` : `${section?.path ?? ''}/${slug}`
  const planned: Planned = {
    ...begun,
    target,
    slug,
    path: null,
    address: null,
    moved: [],
    sections: begun.collection === 'pages' ? [] : [...new Set((sections.length > 0 ? sections : section === undefined ? [] : [section]).map(({ id }) => id))],
    topics: [...new Set(topics)],
    authors: authors.length > 0 || begun.collection === 'pages' ? authors : [labels.authors.get('site')].filter((id) => id !== undefined),
  }
  const oldPath = item.status === 'publish' ? oldPathOf(item, structure, categories) : null
  return { planned, item, notes, oldPath, natural, earlier: earlierPaths(item, structure, categories) }
}

/** Addresses among those wanted that belong, or did once, to something else of this newsroom. */
async function ownedByOthers(payload: Payload, drafts: readonly Draft[]): Promise<Map<string, { kind: string; ref: string }>> {
  const wanted = [...new Set(drafts.flatMap((draft) => [draft.oldPath, draft.natural, `${draft.natural}-${draft.item.id}`, ...draft.earlier]).filter((path) => path !== null))]
  const found = new Map<string, { kind: string; ref: string }>()
  if (wanted.length === 0) return found
  const rows = await inBulk(payload, (bulk) => bulk.sql.all<{ path: string; kind: string; ref: string }>(sql`SELECT path, kind, ref FROM paths WHERE path IN (${among(wanted)})`))
  for (const row of rows) found.set(row.path, { kind: row.kind, ref: String(row.ref) })
  return found
}

function settleAddress({ planned, item, notes, oldPath, natural, earlier }: Draft, others: ReadonlyMap<string, { kind: string; ref: string }>, context: PlanContext): Planned {
  const { staging, note, keepAddresses } = context
  const subject = { kind: item.type, key: String(item.id), title: planned.title, collection: planned.collection, targetId: planned.target }
  for (const one of notes) note(subject, one)
  const kind = planned.collection === 'stories' ? 'story' : 'page'
  const isOthers = (path: string) => {
    const owner = others.get(path)
    return owner !== undefined && !(owner.kind === kind && owner.ref === String(planned.target))
  }
  const isTaken = (path: string) => isOthers(path) || addressProblem(path) !== null || (staging.get<{ item: number }>('SELECT item FROM addresses WHERE path = ?', path)?.item ?? item.id) !== item.id
  const isFree = (path: string) => !isTaken(path) && (claimantOf(staging, path) ?? item.id) === item.id
  if (planned.state !== 'published') {
    // Not public yet, but it will be: the address it was to have there is kept for it.
    return planned
  }
  const isWinner = oldPath !== null && claimantOf(staging, oldPath) === item.id
  if (oldPath !== null && !isWinner) note(subject, { kind: 'changed', code: 'address-collision', message: 'Several posts had this address, and the old site showed only the newest of them. This one was given an address of its own.', detail: oldPath })
  const keeps = isWinner && keepAddresses && !isTaken(oldPath)
  if (isWinner && keepAddresses && !keeps) note(subject, { kind: 'changed', code: 'address-taken', message: addressProblem(oldPath) !== null ? 'Its address is one of the site itself here; it was given another.' : 'Its address belongs to something else in this newsroom; it was given another.', detail: oldPath })
  const path = keeps ? oldPath : isFree(natural) ? natural : freeAfter(natural, item.id, isFree)
  const slug = keeps || path === natural ? planned.slug : path.slice(path.lastIndexOf('/') + 1)
  const own = `${natural.slice(0, natural.length - planned.slug.length)}${slug}`
  staging.run('INSERT OR REPLACE INTO addresses (path, item) VALUES (?, ?)', path, item.id)
  const led = [...(isWinner && !keeps && !isTaken(oldPath) ? [oldPath] : []), ...earlier.filter((other) => other !== path && isFree(other))]
  for (const other of led) staging.run('INSERT OR IGNORE INTO addresses (path, item) VALUES (?, ?)', other, item.id)
  const numbers = planned.collection === 'pages' ? [`/?p=${item.id}`, `/?page_id=${item.id}`] : [`/?p=${item.id}`]
  return { ...planned, slug, path, address: path === own ? null : path, moved: [...new Set([...led, ...numbers])] }
}

/** "slug-<number>" does not depend on the order of the file; a further number only where somebody has that too. */
function freeAfter(natural: string, id: number, isFree: (path: string) => boolean): string {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${natural}-${id}` : `${natural}-${id}-${number}`
    if (isFree(path)) return path
  }
}

/** Where a link of the old site leads here, by its path; null when nothing of it moved in. */
export function placeOf(staging: Staging, path: string): { collection: string; id: number } | null {
  return staging.get<{ collection: string; id: number }>('SELECT collection, id FROM places WHERE path = ?', spell(path))
}
