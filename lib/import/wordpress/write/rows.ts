import type { Bulk, Row } from '@/lib/cms/bulk'
import { among, sql } from '@/lib/cms/sql'
import { hashOf } from '../../ledger'
import type { Collection, Planned } from '../plan/posts'
import type { Made } from './story'

/** A post on its way: what was planned, what it became, and a fingerprint of it. */
export interface Document {
  planned: Planned
  made: Made
  hash: string
}

const VERSIONS = { stories: '_stories_v', pages: '_pages_v' } as const
const PATH_KIND = { stories: 'story', pages: 'page' } as const

/** Fields that follow from the others or are counted by the site itself. */
const DERIVED = new Set(['wordCount', 'revision'])

const hashed = (fields: Row, relations: Made['relations']): string =>
  hashOf({ ...Object.fromEntries(Object.entries(fields).filter(([name]) => !DERIVED.has(name))), ...Object.fromEntries(relations.map(({ path, ids }) => [path, ids.length === 0 ? null : ids])) })

export const hashOfMade = ({ fields, relations }: Made) => hashed(fields, relations)

const RELATIONS = { authors: 'authorsID', topics: 'topicsID', otherSections: 'sectionsID' } as const

/** The fields an import sets. What an editor adds beside them (a correction, a kicker, a live post) is no reason to keep the export out. */
const FIELDS: Record<Collection, readonly string[]> = {
  stories: ['kicker', 'headline', 'standfirst', 'body', 'hero', 'searchHeadline', 'searchDescription', 'socialHeadline', 'socialDescription', 'socialPicture', 'noindex', 'canonicalUrl', 'kind', 'section', 'dateline_place', 'dateline_agency', 'slug', 'address', 'scheduledFor', 'publishedAt', 'revisedAt', 'language', '_status'],
  pages: ['title', 'slug', 'address', 'standfirst', 'body', '_status'],
}

/** Fingerprints of documents as they stand here now, unpublished changes included, by id. */
export async function currentHashes(bulk: Bulk, collection: Collection, ids: readonly number[]): Promise<Map<number, string>> {
  const versions = (await bulk.rows(VERSIONS[collection], 'parent', ids)).filter((row) => row.latest === true)
  const relations = collection === 'pages' ? [] : await bulk.rows('_stories_v_rels', 'parent', versions.map((row) => Number(row.id)))
  const found = new Map<number, string>()
  for (const version of versions) {
    const own = relations.filter((row) => row.parent === version.id).sort((a, b) => Number(a.order) - Number(b.order))
    const fields = Object.fromEntries(FIELDS[collection].map((name) => [name, version[`version_${name}`]]))
    const lists = (Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]).map((path) => ({ path, ids: own.filter((row) => row.path === `version.${path}`).map((row) => Number(row[RELATIONS[path]])) }))
    found.set(Number(version.parent), hashed(fields, collection === 'pages' ? [] : lists))
  }
  return found
}

/** Writes documents with their latest version, as saving them in the back office would leave them. */
export async function putDocuments(bulk: Bulk, collection: Collection, documents: readonly Document[], replace: boolean): Promise<void> {
  if (documents.length === 0) return
  const ids = documents.map(({ planned }) => planned.target)
  const now = new Date().toISOString()
  const times = ({ planned }: Document) => ({ createdAt: planned.at ?? planned.modified ?? now, updatedAt: planned.modified ?? planned.at ?? now })
  // "replace" also for new ones: the highest number is held by an empty draft.
  await bulk.put(collection, documents.map((document) => ({ id: document.planned.target, ...document.made.fields, ...times(document) })), 'replace')
  const versions = VERSIONS[collection]
  if (replace) await bulk.sql.run(sql`UPDATE ${sql.raw(`"${versions}"`)} SET latest = ${false} WHERE parent_id IN (${among(ids)})`)
  const versionIds = await bulk.reserve(versions, documents.length)
  await bulk.put(
    versions,
    documents.map((document, i) => {
      const { createdAt, updatedAt } = times(document)
      const fields = Object.fromEntries(Object.entries(document.made.fields).map(([name, value]) => [`version_${name}`, value]))
      return { id: versionIds[i], parent: document.planned.target, ...fields, version_createdAt: createdAt, version_updatedAt: updatedAt, createdAt: updatedAt, updatedAt, latest: true, autosave: false }
    }),
  )
  if (collection === 'pages') return
  if (replace) await removeRelations(bulk, ids)
  await bulk.put('stories_rels', documents.flatMap(({ planned, made }) => relationRows(planned.target, made, '')))
  await bulk.put('_stories_v_rels', documents.flatMap(({ made }, i) => relationRows(versionIds[i]!, made, 'version.')))
}

/** Only those an import sets: related stories and translations are an editor's. */
async function removeRelations(bulk: Bulk, ids: readonly number[]): Promise<void> {
  await bulk.sql.run(sql`DELETE FROM stories_rels WHERE path IN ('authors', 'topics', 'otherSections') AND parent_id IN (${among(ids)})`)
}

function relationRows(parent: number, { relations }: Made, prefix: string): Row[] {
  return relations.flatMap(({ path, ids }) => ids.map((id, i) => ({ order: i + 1, parent, path: `${prefix}${path}`, storiesID: null, sectionsID: null, authorsID: null, topicsID: null, [RELATIONS[path]]: id })))
}

/** Writes where published documents are found, and every other address that leads to them. */
export async function putPaths(bulk: Bulk, collection: Collection, documents: readonly Document[], changed: ReadonlySet<number>): Promise<void> {
  const kind = PATH_KIND[collection]
  const now = new Date().toISOString()
  for (const { planned } of documents.filter((document) => changed.has(document.planned.target))) {
    const ref = String(planned.target)
    await bulk.sql.run(sql`UPDATE paths SET state = 'moved' WHERE kind = ${kind} AND ref = ${ref} AND state = 'live' AND path <> ${planned.path}`)
    await bulk.sql.run(sql`UPDATE paths SET state = 'live' WHERE kind = ${kind} AND ref = ${ref} AND path = ${planned.path}`)
  }
  const rows = documents.flatMap(({ planned }) => {
    const row = (path: string, state: string) => ({ path, kind, ref: String(planned.target), state, createdAt: now, updatedAt: now })
    return [row(planned.path!, 'live'), ...planned.moved.map((path) => row(path, 'moved'))]
  })
  await bulk.put('paths', rows, 'skip')
}
