import type { PayloadRequest } from 'payload'
import { tags } from '@/lib/data/tags'
import { zonedDay } from '@/lib/format/dates'
import { sql, sqlOf, type Sql } from './sql'

/**
 * The lists that published stories stand in, as rows of the `river` table: (list, published_at, story_id, modified_at).
 * A list is named by its cache tag, so the lists a story leaves and joins are the tags that expire.
 */
export interface RiverEntry {
  lists: string[]
  /** Milliseconds since 1970. */
  publishedAt: number
  /** When it last changed for readers; milliseconds since 1970. */
  modifiedAt: number
}

export interface ListedStory {
  publishedAt: string
  kind: string
  sectionIds: number[]
  topicIds: number[]
  authorIds: number[]
  hasCorrections: boolean
}

/** Every list a published story stands in. `sectionIds` already holds the ancestors. */
export function listsOf(story: ListedStory, timeZone: string): string[] {
  const month = zonedDay(story.publishedAt, timeZone).slice(0, 7)
  return [
    ...new Set([
      tags.latest,
      tags.month(month),
      ...story.sectionIds.map(tags.section),
      ...story.topicIds.map(tags.topic),
      ...story.authorIds.map(tags.author),
      ...(story.hasCorrections ? [tags.corrections] : []),
    ]),
  ]
}

/** Puts a story into exactly these lists (none: takes it out of all) and says how it stood in them before; null when in none. */
export async function writeRiver(db: Sql, storyId: number, entry: RiverEntry | null): Promise<RiverEntry | null> {
  const before = await db.all<{ list: string; published_at: number; modified_at: number }>(sql`SELECT list, published_at, modified_at FROM river WHERE story_id = ${storyId}`)
  await db.run(sql`DELETE FROM river WHERE story_id = ${storyId}`)
  for (const list of entry?.lists ?? []) {
    await db.run(sql`INSERT INTO river (list, published_at, story_id, modified_at) VALUES (${list}, ${entry!.publishedAt}, ${storyId}, ${entry!.modifiedAt})`)
  }
  const [first] = before
  return first === undefined ? null : { lists: before.map((row) => row.list), publishedAt: Number(first.published_at), modifiedAt: Number(first.modified_at) }
}

const ROWS_AT_ONCE = 500

/** Puts stories that stand in no list yet into theirs, many at a time. */
export async function fillRiver(db: Sql, entries: readonly (RiverEntry & { storyId: number })[]): Promise<void> {
  const rows = entries.flatMap(({ storyId, lists, publishedAt, modifiedAt }) => lists.map((list) => sql`(${list}, ${publishedAt}, ${storyId}, ${modifiedAt})`))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db.run(sql`INSERT INTO river (list, published_at, story_id, modified_at) VALUES ${sql.join(rows.slice(at, at + ROWS_AT_ONCE), sql`, `)}`)
  }
}

/** A section with everything above it, nearest first. */
export async function withAncestors(req: PayloadRequest, sectionIds: readonly number[]): Promise<number[]> {
  const { all } = sqlOf(req.payload, req)
  const rows = await all<{ id: number; parent_id: number | null }>(sql`SELECT id, parent_id FROM sections`)
  const parents = new Map(rows.map((row) => [Number(row.id), row.parent_id === null ? null : Number(row.parent_id)]))
  const found = new Set<number>()
  for (const id of sectionIds) {
    for (let at: number | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at)
  }
  return [...found]
}
