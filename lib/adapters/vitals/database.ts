import { cms } from '@/lib/adapters/cms/client'
import { sql, sqlOf } from '@/lib/cms/sql'

const AT_ONCE = 200

/** How many measurements of a day fell into one step. */
export interface VitalCount {
  /** The day in UTC, "2026-01-31". */
  day: string
  page: string
  metric: string
  step: number
  count: number
}

/** Adds counts to those kept; several processes may add at once. */
export async function addVitals(counts: readonly VitalCount[]): Promise<void> {
  const db = sqlOf(await cms())
  const order = ({ day, page, metric, step }: VitalCount) => `${day} ${page} ${metric} ${String(step).padStart(4, '0')}`
  // In one order everywhere, or two processes could wait for each other.
  const sorted = [...counts].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const values = sorted.slice(at, at + AT_ONCE).map(({ day, page, metric, step, count }) => sql`(${day}, ${page}, ${metric}, ${step}, ${count})`)
    await db.run(sql`INSERT INTO web_vitals (day, page, metric, step, count) VALUES ${sql.join(values, sql`, `)} ON CONFLICT (day, page, metric, step) DO UPDATE SET count = web_vitals.count + excluded.count`)
  }
}

/** Forgets what was measured before a day. */
export async function pruneVitals(beforeDay: string): Promise<void> {
  await sqlOf(await cms()).run(sql`DELETE FROM web_vitals WHERE day < ${beforeDay}`)
}
