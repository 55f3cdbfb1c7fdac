import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from './client'
import { firstOfRights, mediaSrc } from './pictures'

/**
 * What sitemaps are made of, straight from the lists that stories stand in: at a million stories a document at a
 * time would take minutes.
 */
export interface ListedAddress {
  path: string
  modifiedAt: string
}

export interface ListedStory extends ListedAddress {
  id: number
  picture: string | null
}

export interface Version {
  /** The story it is a version of. */
  of: number
  language: string
  path: string
}

const toIso = (ms: unknown) => new Date(Number(ms)).toISOString()
const db = async () => sqlOf(await cms())

/** The months that have stories, oldest first: one step down the index for each, however many stories there are. */
export async function listMonths(): Promise<string[]> {
  const { all } = await db()
  const months: string[] = []
  for (let after = 'month:'; ; ) {
    const [row] = await all<{ list: string }>(sql`SELECT list FROM river WHERE list > ${after} AND list < 'month;' ORDER BY list LIMIT 1`)
    if (row === undefined) return months
    months.push(row.list.slice('month:'.length))
    after = row.list
  }
}

/** A month in parts of `size` stories, oldest first: the newest change in each. */
export async function readMonthParts(month: string, size: number): Promise<string[]> {
  const { all } = await db()
  const list = `month:${month}`
  const [row] = await all<{ n: number; newest: number }>(sql`SELECT count(*) AS n, max(modified_at) AS newest FROM river WHERE list = ${list}`)
  const count = Number(row?.n ?? 0)
  if (count <= size) return count === 0 ? [] : [toIso(row!.newest)]
  const starts: Place[] = []
  for (let offset = 0; offset < count; offset += size) {
    const [start] = await all<Place>(sql`SELECT published_at AS at, story_id AS id FROM river WHERE list = ${list} ORDER BY published_at, story_id LIMIT 1 OFFSET ${offset}`)
    starts.push({ at: Number(start!.at), id: Number(start!.id) })
  }
  const parts: string[] = []
  for (const [i, from] of starts.entries()) {
    const until = starts[i + 1] ?? { at: Number.MAX_SAFE_INTEGER, id: 0 }
    // The pluses keep databases from looking for the span: the newest change is at the end of the other index, and most often in it.
    const [part] = await all<{ newest: number }>(sql`SELECT max(modified_at) AS newest FROM river WHERE list = ${list}
      AND (+published_at > ${from.at} OR (+published_at = ${from.at} AND +story_id >= ${from.id})) AND (+published_at < ${until.at} OR (+published_at = ${until.at} AND +story_id < ${until.id}))`)
    parts.push(toIso(part!.newest))
  }
  return parts
}

/** Where a story stands in a list. */
interface Place {
  at: number
  id: number
}

/** One part of a month, oldest first, without what is to be kept out of search, was first published elsewhere or has expired by `now`. */
export async function readMonthStories(month: string, part: number, size: number, now: Date, timeZone: string): Promise<ListedStory[]> {
  const { all } = await db()
  const rows = await all<{ id: number; path: string; modified_at: number; filename: string | null }>(sql`
    SELECT s.id AS id, p.path AS path, r.modified_at AS modified_at, m.filename AS filename
    FROM (SELECT story_id, published_at, modified_at FROM river WHERE list = ${`month:${month}`} ORDER BY published_at, story_id LIMIT ${size} OFFSET ${(part - 1) * size}) r
    JOIN stories s ON s.id = r.story_id
    JOIN paths p ON p.ref = CAST(r.story_id AS TEXT) AND p.kind = 'story' AND p.state = 'live'
    LEFT JOIN media m ON m.id = s.hero_id AND m.mime_type LIKE 'image/%' AND (m.rights_expire_at IS NULL OR m.rights_expire_at >= ${firstOfRights(now, timeZone).toISOString()})
    WHERE coalesce(s.noindex, ${false}) = ${false} AND coalesce(s.canonical_url, '') = '' AND (s.expires_at IS NULL OR s.expires_at > ${now.toISOString()})
    ORDER BY r.published_at, r.story_id`)
  return rows.map((row) => ({ id: Number(row.id), path: row.path, modifiedAt: toIso(row.modified_at), picture: row.filename === null ? null : mediaSrc(row.filename) }))
}

/**
 * The versions in other languages of one part of a month's stories, with each story itself. The status is wrapped
 * so that SQLite cannot begin with its index, which would read every published story for a handful of pairs.
 */
