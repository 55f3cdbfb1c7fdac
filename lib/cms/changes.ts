import type { PayloadRequest } from 'payload'
import { invalidate, type Touched } from '@/lib/data/invalidate'
import { CHANNEL } from './channel'
import { sql, type Sql } from './sql'
import { writeAtCommit } from './transactions'

const nudge = Symbol.for('dateline.nudge')

const ROWS_AT_ONCE = 200

interface Row {
  expire: string
  refresh: string
  storyId: number | null
}

/**
 * Writes down what a change touches, in the same transaction as the change, and makes this process forget it.
 * The clock of every process reads the rows again after the commit: so other processes hear of it, a page that
 * was being made meanwhile is made anew, and a process killed in between loses nothing.
 */
export async function announce(req: PayloadRequest, touched: Touched, subject?: { kind: 'story'; id: number }): Promise<void> {
  const expire = JSON.stringify([...new Set(touched.expire)])
  const refresh = JSON.stringify([...new Set(touched.refresh)])
  await writeAtCommit(req, write, { expire, refresh, storyId: subject?.id ?? null })
  invalidate(touched)
}

/** Only now, with the time of the commit: nobody looks back for longer than a minute, and a section with all its stories takes longer to move. */
async function write(db: Sql, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE).map(({ expire, refresh, storyId }) => sql`(${Date.now()}, ${expire}, ${refresh}, ${storyId})`)
    await db.run(sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES ${sql.join(some, sql`, `)}`)
  }
  // Delivered when the transaction commits, to this process too, and not at all when it is rolled back.
  if (db.dialect === 'postgres') await db.run(sql`SELECT pg_notify(${CHANNEL}, '')`)
  // The clock of this process beats at once instead of at its next second.
  ;(globalThis as { [nudge]?: () => void })[nudge]?.()
}
