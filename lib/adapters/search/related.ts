import { cms } from '@/lib/adapters/cms/client'
import { among, sql, sqlOf, type Sql } from '@/lib/cms/sql'
import { searchIndex } from './search-index'
import { headTerms, readTerms } from './terms'
import { readTexts } from './texts'

const NEAREST = 24
const NEWEST = 12
const TERMS = 10
/** Words are looked up while all of them together stand in no more stories than this, and two of them in any case. */
const LOOKED_THROUGH = 2_000
const FEWEST_TERMS = 2
const HALF_LIFE_MS = 45 * 24 * 60 * 60 * 1000

interface Candidate {
  id: number
  publishedAt: number
  topics: number
}

/** The lists of the river that say what a story is about, and where everything stands. */
export interface Lists {
  everything: string
  topics: string[]
}

/**
 * Stories near to a published one, the nearest first: topics they share, telling words they share (rare ones count
 * for more), and how fresh they are beside the newest of them, halving every 45 days. Two stories equally near stand
 * newest first, so that the answer is always the same.
 */
export async function listNear(storyId: number, lists: Lists, limit: number): Promise<number[]> {
  const payload = await cms()
  const db = sqlOf(payload)
  const [texts, total, sharing] = await Promise.all([readTexts(db, [storyId], false), greatestId(db), newestOf(db, lists.topics, storyId)])
  const own = texts.get(storyId)
  if (own === undefined) return sharing.slice(0, limit)
  const ownTerms = [...headTerms(own)].filter((term) => term.length > 1 && !/^\d+$/.test(term))
  const counts = await readTerms(db, ownTerms)
  const rarity = rarityOf(counts, total)
  // The rarest, but not those that stand nowhere else; as many as can be looked through at once.
  const rarest = ownTerms.filter((term) => rarity.has(term)).sort((a, b) => rarity.get(b)! - rarity.get(a)! || (a < b ? -1 : 1)).slice(0, TERMS)
  let looked = 0
  const telling = new Map(rarest.filter((term, i) => (looked += counts.get(term)!) <= LOOKED_THROUGH || i < FEWEST_TERMS).map((term) => [term, rarity.get(term)!]))
  const likeness = telling.size === 0 ? new Map<number, number>() : await searchIndex(payload).like(telling, lists.everything, NEAREST)
  const ids = [...new Set([...likeness.keys(), ...sharing.slice(0, NEWEST * 2)])].filter((id) => id !== storyId)
  const candidates = await readCandidates(db, ids, lists)
  return place(candidates, likeness, lists.topics.length).slice(0, limit)
}

/** The stories of a list that stand in it, newest first, without these. */
export async function newestInList(list: string, limit: number, without: readonly number[]): Promise<number[]> {
  const rows = await sqlOf(await cms()).all<{ story_id: number }>(
    sql`SELECT story_id FROM river WHERE list = ${list} ORDER BY published_at DESC, story_id DESC LIMIT ${limit + without.length}`,
  )
  return rows.map((row) => Number(row.story_id)).filter((id) => !without.includes(id)).slice(0, limit)
}

function place(candidates: readonly Candidate[], likeness: ReadonlyMap<number, number>, topics: number): number[] {
  const newest = Math.max(...candidates.map((candidate) => candidate.publishedAt))
  const most = Math.max(...candidates.map(({ id }) => likeness.get(id) ?? 0), Number.MIN_VALUE)
  const score = ({ id, publishedAt, topics: common }: Candidate) =>
    0.45 * (topics === 0 ? 0 : common / topics) + 0.4 * ((likeness.get(id) ?? 0) / most) + 0.15 * 2 ** ((publishedAt - newest) / HALF_LIFE_MS)
  return candidates
    .map((candidate) => ({ ...candidate, score: score(candidate) }))
    .sort((a, b) => b.score - a.score || b.publishedAt - a.publishedAt || b.id - a.id)
    .map((candidate) => candidate.id)
}

/** How telling a word is: the logarithm of how few stories have it. Words of one story only tell nothing. */
function rarityOf(counts: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const telling = [...counts].filter(([, stories]) => stories > 1 && stories < Math.max(5, total / 5))
  return new Map(telling.map(([term, stories]) => [term, Math.log(1 + total / stories)]))
}

/** About how many stories there are: rarity asks for no more, and counting a million takes longer than all the rest. */
async function greatestId(db: Sql): Promise<number> {
  const [row] = await db.all<{ id: number | null }>(sql`SELECT max(story_id) AS id FROM river`)
  return Number(row?.id ?? 0)
}

/** The newest stories of each list, list by list. */
async function newestOf(db: Sql, lists: readonly string[], without: number): Promise<number[]> {
  if (lists.length === 0) return []
  const each = lists.map((list, i) => sql`
    SELECT story_id, published_at, ${sql.raw(String(i))} AS place FROM (
      SELECT story_id, published_at FROM river WHERE list = ${list} ORDER BY published_at DESC, story_id DESC LIMIT ${NEWEST}
    ) AS newest`)
  const rows = await db.all<{ story_id: number }>(sql`${sql.join(each, sql` UNION ALL `)} ORDER BY place, published_at DESC, story_id DESC`)
  return [...new Set(rows.map((row) => Number(row.story_id)))].filter((id) => id !== without)
}

/** When each of these stories was published and how many of the topics it has; what is not live is left out. */
async function readCandidates(db: Sql, ids: readonly number[], lists: Lists): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const rows = await db.all<{ story_id: number; list: string; published_at: number }>(
    sql`SELECT story_id, list, published_at FROM river WHERE story_id IN (${among(ids)}) AND list IN (${among([lists.everything, ...lists.topics])})`,
  )
  const live = new Map<number, Candidate>()
  for (const row of rows) if (row.list === lists.everything) live.set(Number(row.story_id), { id: Number(row.story_id), publishedAt: Number(row.published_at), topics: 0 })
  for (const row of rows) if (row.list !== lists.everything && live.has(Number(row.story_id))) live.get(Number(row.story_id))!.topics += 1
  return [...live.values()].sort((a, b) => b.publishedAt - a.publishedAt || b.id - a.id)
}
