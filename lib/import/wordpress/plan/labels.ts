import type { Payload } from 'payload'
import { inBulk, type Bulk, type Row } from '@/lib/cms/bulk'
import { RESERVED, toSlug } from '@/lib/cms/fields/slug'
import { sql } from '@/lib/cms/sql'
import { authorPath, topicPath } from '@/lib/routes'
import { hashOf, readLedger, writeLedger, type LedgerEntry } from '../../ledger'
import { KEPT, renew } from '../../renew'
import type { Note } from '../../note'
import type { Noted } from '../noted'
import type { Staging } from '../staging'
import type { WxrTerm } from '../types'
import { UNCATEGORISED, type Categories } from './categories'
import type { People } from './people'
import { claimantOf, termKey, type Survey } from './survey'
import { fit, plainOf } from './text'

/** Sections, topics and authors as they stand here, by what they were called there. */
export interface Labels {
  /** By category slug. */
  sections: Map<string, { id: number; path: string; name: string }>
  /** By tag slug. */
  topics: Map<string, number>
  /** By the person's key. */
  authors: Map<string, number>
}

interface LabelDoc {
  key: string
  title: string
  slug: string
  path: string
  fields: Row
}

const emptySlug = (slug: string, id: number | string) => (slug === '' ? `item-${id}` : slug)

/**
 * Makes the sections, topics and authors that are not here yet. What the newsroom had already under the same slug is
 * joined and left as it is. What an earlier run made and nobody has touched takes the export's newer words.
 */
export function settleLabels(payload: Payload, source: string, staging: Staging, categories: Categories, people: People, survey: Survey, portraits: ReadonlyMap<number, number>, note: Noted): Promise<Labels> {
  return inBulk(payload, async (bulk) => {
    const sections = await settleSections(bulk, source, staging, categories, survey, note)
    const topics = await settleAll(bulk, source, 'tag', 'topics', topicDocs(staging, survey), note)
    for (const term of staging.terms('post_tag')) if (!survey.used.has(termKey('post_tag', term.slug))) note({ kind: 'tag', key: term.slug, title: term.name }, UNUSED)
    const known = await readLedger(bulk.sql, source, 'person')
    const authors = await settleAll(bulk, source, 'person', 'authors', personDocs(people, portraits), note)
    await writeContacts(bulk, people, known, authors)
    return { sections, topics, authors }
  })
}

/** A page with nothing on it helps no reader. */
const UNUSED: Note = { kind: 'dropped', code: 'unused-tag', message: 'No story carries this tag; no topic was made of it.' }

function topicDocs(staging: Staging, survey: Survey): LabelDoc[] {
  const known = new Map(staging.terms('post_tag').map((term) => [term.slug, term]))
  const slugs = [...survey.used.keys()].filter((key) => key.startsWith('post_tag ')).map((key) => key.slice('post_tag '.length))
  return slugs.sort().map((slug) => {
    const name = plainOf(known.get(slug)?.name ?? slug) || slug
    const own = emptySlug(toSlug(slug) || toSlug(name), known.get(slug)?.id ?? slug.length)
    return { key: slug, title: name, slug: own, path: topicPath(own), fields: { name: fit(name, 80).text, description: descriptionOf(known.get(slug)) } }
  })
}

const descriptionOf = (term: WxrTerm | undefined) => fit(plainOf(term?.description ?? ''), 300).text || null

function personDocs(people: People, portraits: ReadonlyMap<number, number>): LabelDoc[] {
  return [...people.all.values()].map((person) => {
    const slug = emptySlug(toSlug(person.name), person.key.length)
    const portrait = person.portrait === null ? null : (portraits.get(person.portrait) ?? null)
    return { key: person.key, title: person.name, slug, path: authorPath(slug), fields: { name: person.name, biography: person.biography, portrait } }
  })
}

