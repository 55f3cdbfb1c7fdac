import type { PayloadRequest } from 'payload'
import { invalidate, type Touched } from '@/lib/data/invalidate'
import { CHANNEL } from './channel'
import { sql, sqlOf } from './sql'

const nudge = Symbol.for('dateline.nudge')

/**
 * Writes down what a change touches, in the same transaction as the change, and makes this process forget it.
 * The clock of every process reads the rows again after the commit: so other processes hear of it, a page that
 * was being made meanwhile is made anew, and a process killed in between loses nothing.
 */
export async function announce(req: PayloadRequest, touched: Touched, subject?: { kind: 'story'; id: number }): Promise<void> {
  const expire = JSON.stringify([...new Set(touched.expire)])
  const refresh = JSON.stringify([...new Set(touched.refresh)])
  const db = sqlOf(req.payload, req)
  await db.run(
    sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES (${Date.now()}, ${expire}, ${refresh}, ${subject?.id ?? null})`,
  )
  // Delivered when the transaction commits, to this process too, and not at all when it is rolled back.
  if (db.dialect === 'postgres') await db.run(sql`SELECT pg_notify(${CHANNEL}, '')`)
  invalidate(touched)
  // The clock of this process beats at once instead of at its next second.
  ;(globalThis as { [nudge]?: () => void })[nudge]?.()
}
