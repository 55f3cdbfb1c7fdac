import { among, sql, type Sql } from '@/lib/cms/sql'
import type { Texts } from './search-index'
import { wordsOf } from './words'

/** A word of the index with the number of stories that have it in headline, standfirst, names or topics. */
export interface Term {
  term: string
  stories: number
}

const LONGEST = 40
const AT_ONCE = 400

/** The distinct words of a story's headline, standfirst, names and topics. */
export function headTerms({ headline, standfirst, authors, topics }: Omit<Texts, 'body'>): Set<string> {
  const words = [headline, standfirst, authors, topics].flatMap(wordsOf)
  return new Set(words.map((word) => word.term).filter((term) => term.length <= LONGEST))
}

/** Brings the counts into line when a story's head changes from one set of words to another. */
export async function countTerms(db: Sql, before: ReadonlySet<string>, after: ReadonlySet<string>): Promise<void> {
  // In one order everywhere, or two processes could wait for each other.
  const gone = [...before].filter((term) => !after.has(term)).sort()
  const come = [...after].filter((term) => !before.has(term)).sort()
  if (gone.length > 0) {
    await db.run(sql`UPDATE search_terms SET stories = stories - 1 WHERE term IN (${among(gone)})`)
    await db.run(sql`DELETE FROM search_terms WHERE stories <= 0 AND term IN (${among(gone)})`)
  }
  if (come.length > 0) await addTerms(db, come.map((term) => ({ term, stories: 1 })))
}

/** Puts counted words in, adding to the counts there are. */
export async function addTerms(db: Sql, terms: readonly Term[]): Promise<void> {
  for (let at = 0; at < terms.length; at += AT_ONCE) {
    const values = terms.slice(at, at + AT_ONCE).map(({ term, stories }) => sql`(${term}, ${stories})`)
    await db.run(sql`INSERT INTO search_terms (term, stories) VALUES ${sql.join(values, sql`, `)} ON CONFLICT (term) DO UPDATE SET stories = search_terms.stories + excluded.stories`)
  }
}

/** In how many stories each of these words stands; a word in none is left out. */
export async function readTerms(db: Sql, terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map()
  const rows = await db.all<Term>(sql`SELECT term, stories FROM search_terms WHERE term IN (${among(terms)})`)
  return new Map(rows.map((row) => [row.term, Number(row.stories)]))
}