async function settleSections(bulk: Bulk, source: string, staging: Staging, categories: Categories, survey: Survey, note: Noted): Promise<Labels['sections']> {
  const isWanted = (term: WxrTerm) => !UNCATEGORISED.test(term.slug) || survey.used.has(termKey('category', term.slug)) || categories.bySlug.size === 1
  const terms = [...categories.bySlug.values()].filter(isWanted)
  const depth = (term: WxrTerm) => categories.lineOf(term.slug).length
  const found: Labels['sections'] = new Map()
  const names = new Map(terms.map((term) => [term.slug, UNCATEGORISED.test(term.slug) ? 'News' : fit(plainOf(term.name) || term.slug, 60).text]))
  let order = Number((await bulk.sql.all<{ top: number | null }>(sql`SELECT max("order") AS top FROM sections`))[0]?.top ?? 0)
  for (const term of terms.sort((a, b) => depth(a) - depth(b) || a.name.localeCompare(b.name))) {
    const news = UNCATEGORISED.test(term.slug) ? [...found.entries()].find(([slug]) => slug === 'news')?.[1] : undefined
    if (news !== undefined) {
      found.set(term.slug, news)
      continue
    }
    const name = names.get(term.slug)!
    const parent = term.parentSlug ? found.get(term.parentSlug) : undefined
    const wanted = emptySlug(UNCATEGORISED.test(term.slug) ? 'news' : toSlug(term.slug) || toSlug(name), term.id ?? term.slug.length)
    const base = parent?.path ?? ''
    const slug = RESERVED.includes(wanted) || claimantOf(staging, `${base}/${wanted}`) !== null ? `${wanted}-section` : wanted
    const doc: LabelDoc = { key: term.slug, title: name, slug, path: `${base}/${slug}`, fields: { name, description: descriptionOf(term), parent: parent?.id ?? null, order: ++order } }
    const ids = await settleAll(bulk, source, 'category', 'sections', [doc], note)
    const [row] = await bulk.sql.all<{ path: string }>(sql`SELECT path FROM sections WHERE id = ${ids.get(term.slug)!}`)
    found.set(term.slug, { id: ids.get(term.slug)!, path: String(row?.path ?? doc.path), name })
    if (UNCATEGORISED.test(term.slug)) note({ kind: 'category', key: term.slug, title: term.name }, { kind: 'changed', code: 'uncategorised', message: 'Posts without a category of their own were filed in “News”.' })
    if (slug !== wanted) note({ kind: 'category', key: term.slug, title: name }, { kind: 'changed', code: 'section-address', message: 'A section stands at another address, because the one it would have is the site’s own or a story’s.', detail: `${base}/${wanted} → ${doc.path}` })
  }
  return found
}

const PATH_KIND = { sections: 'section', topics: 'topic', authors: 'author' } as const

async function settleAll(bulk: Bulk, source: string, kind: string, collection: keyof typeof PATH_KIND, docs: readonly LabelDoc[], note: Noted): Promise<Map<string, number>> {
  const ledger = await readLedger(bulk.sql, source, kind)
  const rows = await bulk.sql.all<Row & { id: number; slug: string }>(sql`SELECT * FROM ${sql.raw(collection)}`)
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  const byId = new Map(rows.map((row) => [Number(row.id), row]))
  const taken = new Set(bySlug.keys())
  const entries: LedgerEntry[] = []
  const fresh: LabelDoc[] = []
  const found = new Map<string, number>()
  for (const doc of docs) {
    const entry = ledger.get(doc.key)
    const row = entry === undefined ? undefined : byId.get(entry.targetId)
    if (entry !== undefined && row !== undefined) {
      found.set(doc.key, entry.targetId)
      const renewed = await renew(bulk, entry, hashed(doc), row)
      if (renewed === 'kept') note({ kind, key: doc.key, title: doc.title, collection, targetId: entry.targetId }, KEPT)
      else if (renewed !== null) entries.push(renewed)
    } else if (entry === undefined && bySlug.has(doc.slug) && !(kind === 'person' && entries.some((other) => other.targetId === Number(bySlug.get(doc.slug)!.id)))) {
      const id = Number(bySlug.get(doc.slug)!.id)
      found.set(doc.key, id)
      entries.push({ kind, key: doc.key, collection, targetId: id, hash: null, state: 'joined' })
    } else fresh.push(doc)
  }
  const ids = await bulk.reserve(collection, fresh.length)
  const made: Row[] = []
  const addresses: Row[] = []
  const now = new Date().toISOString()
  for (const [i, doc] of fresh.entries()) {
    const id = ids[i]!
    let slug = doc.slug
    for (let number = 2; taken.has(slug); number++) slug = `${doc.slug}-${number}`
    taken.add(slug)
    const path = `${doc.path.slice(0, doc.path.length - doc.slug.length)}${slug}`
    made.push({ id, slug, ...doc.fields, ...(collection === 'sections' ? { path } : {}), createdAt: now, updatedAt: now })
    addresses.push({ path, kind: PATH_KIND[collection], ref: String(id), state: 'live', createdAt: now, updatedAt: now })
    found.set(doc.key, id)
    entries.push({ kind, key: doc.key, collection, targetId: id, hash: hashOf(hashed(doc)), state: 'written' })
  }
  await bulk.put(collection, made)
  await bulk.put('paths', addresses, 'skip')
  await writeLedger(bulk.sql, source, entries)
  return found
}

const hashed = ({ fields: { order: _order, parent: _parent, ...words } }: LabelDoc): Row => words

/** Of people who are new here: what an editor takes away later stays away. */
async function writeContacts(bulk: Bulk, people: People, known: ReadonlyMap<string, unknown>, authors: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...people.all.values()].flatMap((person) => {
    const parent = authors.get(person.key)
    return parent === undefined || known.has(person.key) ? [] : person.contacts.map((contact, i) => ({ _order: i + 1, _parentID: parent, id: `moved-${parent}-${i}`, ...contact }))
  })
  await bulk.put('authors_contacts', rows, 'skip')
}
