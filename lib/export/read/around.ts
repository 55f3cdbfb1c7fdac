import type { Payload } from 'payload'
import { among, sql, sqlOf, type Sql } from '@/lib/cms/sql'
import { referencesOf, type BlockContext } from '@/lib/adapters/cms/body-blocks'
import { readMedia } from '@/lib/adapters/cms/lookups'
import type { Media } from '@/lib/adapters/cms/pictures'
import type { Card } from '@/lib/model/card'
import { staticPagePath, storyPath } from '@/lib/routes'
import { addressesOf, type Addresses } from './addresses'
import { listOf, refOf, refsOf, type Doc } from './pages'

/** A name with its slug: a byline's or a topic's. */
export interface Label {
  id: number
  slug: string
  name: string
}

/** Everything that a page of stories points at, looked up at once. */
export interface Around {
  addresses: (storyId: string) => Addresses
  media: ReadonlyMap<number, Media>
  authors: ReadonlyMap<number, Label>
  topics: ReadonlyMap<number, Label>
  /** E-mail addresses of accounts. */
  accounts: ReadonlyMap<number, string>
  context: BlockContext
}

/** The rich texts of a story or page. */
export const bodiesOf = (doc: Doc): unknown[] => [doc.body, ...listOf(doc.livePosts).map((post) => post.body)]

/** Looks up what these documents point at, whether readers may see it or not: a way out loses no reference. */
export async function lookAround(payload: Payload, docs: readonly Doc[], sectionPath: (id: string) => string | null): Promise<Around> {
  const db = sqlOf(payload)
  const references = referencesOf(docs.map(bodiesOf))
  const ids = (pick: (doc: Doc) => unknown[]) => [...new Set(docs.flatMap(pick).flatMap((value) => (value == null ? [] : [Number(refOf(value))])))]
  const linked = (collection: string) => references.links.filter((link) => link.collection === collection).map(({ id }) => id)
  const stories = [...new Set([...references.stories, ...linked('stories'), ...docs.map(({ id }) => id)])]
  const [addresses, media, authors, topics, accounts, headlines, pages] = await Promise.all([
    addressesOf(db, 'story', stories.map(String)),
    readMedia([...references.media, ...ids((doc) => [doc.hero, doc.socialPicture])]),
    labelsOf(db, 'authors', ids((doc) => [...refsOf(doc.authors), ...listOf(doc.livePosts).map((post) => post.author)])),
    labelsOf(db, 'topics', ids((doc) => refsOf(doc.topics))),
    accountsOf(db, ids((doc) => [doc.createdBy])),
    headlinesOf(db, stories),
    pathsOfPages(db, [...new Set(linked('pages'))]),
  ])
  const pathOfStory = (id: number): string | null => {
    const { path, oldPaths } = addresses(String(id))
    const { section, slug, address } = headlines.get(id) ?? {}
    const planned = section && slug ? storyPath(sectionPath(section) ?? '', slug, address) : null
    return path ?? oldPaths.at(-1) ?? planned
  }
  const context: BlockContext = {
    cardOf: (id) => (headlines.has(id) ? mention(id, pathOfStory(id), headlines.get(id)!.headline) : null),
    // The rights to show a picture may have ended; that it stood there is part of the story.
    mediaOf: (id) => (media.has(id) ? { ...media.get(id), rightsExpireAt: null } : null),
    pathOf: (collection, id) => (collection === 'stories' ? pathOfStory(id) : (pages.get(id) ?? null)),
  }
  return { addresses, media, authors, topics, accounts, context }
}

/** As much of a card as a "read also" needs to be written out. */
const mention = (id: number, path: string | null, headline: string): Card => ({
  id: String(id),
  path: path ?? '',
  kind: 'news',
  kicker: null,
  headline,
  standfirst: null,
  section: { slug: '', name: '', path: '' },
  authors: [],
  picture: null,
  publishedAt: '',
  updatedAt: null,
  readingMinutes: 1,
})

async function labelsOf(db: Sql, table: 'authors' | 'topics', ids: readonly number[]): Promise<Map<number, Label>> {
  if (ids.length === 0) return new Map()
  const rows = await db.all<Label>(sql`SELECT id, slug, name FROM ${sql.raw(table)} WHERE id IN (${among(ids)})`)
  return new Map(rows.map((row) => [Number(row.id), { ...row, id: Number(row.id) }]))
}

async function accountsOf(db: Sql, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.all<{ id: number; email: string }>(sql`SELECT id, email FROM users WHERE id IN (${among(ids)})`)
  return new Map(rows.map(({ id, email }) => [Number(id), email]))
}

async function headlinesOf(db: Sql, ids: readonly number[]): Promise<Map<number, { headline: string; slug: string | null; address: string | null; section: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.all<{ id: number; headline: string | null; slug: string | null; address: string | null; section_id: number | null }>(sql`SELECT id, headline, slug, address, section_id FROM stories WHERE id IN (${among(ids)})`)
  return new Map(rows.map((row) => [Number(row.id), { headline: row.headline ?? '', slug: row.slug, address: row.address, section: refOf(row.section_id) }]))
}

async function pathsOfPages(db: Sql, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const [addresses, rows] = await Promise.all([addressesOf(db, 'page', ids.map(String)), db.all<{ id: number; slug: string | null; address: string | null }>(sql`SELECT id, slug, address FROM pages WHERE id IN (${among(ids)})`)])
  return new Map(rows.flatMap(({ id, slug, address }) => {
    const path = addresses(String(id)).path ?? (slug === null ? null : staticPagePath(slug, address))
    return path === null ? [] : [[Number(id), path] as const]
  }))
}
