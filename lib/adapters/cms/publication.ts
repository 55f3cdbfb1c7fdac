import type { PublicState } from '@/lib/model/receipt'
import { authorPath, topicPath } from '@/lib/routes'
import { sql, sqlOf } from '@/lib/cms/sql'
import { query } from '@/lib/adapters/addresses/database'
import { cms } from './client'
import { isDoc, docsOf, textOf } from './links'
import { listSectionNodes, trailTo } from './sections'

/** Where a story stands, as the database has it: what every surface should show. */
export interface Publication {
  id: number
  state: PublicState
  headline: string
  revision: string
  /** Its address of today, or the last it had. */
  path: string | null
  /** An earlier address of a live story. */
  formerPath: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** When what readers see last changed, in milliseconds since 1970. */
  changedAt: number | null
  sections: { id: number; name: string; path: string }[]
  authors: { id: number; name: string; path: string }[]
  topics: { id: number; name: string; path: string }[]
}

interface PathRow {
  path: string
  state: 'live' | 'moved' | 'withdrawn'
}

/** What is public of a story; null when there is no such story (any more). */
export async function readPublication(id: number): Promise<Publication | null> {
  const payload = await cms()
  const doc = await payload.findByID({ collection: 'stories', id, depth: 1, populate: { authors: { slug: true, name: true }, topics: { slug: true, name: true } }, disableErrors: true })
  if (doc === null) return null
  const [paths, changedAt, sections] = await Promise.all([readPaths(id), lastChange(id), sectionsOf([doc.section, ...(doc.otherSections ?? [])])])
  const isLive = doc._status === 'published' && doc.withdrawn !== true
  const live = paths.find((row) => row.state === 'live')
  return {
    id,
    state: isLive ? 'live' : paths.length > 0 ? 'withdrawn' : 'never',
    headline: doc.headline ?? '',
    revision: String(doc.revision ?? 0),
    path: (live ?? paths[0])?.path ?? null,
    formerPath: isLive ? (paths.find((row) => row.state === 'moved')?.path ?? null) : null,
    publishedAt: textOf(doc.publishedAt),
    changedAt,
    sections,
    authors: docsOf(doc.authors).map((author) => ({ id: author.id, name: String(author.name), path: authorPath(String(author.slug)) })),
    topics: docsOf(doc.topics).map((topic) => ({ id: topic.id, name: String(topic.name), path: topicPath(String(topic.slug)) })),
  }
}

/** Its addresses, the newest first. */
const readPaths = (id: number) => query<PathRow>("SELECT path, state FROM paths WHERE kind = 'story' AND ref = ? ORDER BY id DESC", [String(id)])

async function lastChange(id: number): Promise<number | null> {
  const rows = await sqlOf(await cms()).all<{ at: number | null }>(sql`SELECT max(at) AS at FROM changes WHERE story_id = ${id}`)
  return rows[0]?.at == null ? null : Number(rows[0].at)
}

/** The sections a story stands in with everything above them, the primary one first. */
async function sectionsOf(values: unknown[]): Promise<Publication['sections']> {
  const nodes = await listSectionNodes()
  const standsIn = values.filter(isDoc).flatMap((section) => trailTo(section.id, nodes).reverse())
  return [...new Map(standsIn.map(({ id, link: { name, path } }) => [path, { id, name, path }])).values()]
}

/** Whether a published story is among the first `count` of a list. */
export async function standsAmongFirst(list: string, storyId: number, count: number): Promise<boolean> {
  const rows = await sqlOf(await cms()).all<{ story_id: number }>(sql`SELECT story_id FROM river WHERE list = ${list} ORDER BY published_at DESC, story_id DESC LIMIT ${count}`)
  return rows.some((row) => Number(row.story_id) === storyId)
}
