import { among, sql, type Sql } from '@/lib/cms/sql'
import type { SearchDoc, Texts } from './search-index'

/** The readable texts of stories in the index, by story id. `body` is left empty unless asked for. */
export async function readTexts(db: Sql, ids: readonly number[], withBody: boolean): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map()
  const body = withBody ? sql`body` : sql`'' AS body`
  const rows = await db.all<Texts & { story_id: number }>(sql`SELECT story_id, headline, standfirst, authors, topics, ${body} FROM story_search_texts WHERE story_id IN (${among(ids)})`)
  return new Map(rows.map(({ story_id, ...texts }) => [Number(story_id), texts]))
}

export async function writeTexts(db: Sql, doc: SearchDoc): Promise<void> {
  await db.run(sql`INSERT INTO story_search_texts (story_id, headline, standfirst, authors, topics, body)
    VALUES (${doc.id}, ${doc.headline}, ${doc.standfirst}, ${doc.authors}, ${doc.topics}, ${doc.body})
    ON CONFLICT (story_id) DO UPDATE SET headline = excluded.headline, standfirst = excluded.standfirst, authors = excluded.authors, topics = excluded.topics, body = excluded.body`)
}

export async function removeTexts(db: Sql, id: number): Promise<void> {
  await db.run(sql`DELETE FROM story_search_texts WHERE story_id = ${id}`)
}
