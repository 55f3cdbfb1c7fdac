import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from '@/lib/adapters/cms/client'

/** How an edge stands: up to when (milliseconds since 1970) it has heard of every change, and what keeps it from hearing more. */
export interface EdgeState {
  name: string
  toldUntil: number
  failingSince: number | null
  problem: string | null
}

interface Row {
  name: string
  holder: string
  told_until: number
  failing_since: number | null
  problem: string | null
}

const toState = ({ name, told_until, failing_since, problem }: Row): EdgeState => ({ name, toldUntil: Number(told_until), failingSince: failing_since === null ? null : Number(failing_since), problem })

/**
 * Takes, or keeps, the task of telling an edge; one process has it at a time, and when it falls silent for `heldMs`
 * the next to ask goes on from where it was. A new edge is empty: there is nothing it should forget.
 * @returns how the edge stands, or null when another process tells it.
 */
export async function holdEdge(name: string, holder: string, now: number, heldMs: number): Promise<EdgeState | null> {
  const db = sqlOf(await cms())
  await db.run(sql`INSERT INTO edges (name, holder, held_until, told_until) VALUES (${name}, ${holder}, ${now + heldMs}, ${now}) ON CONFLICT (name) DO UPDATE
    SET holder = ${holder}, held_until = ${now + heldMs} WHERE edges.holder = ${holder} OR edges.held_until < ${now} OR edges.held_until > ${now + 10 * heldMs}`)
  const [row] = await db.all<Row>(sql`SELECT name, holder, told_until, failing_since, problem FROM edges WHERE name = ${name}`)
  return row?.holder === holder ? toState(row) : null
}

/** Gives the task up, for another process to take at once. */
export async function releaseEdges(holder: string): Promise<void> {
  await sqlOf(await cms()).run(sql`UPDATE edges SET held_until = 0 WHERE holder = ${holder}`)
}

/** Notes that an edge has heard of every change up to an instant. */
export async function noteTold(name: string, holder: string, toldUntil: number): Promise<void> {
  await sqlOf(await cms()).run(sql`UPDATE edges SET told_until = ${toldUntil}, failing_since = NULL, problem = NULL WHERE name = ${name} AND holder = ${holder}`)
}

/** Notes why an edge could not be told, and since when. */
export async function noteFailing(name: string, holder: string, now: number, problem: string): Promise<void> {
  await sqlOf(await cms()).run(sql`UPDATE edges SET failing_since = coalesce(failing_since, ${now}), problem = ${problem} WHERE name = ${name} AND holder = ${holder}`)
}

/** How every edge stands that was ever told. */
export async function readEdges(): Promise<EdgeState[]> {
  return (await sqlOf(await cms()).all<Row>(sql`SELECT name, holder, told_until, failing_since, problem FROM edges ORDER BY name`)).map(toState)
}
