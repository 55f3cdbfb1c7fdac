import type { SQL } from 'drizzle-orm'
import { sql, type Sql } from '@/lib/cms/sql'
import type { Part } from './query'
import { atMost, MOST_FOUND, SUGGESTED_FROM, type Found, type SearchDoc, type SearchIndex, type Wanted } from './search-index'
import { suggestionsOf, type SuggestionRow } from './suggestions'
import { toIndexText } from './words'

const DAY = 24 * 60 * 60 * 1000

/** Full-text search in SQLite, by its FTS5 module. */
export function sqliteIndex(db: Sql): SearchIndex {
  return {
    put: async (doc) => {
      await remove(db, doc.id)
      await put(db, doc)
    },
    remove: (id) => remove(db, id),
    find: (wanted) => find(db, wanted),
    suggest: (parts, list, limit) => suggest(db, parts, list, limit),
    like: (terms, list, limit) => like(db, terms, list, limit),
  }
}

async function put(db: Sql, doc: SearchDoc): Promise<void> {
  const [headline, standfirst, body, authors, topics] = [doc.headline, doc.standfirst, doc.body, doc.authors, doc.topics].map(toIndexText)
  await db.run(sql`INSERT INTO story_search (rowid, headline, standfirst, body, authors, topics) VALUES (${doc.id}, ${headline}, ${standfirst}, ${body}, ${authors}, ${topics})`)
  await db.run(sql`INSERT INTO story_search_heads (rowid, headline, standfirst, authors, topics) VALUES (${doc.id}, ${headline}, ${standfirst}, ${authors}, ${topics})`)
}

async function remove(db: Sql, id: number): Promise<void> {
  await db.run(sql`DELETE FROM story_search WHERE rowid = ${id}`)
  await db.run(sql`DELETE FROM story_search_heads WHERE rowid = ${id}`)
}

/*
 * CROSS JOIN in all of these: SQLite then asks the full-text index first. Left to itself it walks the river and
 * asks the index again for every story in it.
 */

/** Headline, standfirst, names and topics: an index of its own, since most words stand in many more bodies than heads. */
const HEADS = { table: sql`story_search_heads`, weights: sql`12.0, 6.0, 5.0, 5.0` }
const WHOLE = { table: sql`story_search`, weights: sql`12.0, 6.0, 1.0, 5.0, 5.0` }

const found = ({ table }: typeof WHOLE, query: string, { list, from, until }: Wanted) => sql`
  FROM ${table} s CROSS JOIN river r ON r.story_id = s.rowid AND r.list = ${list}
  WHERE ${table} MATCH ${query} AND r.published_at >= ${from} AND r.published_at < ${until}`

/**
 * Stories that hold everything in their head come before those that hold it in their body as well, so that for
 * most questions only heads need weighing; the rest are counted only. Of words that very many have, the newest are looked at
 * (the greatest ids, which the index hands out first).
 */
async function find(db: Sql, wanted: Wanted): Promise<Found> {
  const all = allOf(wanted.parts)
  const heads = sql`heads AS MATERIALIZED (${weighed(HEADS, all, wanted)})`
  const inHead = await db.all<{ id: number; total: number }>(sql`WITH ${heads} SELECT id, (SELECT count(*) FROM heads) AS total FROM heads ${best(wanted)}`)
  const ids = idsOf(inHead)
  if (Number(inHead[0]?.total ?? 0) > MOST_FOUND) return { ids, ...atMost(MOST_FOUND + 1) }
  if (ids.length === wanted.limit) {
    const [count] = await db.all<{ total: number }>(sql`SELECT count(*) AS total FROM (SELECT 1 ${found(WHOLE, all, wanted)} LIMIT ${MOST_FOUND + 1})`)
    return { ids, ...atMost(Number(count?.total ?? 0)) }
  }
  const rows = await db.all<{ id: number; total: number }>(sql`
    WITH ${heads}, whole AS MATERIALIZED (${weighed(WHOLE, all, wanted)}), both AS (
      SELECT *, 0 AS tier FROM heads UNION ALL SELECT *, 1 AS tier FROM whole WHERE id NOT IN (SELECT id FROM heads)
    )
    SELECT id, (SELECT count(*) FROM both) AS total FROM both ${best(wanted, sql`tier,`)}`)
  return { ids: idsOf(rows), ...atMost(Number(rows[0]?.total ?? 0)) }
}

