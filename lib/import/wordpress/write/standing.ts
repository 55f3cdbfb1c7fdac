import type { Payload } from 'payload'
import { searchIndex, type SearchDoc } from '@/lib/adapters/search/search-index'
import { addTerms, headTerms } from '@/lib/adapters/search/terms'
import { writeTexts } from '@/lib/adapters/search/texts'
import { textOfStory } from '@/lib/cms/body/words'
import type { Bulk } from '@/lib/cms/bulk'
import { fillRiver, listsOf, writeRiver, type RiverEntry } from '@/lib/cms/river'
import { sql, sqlOf, type Sql } from '@/lib/cms/sql'
import type { Document } from './rows'

/** What is asked of the newsroom for every story, read once; and what a run touches in it. */
export interface Newsroom {
  payload: Payload
  timeZone: string
  parents: Map<number, number | null>
  names: { authors: Map<number, string>; topics: Map<number, string> }
  /** Lists that stories joined or left. */
  lists: Set<string>
  /** Stories that readers may have seen otherwise before. */
  touched: number[]
  /** Cache tags of the fronts of the sections among the lists. */
  fronts: () => string[]
}

export async function readNewsroom(payload: Payload, timeZone: string): Promise<Newsroom> {
  const db = sqlOf(payload)
  const sections = await db.all<{ id: number; parent_id: number | null }>(sql`SELECT id, parent_id FROM sections`)
  const names = async (table: string) => new Map((await db.all<{ id: number; name: string }>(sql`SELECT id, name FROM ${sql.raw(table)}`)).map((row) => [Number(row.id), row.name]))
  const lists = new Set<string>()
  return {
    payload,
    timeZone,
    parents: new Map(sections.map((row) => [Number(row.id), row.parent_id === null ? null : Number(row.parent_id)])),
    names: { authors: await names('authors'), topics: await names('topics') },
    lists,
    touched: [],
    fronts: () => [...lists].filter((list) => list.startsWith('section:')).map((list) => `front:${list}`),
  }
}

const idsOf = ({ made }: Document, path: string) => made.relations.find((relation) => relation.path === path)?.ids ?? []
const isLive = ({ planned }: Document) => planned.state === 'published'

function withAncestors(ids: readonly number[], parents: Newsroom['parents']): number[] {
  const found = new Set<number>()
  for (const id of ids) for (let at: number | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at)
  return [...found]
}

/** Puts published stories into the lists they stand in; changed ones leave those they stood in before. */
export async function listStories(db: Sql, fresh: readonly Document[], changed: readonly Document[], newsroom: Newsroom): Promise<void> {
  const entries = fresh.filter(isLive).map((document) => ({ storyId: document.planned.target, ...entryOf(document, newsroom) }))
  await fillRiver(db, entries)
  for (const list of entries.flatMap((entry) => entry.lists)) newsroom.lists.add(list)
  for (const document of changed) {
    const entry = isLive(document) ? entryOf(document, newsroom) : null
    const before = await writeRiver(db, document.planned.target, entry)
    for (const list of [...(entry?.lists ?? []), ...(before?.lists ?? [])]) newsroom.lists.add(list)
  }
}

function entryOf({ planned, made }: Document, newsroom: Newsroom): RiverEntry {
  const publishedAt = new Date(planned.at!).getTime()
  const { revisedAt, kind } = made.fields
  const lists = listsOf(
    { publishedAt: planned.at!, kind: String(kind), sectionIds: withAncestors(planned.sections, newsroom.parents), topicIds: planned.topics, authorIds: planned.authors, hasCorrections: false },
    newsroom.timeZone,
  )
  return { lists, publishedAt, modifiedAt: typeof revisedAt === 'string' ? new Date(revisedAt).getTime() : publishedAt }
}

/** Puts published stories that were not there before into the search index. */
export async function indexNew(bulk: Bulk, documents: readonly Document[], { payload, names }: Newsroom): Promise<void> {
  const index = searchIndex(payload, { transactionID: bulk.transactionID })
  const counts = new Map<string, number>()
  for (const document of documents.filter(isLive)) {
    const doc = searchDoc(document, names)
    await index.put(doc)
    await writeTexts(bulk.sql, doc)
    for (const term of headTerms(doc)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  // In one order everywhere, or two processes could wait for each other.
  await addTerms(bulk.sql, [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, stories]) => ({ term, stories })))
}

function searchDoc(document: Document, names: Newsroom['names']): SearchDoc {
  const { fields } = document.made
  const named = (path: 'authors' | 'topics') => idsOf(document, path).flatMap((id) => names[path].get(id) ?? []).join('\n')
  return { id: document.planned.target, headline: String(fields.headline ?? ''), standfirst: String(fields.standfirst ?? ''), body: textOfStory(fields), authors: named('authors'), topics: named('topics') }
}
