import type { SQL } from 'drizzle-orm'
import { sql, type Sql } from '@/lib/cms/sql'
import type { Part } from './query'
import { ALL, atMost, MOST_FOUND, MOST_READ, SUGGESTED_FROM, type Found, type SearchDoc, type SearchIndex, type Wanted } from './search-index'
import { suggestionsOf, type SuggestionRow } from './suggestions'
import { wordsOf } from './words'

const DAY = 24 * 60 * 60 * 1000
/** How many of the best by their head are weighed again with their body. */
const WEIGHED = 200

/**
 * Full-text search in PostgreSQL. Its vectors are written here word by word and not by to_tsvector, so that the
 * server's dictionaries, and extensions such as unaccent, play no part.
 */
export function postgresIndex(db: Sql): SearchIndex {
  return {
    put: (doc) => put(db, doc),
    remove: async (id) => {
      await db.run(sql`DELETE FROM story_search WHERE story_id = ${id}`)
      await db.run(sql`DELETE FROM story_search_words WHERE story_id = ${id}`)
    },
    find: (wanted) => find(db, wanted),
    suggest: (parts, list, limit) => suggest(db, parts, list, limit),
    like: (terms, list, limit) => like(db, terms, list, limit),
  }
}

async function put(db: Sql, doc: SearchDoc): Promise<void> {
  const head: [string, Weight][] = [[doc.headline, 'A'], [doc.standfirst, 'B'], [doc.authors, 'C'], [doc.topics, 'C']]
  const small = toVector(head)
  const whole = toVector([...head, [doc.body, 'D']])
  await db.run(sql`INSERT INTO story_search (story_id, head) VALUES (${doc.id}, ${small}::tsvector) ON CONFLICT (story_id) DO UPDATE SET head = excluded.head`)
  await db.run(sql`INSERT INTO story_search_words (story_id, words) VALUES (${doc.id}, ${whole}::tsvector) ON CONFLICT (story_id) DO UPDATE SET words = excluded.words`)
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

const WEIGHTS = sql`'{0.1, 0.4, 0.5, 1.0}'`

/**
 * Stories that hold everything in their head come first; those that hold it in their body as well are looked for where
 * heads do not fill the page, and counted where that is not too many. All are weighed by their head, which is cheap; the
 * best of them again with their body, which would be slow to fetch for all. A new story is raised by up to a half. Of words
 * that very many have in their heads, the newest are looked at (the greatest ids).
 */
async function find(db: Sql, wanted: Wanted): Promise<Found> {
  const query = sql`${allOf(wanted.parts)}::tsquery`
  const order = await newestFirst(db, wanted.parts, sql`h.story_id`)
  const heads = sql`heads AS MATERIALIZED (
    SELECT r.story_id AS id, r.published_at AS at, true AS in_head, ts_rank(${WEIGHTS}, h.head, ${query}) AS relevance
    FROM story_search h JOIN river r ON r.story_id = h.story_id
    WHERE h.head @@ ${query} AND ${standing(wanted)} ORDER BY ${order} LIMIT ${MOST_FOUND + 1}
  )`
  const { bodies, all, read } = hasPhrase(wanted.parts) ? phraseBodies(wanted, query) : wordBodies(wanted, query)
  const inHead = await best(db, query, wanted, sql`${heads}, found AS (SELECT * FROM heads)`)
  if (inHead.isMore) return inHead
  if (inHead.ids.length === wanted.limit) {
    const [count] = await db.all<Counted>(sql`WITH ${heads}, ${bodies} SELECT count(*) AS total, ${read} AS read FROM (${all} LIMIT ${MOST_FOUND + 1}) AS counted`)
    return { ids: inHead.ids, ...counted(count) }
  }
  return best(db, query, wanted, sql`${heads}, ${bodies}, rest AS (SELECT * FROM bodies WHERE id NOT IN (SELECT id FROM heads) ORDER BY id DESC LIMIT ${MOST_FOUND + 1}), found AS MATERIALIZED (SELECT * FROM heads UNION ALL SELECT * FROM rest)`, read)
}

const standing = ({ list, from, until }: Wanted) => sql`r.list = ${list} AND r.published_at >= ${from} AND r.published_at < ${until}`

/** How those are found that hold everything anywhere, what counts them, and how many were read to find them. */
interface Bodies {
  bodies: SQL
  all: SQL
  read: SQL
}

/** The newest of those who hold something: the river is asked of each by itself, until there are enough. */
const newestHolding = (query: SQL, wanted: Wanted, most: number) => sql`
  holding AS MATERIALIZED (SELECT id FROM story_search_found(${query}) AS f(id) ORDER BY id DESC),
  near AS MATERIALIZED (SELECT h.id, s.at FROM holding h CROSS JOIN LATERAL (SELECT r.published_at AS at FROM river r WHERE r.story_id = h.id AND ${standing(wanted)} LIMIT 1) AS s LIMIT ${most})`

/**
 * Nearly all stand in the list of all, and the first thousand are soon there; joined with it, its million would be read for
 * the one story that holds a new word. Of a section's list most would be asked for in vain, and it is shorter.
 */
const wordBodies = (wanted: Wanted, query: SQL): Bodies => ({
  bodies:
    wanted.list === ALL
      ? // As many again as there may be heads among them.
        sql`${newestHolding(query, wanted, 2 * (MOST_FOUND + 1))}, bodies AS (SELECT id, at, false AS in_head, 1 AS relevance FROM near)`
      : sql`bodies AS (SELECT r.story_id AS id, r.published_at AS at, false AS in_head, 1 AS relevance FROM story_search_found(${query}) AS f(id) JOIN river r ON r.story_id = f.id WHERE ${standing(wanted)})`,
  all: sql`SELECT 1 FROM bodies`,
  read: sql`0`,
})

/**
 * The index knows who holds the words of a phrase; in which order, only the text itself. To read it for all would take
 * seconds where hundreds of thousands hold them, so it is the newest that are read.
 */
const phraseBodies = (wanted: Wanted, query: SQL): Bodies => ({
  bodies: sql`${newestHolding(sql`${anyOrder(wanted.parts)}::tsquery`, wanted, MOST_READ)},
  bodies AS MATERIALIZED (SELECT n.id, n.at, false AS in_head, 1 AS relevance FROM near n CROSS JOIN LATERAL (SELECT w.words FROM story_search_words w WHERE w.story_id = n.id OFFSET 0) AS w WHERE w.words @@ ${query})`,
  all: sql`SELECT id FROM heads UNION SELECT id FROM bodies`,
  read: sql`(SELECT count(*) FROM near)`,
})

interface Counted {
  total: unknown
  read: unknown
}

function counted(row: Counted | undefined): Pick<Found, 'total' | 'isMore'> {
  const { total, isMore } = atMost(Number(row?.total ?? 0))
  return { total, isMore: isMore || Number(row?.read) >= MOST_READ }
}

/** A page of what was found, the best first, and how many there are; of a first page also where there is nothing. */
async function best(db: Sql, query: SQL, wanted: Wanted, found: SQL, read: SQL = sql`0`): Promise<Found> {
  const fresh = sql`(1.0 + 0.5 / (1.0 + greatest(0, ${wanted.now}::bigint - at) / ${30 * DAY}::float8))`
  const rows = await db.all<{ id: number | null } & Counted>(sql`
    WITH ${found}, best AS MATERIALIZED (
      SELECT id, at, row_number() OVER () AS place, in_head
      FROM (SELECT * FROM found ORDER BY in_head DESC, relevance * ${fresh} DESC, at DESC, id DESC LIMIT ${Math.max(WEIGHED, wanted.offset + wanted.limit)}) AS placed
    ), weighed AS (
      SELECT b.id, b.at, b.in_head, b.place, CASE WHEN b.place <= ${WEIGHED} THEN ts_rank(${WEIGHTS}, w.words, ${query}, 1) END AS relevance
      FROM best b JOIN story_search_words w ON w.story_id = b.id
    )
    SELECT id, total, read FROM (SELECT (SELECT count(*) FROM found) AS total, ${read} AS read) AS all_in_all LEFT JOIN weighed ON true
    ORDER BY place > ${WEIGHED}, in_head DESC, relevance * ${fresh} DESC NULLS LAST, place LIMIT ${wanted.limit} OFFSET ${wanted.offset}`)
  return { ids: idsOf(rows), ...counted(rows[0]) }
}

const idsOf = (rows: { id: number | null }[]) => rows.flatMap(({ id }) => (id === null ? [] : [Number(id)]))

/** Words that more heads than this hold are met soon enough on the way back from the newest. */
const FEW = 20_000
const BEGINNINGS = 5_000

/**
 * The newest stories first, by a greatest id. Where one of the words stands in few heads, its stories are gathered and sorted;
 * otherwise the stories are walked through, the newest first, until there are enough. The server cannot know how many hold a
 * word that is new or unfinished, and would walk through a million of them.
 */
async function newestFirst(db: Sql, parts: readonly Part[], id: SQL): Promise<SQL> {
  // Words that many hold may follow one another in none.
  if (hasPhrase(parts)) return gathered(id)
  const holding = parts.flatMap(({ terms, prefix }) =>
    terms.map((term, i) => {
      const held = prefix && i === terms.length - 1 ? sql`term >= ${term} AND term < ${`${term}\u{10ffff}`}` : sql`term = ${term}`
      return sql`SELECT coalesce(sum(stories), 0) AS stories FROM (SELECT stories FROM search_terms WHERE ${held} LIMIT ${BEGINNINGS}) AS t`
    }),
  )
  const [fewest] = await db.all<{ stories: unknown }>(sql`SELECT min(stories) AS stories FROM (${sql.join(holding, sql` UNION ALL `)}) AS h`)
  return Number(fewest?.stories) < FEW ? gathered(id) : sql`${id} DESC`
}

/** A sum is in no index, so nothing can be walked through in its order. */
const gathered = (id: SQL) => sql`${id} + 0 DESC`

async function suggest(db: Sql, parts: readonly Part[], list: string, limit: number) {
  const order = await newestFirst(db, parts, sql`s.story_id`)
  const rows = await db.all<SuggestionRow>(sql`
    WITH latest AS MATERIALIZED (
      SELECT s.story_id AS id, r.published_at AS at FROM story_search s JOIN river r ON r.story_id = s.story_id AND r.list = ${list}
      WHERE s.head @@ ${allOf(parts, 'A')}::tsquery ORDER BY ${order} LIMIT ${SUGGESTED_FROM}
    ), newest AS MATERIALIZED (SELECT id, at FROM latest ORDER BY at DESC, id DESC LIMIT ${limit})
    SELECT d.headline AS headline, d.slug AS slug, d.address AS address, c.path AS section FROM newest n
    JOIN stories d ON d.id = n.id JOIN sections c ON c.id = d.section_id ORDER BY n.at DESC, n.id DESC`)
  return suggestionsOf(rows)
}

async function like(db: Sql, terms: ReadonlyMap<string, number>, list: string, limit: number): Promise<Map<number, number>> {
  const each = [...terms].map(([term, weight]) => sql`SELECT story_id AS id, ${weight}::float8 AS weight FROM story_search WHERE head @@ ${lexeme(term, '')}::tsquery`)
  // Weighed before the river is asked: a few may have been withdrawn meanwhile.
  const rows = await db.all<{ id: number; likeness: number }>(sql`
    WITH near AS MATERIALIZED (
      SELECT id, sum(weight) AS likeness FROM (${sql.join(each, sql` UNION ALL `)}) AS shared GROUP BY id ORDER BY likeness DESC, id DESC LIMIT ${limit * 2}
    )
    SELECT n.id AS id, n.likeness AS likeness FROM near n JOIN river r ON r.story_id = n.id AND r.list = ${list}
    ORDER BY n.likeness DESC, r.published_at DESC, n.id DESC LIMIT ${limit}`)
  return new Map(rows.map((row) => [Number(row.id), Number(row.likeness)]))
}

/** Words hold letters and figures only, so quotation marks are all it takes to keep the operators out. */
const lexeme = (term: string, marks: string) => `'${term.slice(0, MAX_TERM)}'${marks === '' ? '' : `:${marks}`}`

const hasPhrase = (parts: readonly Part[]) => parts.some(({ terms }) => terms.length > 1)

/** As allOf, but with the words of a phrase in any order. */
const anyOrder = (parts: readonly Part[]) => parts.flatMap(({ terms, prefix }) => terms.map((term, i) => lexeme(term, prefix && i === terms.length - 1 ? '*' : ''))).join(' & ')

function allOf(parts: readonly Part[], weight: '' | Weight = ''): string {
  return parts.map((part) => `(${expression(part, weight)})`).join(' & ')
}

/** A whole word counts for more than the beginning of a longer one. */
function expression({ terms, prefix }: Part, weight: '' | Weight): string {
  const words = (last: string) => terms.map((term, i) => lexeme(term, i === terms.length - 1 ? last : weight)).join(' <-> ')
  return prefix ? `(${words(weight)}) | (${words(`*${weight}`)})` : words(weight)
}
