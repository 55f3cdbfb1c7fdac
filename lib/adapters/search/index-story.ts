import type { Payload, PayloadRequest } from 'payload'
import { textOfStory } from '@/lib/cms/body/words'
import { sql, sqlOf, type Sql } from '@/lib/cms/sql'
import { searchIndex, type SearchDoc } from './search-index'
import { addTerms, countTerms, headTerms } from './terms'
import { readTexts, removeTexts, writeTexts } from './texts'

type Req = Partial<PayloadRequest>

/**
 * Brings the search index into line with a story's published row: in when it is live, out when it is not.
 * Safe to repeat and to do in several processes at once; an unchanged story costs three small reads.
 */
export async function indexStory(payload: Payload, storyId: number): Promise<void> {
  const [doc] = await readDocs(payload, [storyId])
  const known = (await readTexts(sqlOf(payload), [storyId], true)).get(storyId)
  if (doc === undefined ? known === undefined : known !== undefined && isSame(doc, known)) return
  await inTransaction(payload, async (req) => {
    const db = sqlOf(payload, req)
    await holdStory(db, storyId)
    await settle(payload, req, storyId, doc)
  })
}

/** The stories of a list of the river, newest first: to be indexed anew when the author or topic it is named after was renamed. */
export async function listStories(payload: Payload, list: string): Promise<number[]> {
  const rows = await sqlOf(payload).all<{ story_id: number }>(sql`SELECT story_id FROM river WHERE list = ${list} ORDER BY published_at DESC`)
  return rows.map((row) => Number(row.story_id))
}

const BATCH = 100

/**
 * Makes the index anew from the published stories, while readers go on searching.
 * @returns how many stories are in it.
 */
export async function rebuildIndex(payload: Payload, say: (done: number, of: number) => void = () => undefined): Promise<number> {
  const db = sqlOf(payload)
  const live = (await db.all<{ story_id: number }>(sql`SELECT story_id FROM river WHERE list = 'latest' ORDER BY story_id`)).map((row) => Number(row.story_id))
  const known = (await db.all<{ story_id: number }>(sql`SELECT story_id FROM story_search_texts`)).map((row) => Number(row.story_id))
  const counts = new Map<string, number>()
  for (let at = 0; at < live.length; at += BATCH) {
    const docs = await readDocs(payload, live.slice(at, at + BATCH))
    for (const doc of docs) for (const term of headTerms(doc)) counts.set(term, (counts.get(term) ?? 0) + 1)
    await inTransaction(payload, async (req) => {
      for (const doc of docs) {
        await searchIndex(payload, req).put(doc)
        await writeTexts(sqlOf(payload, req), doc)
      }
    })
    say(Math.min(at + BATCH, live.length), live.length)
  }
  const standing = new Set(live)
  for (const id of known.filter((id) => !standing.has(id))) await indexStory(payload, id)
  await inTransaction(payload, async (req) => {
    const within = sqlOf(payload, req)
    await within.run(sql`DELETE FROM search_terms`)
    await addTerms(within, [...counts].map(([term, stories]) => ({ term, stories })))
  })
  return live.length
}

async function settle(payload: Payload, req: Req, id: number, doc: SearchDoc | undefined): Promise<void> {
  const db = sqlOf(payload, req)
  const index = searchIndex(payload, req)
  const before = (await readTexts(db, [id], false)).get(id)
  await countTerms(db, before === undefined ? new Set() : headTerms(before), doc === undefined ? new Set() : headTerms(doc))
  if (doc === undefined) {
    await index.remove(id)
    await removeTexts(db, id)
  } else {
    await index.put(doc)
    await writeTexts(db, doc)
  }
}

/** Two processes that index the same story do it one after the other. SQLite lets in one writer anyway. */
async function holdStory(db: Sql, id: number): Promise<void> {
  if (db.dialect === 'postgres') await db.all(sql`SELECT pg_advisory_xact_lock(7353, ${id}::int)`)
}

async function inTransaction(payload: Payload, work: (req: Req) => Promise<void>): Promise<void> {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw new Error('The database began no transaction.')
  try {
    await work({ transactionID })
    await payload.db.commitTransaction(transactionID)
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

const isSame = (doc: SearchDoc, known: Omit<SearchDoc, 'id'>) =>
  (['headline', 'standfirst', 'authors', 'topics', 'body'] as const).every((field) => doc[field] === known[field])

/** The live ones among these stories, as they are searched. */
async function readDocs(payload: Payload, ids: readonly number[]): Promise<SearchDoc[]> {
  const { docs } = await payload.find({
    collection: 'stories',
    where: { id: { in: [...ids] } },
    select: { headline: true, standfirst: true, body: true, livePosts: true, authors: true, topics: true, withdrawn: true, _status: true },
    depth: 0,
    pagination: false,
  })
  const live = docs.filter((doc) => doc._status === 'published' && doc.withdrawn !== true)
  const [authors, topics] = await Promise.all([
    readNames(payload, 'authors', live.flatMap((doc) => numbers(doc.authors))),
    readNames(payload, 'topics', live.flatMap((doc) => numbers(doc.topics))),
  ])
  const named = (names: Map<number, string>, value: unknown) => numbers(value).flatMap((id) => names.get(id) ?? []).join('\n')
  return live.map((doc) => ({
    id: Number(doc.id),
    headline: doc.headline ?? '',
    standfirst: doc.standfirst ?? '',
    body: textOfStory(doc),
    authors: named(authors, doc.authors),
    topics: named(topics, doc.topics),
  }))
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])

async function readNames(payload: Payload, collection: 'authors' | 'topics', ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({ collection, where: { id: { in: [...new Set(ids)] } }, select: { name: true }, depth: 0, pagination: false })
  return new Map(docs.map((doc) => [Number(doc.id), String(doc.name)]))
}
