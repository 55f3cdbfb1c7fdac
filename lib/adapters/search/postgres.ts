import { sql, type Sql } from '@/lib/cms/sql'
import type { Part } from './query'
import type { SearchDoc, SearchIndex, Wanted } from './search-index'
import { suggestionsOf, type SuggestionRow } from './suggestions'
import { wordsOf } from './words'

const DAY = 24 * 60 * 60 * 1000
/** How many of the best by their head are weighed again with their body. */
const WEIGHED = 400

/**
 * Full-text search in PostgreSQL. Its vectors are written here word by word and not by to_tsvector, so that the
 * server's dictionaries, and extensions such as unaccent, play no part.
 */
export function postgresIndex(db: Sql): SearchIndex {
  return {
    put: (doc) => put(db, doc),
    remove: (id) => db.run(sql`DELETE FROM story_search WHERE story_id = ${id}`),
    find: (wanted) => find(db, wanted),
    suggest: (parts, list, limit) => suggest(db, parts, list, limit),
    like: (terms, list, limit) => like(db, terms, list, limit),
  }
}

async function put(db: Sql, doc: SearchDoc): Promise<void> {
  const head: [string, Weight][] = [[doc.headline, 'A'], [doc.standfirst, 'B'], [doc.authors, 'C'], [doc.topics, 'C']]
  const small = toVector(head)
  const whole = toVector([...head, [doc.body, 'D']])
  await db.run(sql`INSERT INTO story_search (story_id, head, words) VALUES (${doc.id}, ${small}::tsvector, ${whole}::tsvector)
    ON CONFLICT (story_id) DO UPDATE SET head = excluded.head, words = excluded.words`)
}

type Weight = 'A' | 'B' | 'C' | 'D'
const LAST_POSITION = 16_383
const MAX_POSITIONS = 255
const MAX_TERM = 200

/** Texts with their weights as a tsvector's own spelling: 'word':1A,7D. Phrases do not run from one text into the next. */
function toVector(texts: readonly [string, Weight][]): string {
  const places = new Map<string, string[]>()
  let position = 0
  for (const [text, weight] of texts) {
    for (const { term } of wordsOf(text)) {
      position = Math.min(position + 1, LAST_POSITION)
      const found = places.get(term.slice(0, MAX_TERM)) ?? []
      if (found.length === 0) places.set(term.slice(0, MAX_TERM), found)
      if (found.length < MAX_POSITIONS) found.push(`${position}${weight}`)
    }
    position += 10
  }
  return [...places].map(([term, at]) => `'${term}':${at.join(',')}`).join(' ')
}

/**
 * Every story found is weighed by its head, which stands in the row; the best of them again with their body, which
 * would be slow to fetch for all. A new story is raised by up to a half over an old one.
 */
async function find(db: Sql, wanted: Wanted): Promise<{ ids: number[]; total: number }> {
  const query = allOf(wanted.parts)
  const fresh = sql`(1.0 + 0.5 / (1.0 + greatest(0, ${wanted.now}::bigint - at) / ${30 * DAY}::float8))`
  const rows = await db.all<{ id: number; total: number }>(sql`
    WITH found AS MATERIALIZED (
      SELECT s.story_id AS id, r.published_at AS at, ts_rank('{0.1, 0.4, 0.5, 1.0}', s.head, ${query}::tsquery) AS relevance
      FROM story_search s JOIN river r ON r.story_id = s.story_id AND r.list = ${wanted.list}
      WHERE s.words @@ ${query}::tsquery AND r.published_at >= ${wanted.from} AND r.published_at < ${wanted.until}
    ), placed AS (
      SELECT id, at, row_number() OVER (ORDER BY relevance * ${fresh} DESC, at DESC, id DESC) AS place FROM found
    ), weighed AS (
      SELECT p.id, p.at, p.place, CASE WHEN p.place <= ${WEIGHED} THEN ts_rank('{0.1, 0.4, 0.5, 1.0}', s.words, ${query}::tsquery, 1) END AS relevance
      FROM placed p JOIN story_search s ON s.story_id = p.id
      WHERE p.place <= ${Math.max(WEIGHED, wanted.offset + wanted.limit)}
    )
    SELECT id, (SELECT count(*) FROM found) AS total FROM weighed
    ORDER BY relevance * ${fresh} DESC NULLS LAST, place LIMIT ${wanted.limit} OFFSET ${wanted.offset}`)
  return { ids: rows.map((row) => Number(row.id)), total: Number(rows[0]?.total ?? 0) }
}

async function suggest(db: Sql, parts: readonly Part[], list: string, limit: number) {
  const rows = await db.all<SuggestionRow>(sql`
    WITH newest AS MATERIALIZED (
      SELECT s.story_id AS id, r.published_at AS at FROM story_search s JOIN river r ON r.story_id = s.story_id AND r.list = ${list}
      WHERE s.head @@ ${allOf(parts, 'A')}::tsquery ORDER BY r.published_at DESC, s.story_id DESC LIMIT ${limit}
    )
    SELECT d.headline AS headline, d.slug AS slug, c.path AS section FROM newest n
    JOIN stories d ON d.id = n.id JOIN sections c ON c.id = d.section_id ORDER BY n.at DESC, n.id DESC`)
  return suggestionsOf(rows)
}

async function like(db: Sql, terms: readonly string[], list: string, limit: number): Promise<number[]> {
  const any = terms.map((term) => lexeme(term, '')).join(' | ')
  const rows = await db.all<{ id: number }>(sql`
    SELECT s.story_id AS id FROM story_search s JOIN river r ON r.story_id = s.story_id AND r.list = ${list}
    WHERE s.head @@ ${any}::tsquery ORDER BY ts_rank('{0, 0.5, 0.4, 1.0}', s.head, ${any}::tsquery) DESC, r.published_at DESC, s.story_id DESC LIMIT ${limit}`)
  return rows.map((row) => Number(row.id))
}

/** Words hold letters and figures only, so quotation marks are all it takes to keep the operators out. */
const lexeme = (term: string, marks: string) => `'${term.slice(0, MAX_TERM)}'${marks === '' ? '' : `:${marks}`}`

function allOf(parts: readonly Part[], weight: '' | Weight = ''): string {
  return parts.map((part) => `(${expression(part, weight)})`).join(' & ')
}

/** A whole word counts for more than the beginning of a longer one. */
function expression({ terms, prefix }: Part, weight: '' | Weight): string {
  const words = (last: string) => terms.map((term, i) => lexeme(term, i === terms.length - 1 ? last : weight)).join(' <-> ')
  return prefix ? `(${words(weight)}) | (${words(`*${weight}`)})` : words(weight)
}