export async function readVersions(month: string, part: number, size: number): Promise<Version[]> {
  const { all } = await db()
  const page = sql`SELECT story_id FROM river WHERE list = ${`month:${month}`} ORDER BY published_at, story_id LIMIT ${size} OFFSET ${(part - 1) * size}`
  const rows = await all<{ of: number; language: string; path: string }>(sql`
    SELECT pair.one AS "of", s.language AS language, p.path AS path
    FROM (SELECT parent_id AS one, stories_id AS other FROM stories_rels WHERE path = 'translations' AND parent_id IN (${page})
          UNION SELECT stories_id, parent_id FROM stories_rels WHERE path = 'translations' AND stories_id IN (${page})
          UNION SELECT parent_id, parent_id FROM stories_rels WHERE path = 'translations' AND parent_id IN (${page})
          UNION SELECT stories_id, stories_id FROM stories_rels WHERE path = 'translations' AND stories_id IN (${page})) pair
    JOIN stories s ON s.id = pair.other
    JOIN paths p ON p.ref = CAST(s.id AS TEXT) AND p.kind = 'story' AND p.state = 'live'
    WHERE coalesce(s._status, 'draft') = 'published' AND coalesce(s.noindex, ${false}) = ${false} AND coalesce(s.canonical_url, '') = ''`)
  return rows.map((row) => ({ of: Number(row.of), language: row.language ?? '', path: row.path }))
}

/** The tables of what lists are about: small ones, where `paths` has a row for every story ever. */
const TABLES = { section: sql.raw('sections'), topic: sql.raw('topics'), author: sql.raw('authors') }

/** Sections, topics or authors that have stories, by age, with their newest change. */
export async function readListAddresses(kind: keyof typeof TABLES, part: number, size: number): Promise<ListedAddress[]> {
  const { all } = await db()
  const rows = await all<{ path: string; newest: number | null }>(sql`
    SELECT p.path AS path, (SELECT max(modified_at) FROM river WHERE list = ${`${kind}:`} || p.ref) AS newest
    FROM (SELECT id FROM ${TABLES[kind]} ORDER BY id LIMIT ${size} OFFSET ${(part - 1) * size}) g
    JOIN paths p ON p.ref = CAST(g.id AS TEXT) AND p.kind = ${kind} AND p.state = 'live' ORDER BY g.id`)
  return rows.flatMap((row) => (row.newest === null ? [] : [{ path: row.path, modifiedAt: toIso(row.newest) }]))
}

/** How many sections, topics or authors there are. */
export async function countAddresses(kind: keyof typeof TABLES): Promise<number> {
  const { all } = await db()
  const [row] = await all<{ n: number }>(sql`SELECT count(*) AS n FROM ${TABLES[kind]}`)
  return Number(row?.n ?? 0)
}

/** Static pages that are published, with when they were last saved. */
export async function readPageAddresses(): Promise<ListedAddress[]> {
  const { all } = await db()
  const rows = await all<{ path: string; updated_at: string | Date }>(sql`
    SELECT p.path AS path, g.updated_at AS updated_at FROM paths p JOIN pages g ON p.ref = CAST(g.id AS TEXT)
    WHERE p.kind = 'page' AND p.state = 'live' ORDER BY p.id`)
  return rows.map((row) => ({ path: row.path, modifiedAt: new Date(row.updated_at).toISOString() }))
}

/** The newest change in a list; null when it is empty. */
export async function newestIn(list: string): Promise<string | null> {
  const { all } = await db()
  const [row] = await all<{ newest: number | null }>(sql`SELECT max(modified_at) AS newest FROM river WHERE list = ${list}`)
  return row?.newest == null ? null : toIso(row.newest)
}

/** How many stories were published in a span of time. */
export async function countPublished(from: Date, to: Date): Promise<number> {
  const { all } = await db()
  const [row] = await all<{ n: number }>(sql`SELECT count(*) AS n FROM river WHERE list = 'latest' AND published_at >= ${from.getTime()} AND published_at <= ${to.getTime()}`)
  return Number(row?.n ?? 0)
}

/** Stories published in a span of time, newest first, without what is to be kept out of search or was first published elsewhere. */
export async function readPublished(from: Date, to: Date, part: number, size: number): Promise<{ path: string; headline: string; language: string | null; publishedAt: string }[]> {
  const { all } = await db()
  const rows = await all<{ path: string; headline: string; language: string | null; published_at: number }>(sql`
    SELECT p.path AS path, s.headline AS headline, s.language AS language, r.published_at AS published_at
    FROM (SELECT story_id, published_at FROM river WHERE list = 'latest' AND published_at >= ${from.getTime()} AND published_at <= ${to.getTime()} ORDER BY published_at DESC, story_id DESC LIMIT ${size} OFFSET ${(part - 1) * size}) r
    JOIN stories s ON s.id = r.story_id
    JOIN paths p ON p.ref = CAST(r.story_id AS TEXT) AND p.kind = 'story' AND p.state = 'live'
    WHERE coalesce(s.noindex, ${false}) = ${false} AND coalesce(s.canonical_url, '') = '' AND (s.expires_at IS NULL OR s.expires_at > ${to.toISOString()})
    ORDER BY r.published_at DESC, r.story_id DESC`)
  return rows.map((row) => ({ path: row.path, headline: row.headline, language: row.language, publishedAt: toIso(row.published_at) }))
}
