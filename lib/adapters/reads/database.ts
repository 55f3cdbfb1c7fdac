import { cms } from '@/lib/adapters/cms/client'
import { sql, sqlOf } from '@/lib/cms/sql'

const HOUR = 60 * 60 * 1000
const AT_ONCE = 300

/** How often a story was read within an hour; `hour` is counted in hours since 1970. */
export interface Count {
  storyId: number
  hour: number
  count: number
}

/** The hour an instant (milliseconds since 1970) lies in, counted in hours since 1970. */
export const hourOf = (at: number) => Math.floor(at / HOUR)

/** Adds counts to those kept, in one statement for every three hundred; several processes may add at once. */
export async function addReads(counts: readonly Count[]): Promise<void> {
  const db = sqlOf(await cms())
  // In one order everywhere, or two processes could wait for each other.
  const sorted = [...counts].sort((a, b) => a.storyId - b.storyId || a.hour - b.hour)
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const values = sorted.slice(at, at + AT_ONCE).map(({ storyId, hour, count }) => sql`(${storyId}, ${hour}, ${count})`)
    await db.run(sql`INSERT INTO reads (story_id, hour, count) VALUES ${sql.join(values, sql`, `)} ON CONFLICT (story_id, hour) DO UPDATE SET count = reads.count + excluded.count`)
  }
}

/** Forgets what was read before an hour. */
export async function pruneReads(beforeHour: number): Promise<void> {
  await sqlOf(await cms()).run(sql`DELETE FROM reads WHERE hour < ${beforeHour}`)
}

/** Whether a story stands in a list of the river. */
export async function standsIn(list: string, storyId: number): Promise<boolean> {
  const rows = await sqlOf(await cms()).all(sql`SELECT 1 AS one FROM river WHERE story_id = ${storyId} AND list = ${list} LIMIT 1`)
  return rows.length > 0
}

/**
 * Story ids of a list, the most read first: every reading within `hours` of `now` counts, half as much after
 * each `halfLife` hours. Equals stand newest first.
 */
export async function listMostRead(list: string, now: number, { hours, halfLife }: { hours: number; halfLife: number }, limit: number): Promise<number[]> {
  const hour = hourOf(now)
  const rows = await sqlOf(await cms()).all<{ story_id: number }>(sql`
    WITH scored AS (
      SELECT story_id, sum(count * exp((hour - ${hour}) * CAST(${Math.LN2 / halfLife} AS double precision))) AS score
      FROM reads WHERE hour > ${hour - hours} AND hour <= ${hour} GROUP BY story_id
    )
    SELECT s.story_id FROM scored s JOIN river r ON r.story_id = s.story_id AND r.list = ${list}
    ORDER BY s.score DESC, r.published_at DESC, s.story_id DESC LIMIT ${limit}`)
  return rows.map((row) => Number(row.story_id))
}