const idsOf = (rows: { id: number }[]) => rows.map((row) => Number(row.id))

const weighed = (index: typeof WHOLE, query: string, wanted: Wanted) => sql`
  SELECT s.rowid AS id, r.published_at AS at, bm25(${index.table}, ${index.weights}) AS relevance ${found(index, query, wanted)} ORDER BY s.rowid DESC LIMIT ${MOST_FOUND + 1}`

/** By bm25 (less is better: it is negative), a new story's raised by up to a half over an old one's. */
const best = ({ now, limit, offset }: Wanted, first: SQL = sql``) => sql`
  ORDER BY ${first} relevance * (1.0 + 0.5 / (1.0 + max(0, ${now} - at) / ${30 * DAY})), at DESC, id DESC LIMIT ${limit} OFFSET ${offset}`

async function suggest(db: Sql, parts: readonly Part[], list: string, limit: number) {
  const rows = await db.all<SuggestionRow>(sql`
    WITH latest AS MATERIALIZED (
      SELECT s.rowid AS id, r.published_at AS at FROM story_search_heads s CROSS JOIN river r ON r.story_id = s.rowid AND r.list = ${list}
      WHERE story_search_heads MATCH ${`{headline} : (${allOf(parts)})`} ORDER BY s.rowid DESC LIMIT ${SUGGESTED_FROM}
    ), newest AS MATERIALIZED (SELECT id, at FROM latest ORDER BY at DESC, id DESC LIMIT ${limit})
    SELECT d.headline AS headline, d.slug AS slug, d.address AS address, c.path AS section FROM newest n
    JOIN stories d ON d.id = n.id JOIN sections c ON c.id = d.section_id ORDER BY n.at DESC, n.id DESC`)
  return suggestionsOf(rows)
}

/** Each word asked for by itself and its weight added: bm25 would look up the length of every story that has one. */
async function like(db: Sql, terms: ReadonlyMap<string, number>, list: string, limit: number): Promise<Map<number, number>> {
  const each = [...terms].map(([term, weight]) => sql`SELECT rowid AS id, ${weight} AS weight FROM story_search_heads WHERE story_search_heads MATCH ${quoted(term)}`)
  // Weighed before the river is asked: a few may have been withdrawn meanwhile.
  const rows = await db.all<{ id: number; likeness: number }>(sql`
    WITH near AS MATERIALIZED (
      SELECT id, sum(weight) AS likeness FROM (${sql.join(each, sql` UNION ALL `)}) GROUP BY id ORDER BY likeness DESC, id DESC LIMIT ${limit * 2}
    )
    SELECT n.id AS id, n.likeness AS likeness FROM near n CROSS JOIN river r ON r.story_id = n.id AND r.list = ${list}
    ORDER BY n.likeness DESC, r.published_at DESC, n.id DESC LIMIT ${limit}`)
  return new Map(rows.map((row) => [Number(row.id), Number(row.likeness)]))
}

/** Words hold letters and figures only, so quotation marks are all it takes to keep FTS5's operators out. */
const quoted = (text: string) => `"${text}"`

function allOf(parts: readonly Part[]): string {
  return parts.map(expression).join(' AND ')
}

/** A whole word counts for more than the beginning of a longer one. */
function expression({ terms, prefix }: Part): string {
  const words = quoted(terms.join(' '))
  return prefix ? `(${words} OR ${words} *)` : words
}
