import { cms } from '@/lib/adapters/cms/client'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { Outcome } from './verdict'

const IDS_AT_ONCE = 1_000

/** Whom a notice is for: IndexNow as a whole, or one hub by its address. */
export interface Receiver {
  service: 'indexnow' | 'websub'
  name: string
}

/** A notice whose time has come. */
export interface DueNotice {
  id: number
  address: string
  /** How often it was tried before. */
  attempts: number
}

const isFor = ({ service, name }: Receiver) => sql`service = ${service} AND receiver = ${name} AND state = 'waiting'`

/** Who has a notice waiting whose time has come. */
export async function listDueReceivers(now: Date): Promise<Receiver[]> {
  return sqlOf(await cms()).all<Receiver>(sql`SELECT DISTINCT service, receiver AS name FROM notices WHERE state = 'waiting' AND due_at <= ${now.toISOString()}`)
}

/**
 * Takes out what a newer notice of the same address, now due, says as well. Editors' saves only ever add rows
 * and nobody waits for a lock; a row seen here was committed before it is sent, so nothing said later is lost.
 */
export async function dropOvertaken(receiver: Receiver, now: Date): Promise<void> {
  await sqlOf(await cms()).run(sql`
    DELETE FROM notices WHERE id IN (
      SELECT older.id FROM (SELECT address, max(id) AS newest FROM notices WHERE ${isFor(receiver)} AND due_at <= ${now.toISOString()} GROUP BY address) due
      JOIN (SELECT id, address FROM notices WHERE ${isFor(receiver)}) older ON older.address = due.address AND older.id < due.newest)`)
}

/** Notices for a receiver whose time has come, oldest first. */
export async function readDue(receiver: Receiver, now: Date, limit: number): Promise<DueNotice[]> {
  const rows = await sqlOf(await cms()).all<DueNotice>(sql`SELECT id, address, attempts FROM notices WHERE ${isFor(receiver)} AND due_at <= ${now.toISOString()} ORDER BY id LIMIT ${limit}`)
  return rows.map(({ id, address, attempts }) => ({ id: Number(id), address, attempts: Number(attempts) }))
}

/** Writes down how an attempt ended. A finished notice has no time at which it is due, so the queue stays as short as what waits. */
export async function recordOutcome(ids: readonly number[], { state, attempts, dueAt, sentAt, answer }: Outcome, now: Date): Promise<void> {
  const db = sqlOf(await cms())
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = sql.join(ids.slice(at, at + IDS_AT_ONCE).map((id) => sql`${id}`), sql`, `)
    await db.run(sql`UPDATE notices SET state = ${state}, attempts = ${attempts}, due_at = ${dueAt}, sent_at = ${sentAt}, answer = ${answer}, updated_at = ${now.toISOString()} WHERE state = 'waiting' AND id IN (${some})`)
  }
}

/** Puts off what is due to a receiver that asked to be left alone. */
export async function postpone(receiver: Receiver, until: Date, now: Date): Promise<void> {
  await sqlOf(await cms()).run(sql`UPDATE notices SET due_at = ${until.toISOString()} WHERE ${isFor(receiver)} AND due_at <= ${now.toISOString()}`)
}

/** Ends everything that waits for a receiver, with the reason in words. */
export async function giveUpWaiting(receiver: Receiver, words: string, now: Date): Promise<void> {
  await sqlOf(await cms()).run(sql`UPDATE notices SET state = 'given-up', due_at = NULL, answer = ${words}, updated_at = ${now.toISOString()} WHERE ${isFor(receiver)}`)
}

/** Forgets what was settled before an instant; what waits is kept. */
export async function pruneNotices(before: Date): Promise<void> {
  await sqlOf(await cms()).run(sql`DELETE FROM notices WHERE state <> 'waiting' AND updated_at < ${before.toISOString()}`)
}
