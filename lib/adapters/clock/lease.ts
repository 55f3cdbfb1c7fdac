import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from '@/lib/adapters/cms/client'

const NAME = 'sweep'

/**
 * Notes that the clock beats, and says whether this process is the one that sweeps. One holds the lease at a
 * time; when it falls silent for `heldMs`, the next to ask takes over.
 */
export async function beat(holder: string, now: number, heldMs: number): Promise<boolean> {
  const db = sqlOf(await cms())
  await db.run(sql`INSERT INTO clock (name, holder, held_until, beat_at) VALUES (${NAME}, ${holder}, ${now + heldMs}, ${now}) ON CONFLICT (name) DO UPDATE
    SET holder = ${holder}, held_until = ${now + heldMs}, beat_at = ${now} WHERE clock.holder = ${holder} OR clock.held_until < ${now} OR clock.held_until > ${now + 10 * heldMs}`)
  const rows = await db.all<{ holder: string }>(sql`SELECT holder FROM clock WHERE name = ${NAME}`)
  return rows[0]?.holder === holder
}

/** When the clock last beat, in milliseconds since 1970; null when it never has. */
export async function lastBeat(): Promise<number | null> {
  const rows = await sqlOf(await cms()).all<{ beat_at: number }>(sql`SELECT beat_at FROM clock WHERE name = ${NAME}`)
  return rows[0] === undefined ? null : Number(rows[0].beat_at)
}
