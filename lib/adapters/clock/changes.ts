import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from '@/lib/adapters/cms/client'

/** As many as one beat acts on. */
export const CHANGES_AT_ONCE = 5_000

/** One row of what was changed, by whichever process. */
export interface Change {
  id: number
  at: number
  expire: string[]
  refresh: string[]
  storyId: number | null
}

/** Changes written since an instant (milliseconds since 1970), oldest first. */
export async function readChanges(since: number): Promise<Change[]> {
  const rows = await sqlOf(await cms()).all<{ id: number; at: number; expire: string; refresh: string; story_id: number | null }>(
    sql`SELECT id, at, expire, refresh, story_id FROM changes WHERE at > ${since} ORDER BY id LIMIT ${CHANGES_AT_ONCE}`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    at: Number(row.at),
    expire: JSON.parse(row.expire) as string[],
    refresh: JSON.parse(row.refresh) as string[],
    storyId: row.story_id === null ? null : Number(row.story_id),
  }))
}

/** Forgets changes older than an instant: everyone has heard of them. */
export async function pruneChanges(before: number): Promise<void> {
  await sqlOf(await cms()).run(sql`DELETE FROM changes WHERE at < ${before}`)
}
