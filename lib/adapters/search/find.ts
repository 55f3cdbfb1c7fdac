import type { Extract } from '@/lib/model/search'
import { cms } from '@/lib/adapters/cms/client'
import { sqlOf } from '@/lib/cms/sql'
import { extractOf, markAll } from './extract'
import { parseQuery, type Part } from './query'
import { searchIndex, type Found, type Wanted } from './search-index'
import { nearestTerm } from './spelling'
import { readTerms } from './terms'
import { readTexts } from './texts'
import { runsOf, toTerm, wordsOf } from './words'

/** What is looked for, as it was typed, and where. */
export interface Asked extends Omit<Wanted, 'parts'> {
  text: string
}

export interface FoundStory {
  id: number
  headline: Extract
  extract: Extract
}

/** Stories that hold every word typed (the last may be unfinished), the best first, with extracts; and how many in all. */
export async function findStories(asked: Asked): Promise<{ found: FoundStory[] } & Pick<Found, 'total' | 'isMore'>> {
  const { parts, ids, total, isMore } = await lookUp(asked)
  const texts = await readTexts(sqlOf(await cms()), ids, true)
  const found = ids.flatMap((id) => {
    const story = texts.get(id)
    return story === undefined ? [] : [{ id, headline: markAll(story.headline, parts), extract: extractOf(story.standfirst, story.body, parts) }]
  })
  return { found, total, isMore }
}

/** What more stories than this hold is no unfinished word. */
const FEW = 20

/**
 * The last word is taken for the beginning of longer ones where few stories hold it as it stands: to gather all that begin
 * so costs a database many times as much, and a reader who has typed a word whole would find others among it.
 */
async function lookUp({ text, ...where }: Asked): Promise<Found & { parts: Part[] }> {
  const index = searchIndex(await cms())
  const whole = parseQuery(text, { prefix: false })
  if (whole.length === 0) return { parts: [], ids: [], total: 0, isMore: false }
  const found = await index.find({ ...where, parts: whole })
  const open = parseQuery(text)
  if (found.total > FEW || open.every((part, i) => part.prefix === whole[i]?.prefix)) return { parts: whole, ...found }
  return { parts: open, ...(await index.find({ ...where, parts: open })) }
}

/** Headlines in a list of the river with words that begin as typed, the newest first. Nothing for nothing typed. */
export async function suggestHeadlines(text: string, list: string, limit: number): Promise<{ headline: string; path: string }[]> {
  const parts = parseQuery(text)
  return parts.length === 0 ? [] : searchIndex(await cms()).suggest(parts, list, limit)
}

const MOST_WORDS = 6

/**
 * What was typed with its unknown words replaced by near ones of the index; null when there are none, or when that
 * would find nothing either.
 */
export async function nearerSpelling(asked: Asked): Promise<string | null> {
  const db = sqlOf(await cms())
  const runs = [...runsOf(asked.text.slice(0, 200))].filter((run) => !run.unspaced)
  const terms = new Set(runs.map((run) => toTerm(run.text)).filter((term) => /\p{L}/u.test(term)))
  const known = await readTerms(db, [...terms])
  const nearer = new Map<string, string>()
  for (const term of [...terms].filter((term) => !known.has(term)).slice(0, MOST_WORDS)) {
    const near = await nearestTerm(db, term)
    if (near !== null) nearer.set(term, near)
  }
  if (nearer.size === 0) return null
  const corrected = replaceRuns(asked.text, (word) => nearer.get(toTerm(word)) ?? null)
  const { ids } = await lookUp({ ...asked, text: corrected, offset: 0, limit: 1 })
  const story = ids[0] === undefined ? undefined : (await readTexts(db, ids, false)).get(ids[0])
  if (story === undefined) return null
  // The index knows folded singulars; the reader is shown the word as the story spells it.
  const spelled = new Map<string, string>()
  for (const text of [story.topics, story.authors, story.standfirst, story.headline]) {
    for (const word of wordsOf(text)) spelled.set(word.term, text.slice(word.start, word.end).replace(/['’]s$/i, ''))
  }
  return replaceRuns(asked.text, (word) => {
    const near = nearer.get(toTerm(word))
    if (near === undefined) return null
    const spelling = spelled.get(near) ?? near
    return word === word.toLowerCase() ? spelling.toLowerCase() : spelling
  })
}

function replaceRuns(text: string, by: (word: string) => string | null): string {
  let result = ''
  let at = 0
  for (const run of runsOf(text)) {
    const word = run.unspaced ? null : by(run.text)
    if (word === null) continue
    result += text.slice(at, run.start) + word
    at = run.end
  }
  return result + text.slice(at)
}
