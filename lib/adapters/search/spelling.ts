import { sql, type Sql } from '@/lib/cms/sql'
import type { Term } from './terms'

const CANDIDATES = 4_000

/**
 * The word of the index that is nearest to a misspelt one: one change away, or two in a word of six letters and
 * more, where a change is a letter more, less, other, or two that changed places. The nearest, then the most
 * frequent. Null when none is near. Looks at no more than four thousand words.
 */
export async function nearestTerm(db: Sql, wrong: string): Promise<string | null> {
  const letters = [...wrong]
  if (letters.length < 3) return null
  const reach = letters.length >= 6 ? 2 : 1
  // The first letter is seldom wrong, but the first two may have changed places.
  const starts = [...new Set(letters.slice(0, 2))].map((first) => sql`(term >= ${first} AND term < ${after(first)})`)
  const rows = await db.all<Term>(sql`SELECT term, stories FROM search_terms
    WHERE (${sql.join(starts, sql` OR `)}) AND length(term) BETWEEN ${letters.length - reach} AND ${letters.length + reach} LIMIT ${CANDIDATES}`)
  let best: { term: string; distance: number; stories: number } | null = null
  for (const { term, stories } of rows) {
    const distance = editDistance(letters, [...term], reach)
    if (distance === null || distance === 0) continue
    const count = Number(stories)
    const nearer = best === null || distance < best.distance || (distance === best.distance && (count > best.stories || (count === best.stories && term < best.term)))
    if (nearer) best = { term, distance, stories: count }
  }
  return best?.term ?? null
}

const after = (letter: string) => String.fromCodePoint(letter.codePointAt(0)! + 1)

/** How many changes lie between two words (optimal string alignment), or null when more than `limit`. */
export function editDistance(a: readonly string[], b: readonly string[], limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return null
    beforeLast = last
    last = row
  }
  const distance = last[b.length]!
  return distance > limit ? null : distance
}
