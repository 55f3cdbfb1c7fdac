import { randomUUID } from 'node:crypto'
import { CHANGES_AT_ONCE, readChanges, type Change } from '@/lib/adapters/clock/changes'
import { holdEdge, noteFailing, noteTold, readEdges, releaseEdges, type EdgeState } from '@/lib/adapters/edge/ledger'
import { purge, type Edge } from '@/lib/adapters/edge/purge'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { edgeKey } from './edge'
import type { Touched } from './invalidate'
import { EVERYWHERE_WITHIN_S, isOfTheHour, standsBeside, standsEverywhere } from './tags'

/**
 * Each change is told as soon as this process has made its own pages anew, and twice more: an answer that another
 * process made from the old state meanwhile must not stay at the edge. By the last time every clock has heard of it, and
 * looked again (lib/data/clock.ts).
 */
const againMs = () => [0, 500, 3_000 + 2_000 * env().CLOCK_SECONDS]
/** By then the processes have made anew what readers ask for: an edge forgets what it has not asked for since. */
const EVERYWHERE_MS = EVERYWHERE_WITHIN_S * 1_000 + 1_000
const AT_LEAST_MS = 250
const HELD_MS = 4_000
const WINDOW_MS = 60_000
const LONGEST_WAIT_MS = 30_000
/** What was told this long ago need not be known any more. */
const FORGOTTEN_MS = 20 * WINDOW_MS

/** What this process knows of one edge. */
interface Telling {
  running: boolean
  /** Asked for while it ran. */
  again: boolean
  since: number | null
  /** When each change was first told, and how often. */
  told: Map<number, { at: number; times: number }>
  failures: number
  retryAt: number
  notedUntil: number
  /** What follows from time alone and is written down nowhere, some of it to be told only later. */
  unwritten: Change[]
}

interface Edges {
  holder: string
  tellings: Map<string, Telling>
  timer: NodeJS.Timeout | null
}

const key = Symbol.for('dateline.edges')
const edges = ((globalThis as { [key]?: Edges })[key] ??= { holder: randomUUID(), tellings: new Map(), timer: null })

const configured = (): Edge[] => {
  const { EDGE_PURGE, EDGE_TOKEN = '' } = env()
  const tokens = EDGE_TOKEN.split(',').map((token) => token.trim())
  return EDGE_PURGE.map((edge, i) => ({ ...edge, token: tokens.length === EDGE_PURGE.length ? tokens[i]! : EDGE_TOKEN }))
}

const nameOf = ({ kind, url }: Edge) => `${kind}+${url}`

function tellingOf(name: string): Telling {
  const telling = edges.tellings.get(name) ?? { running: false, again: false, since: null, told: new Map(), failures: 0, retryAt: 0, notedUntil: 0, unwritten: [] }
  edges.tellings.set(name, telling)
  return telling
}

/**
 * Tells every edge what it has not heard yet. One process tells one edge at a time; what an edge does not take is
 * told again until it does, by whichever process lives. Never throws.
 */
export async function tellEdges(now: Date = new Date()): Promise<{ again: boolean }> {
  const tellings = await Promise.all(configured().map((edge) => tell(edge, now.getTime())))
  return { again: tellings.some(Boolean) }
}

/** Tells every edge, and again for as long as something is to be told once more. */
export async function keepTellingEdges(): Promise<void> {
  const { again } = await tellEdges()
  if (!again || edges.timer !== null) return
  edges.timer = setTimeout(() => {
    edges.timer = null
    void keepTellingEdges()
  }, AT_LEAST_MS).unref()
}

/** Leaves the edges to the other processes, for one that ends: what it would have told, they tell. */
export async function leaveEdges(): Promise<void> {
  if (configured().length === 0) return
  await releaseEdges(edges.holder).catch((error: unknown) => log.warn({ err: error }, 'the edges are told by another process only in some seconds'))
}

/** Leaves the edges when this process is told to end. */
export function leaveEdgesAtTheEnd(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leaveEdges())
}

/** Has the edges forget what no row of changes speaks of (a pin or a bar that ran out), like a change of this moment. */
export function tellEdgesOf({ expire, refresh }: Touched, now: Date = new Date()): void {
  const at = now.getTime()
  for (const edge of configured()) addUnwritten(tellingOf(nameOf(edge)), { at, expire, refresh })
}

function addUnwritten({ unwritten }: Telling, touched: Touched & { at: number }): void {
  unwritten.push({ ...touched, id: Math.min(0, ...unwritten.map(({ id }) => id)) - 1, storyId: null })
}

/** How the configured edges stand, for the operator. */
export async function getEdges(): Promise<Pick<EdgeState, 'name' | 'failingSince' | 'problem'>[]> {
  const names = configured().map(nameOf)
  if (names.length === 0) return []
  const known = new Map((await readEdges()).map((edge) => [edge.name, edge]))
  return names.map((name) => ({ name, failingSince: known.get(name)?.failingSince ?? null, problem: known.get(name)?.problem ?? null }))
}

/** @returns whether something is to be told once more. */
async function tell(edge: Edge, now: number): Promise<boolean> {
  const name = nameOf(edge)
  const telling = tellingOf(name)
  if (telling.running) telling.again = true
  if (telling.running || now < telling.retryAt) return false
  telling.running = true
  telling.again = false
  try {
    const again = await tellOne(edge, telling, now)
    // Who called meanwhile may know of a change that this telling did not see.
    return again || telling.again
  } catch (error) {
    log.error({ err: error, edge: name }, 'the edge could not be told of changes')
    return false
  } finally {
    telling.running = false
  }
}

async function tellOne(edge: Edge, telling: Telling, now: number): Promise<boolean> {
  const name = nameOf(edge)
  telling.unwritten = telling.unwritten.filter(({ at }) => at > now - FORGOTTEN_MS)
  const state = await holdEdge(name, edges.holder, now, HELD_MS)
  if (state === null) {
    telling.since = null
    telling.told.clear()
    return false
  }
  telling.since ??= state.toldUntil - EVERYWHERE_MS
  // The clock was put back, after it ran ahead.
  if (telling.since > now) Object.assign(telling, { since: now - WINDOW_MS, notedUntil: 0, told: new Map() })
  const rows = await readChanges(telling.since)
  const due = [...telling.unwritten.filter(({ at }) => at <= now), ...rows].filter((change) => isDue(telling, change, now))
  const problem = await forgetThere(edge, due, now)
  if (problem !== null) return fail(edge, telling, now, problem)
  if (telling.failures > 0) log.info({ edge: name, changes: due.length }, 'the edge takes changes again')
  const recovered = telling.failures > 0 || state.problem !== null
  telling.failures = 0
  for (const change of due) {
    const before = telling.told.get(change.id)
    telling.told.set(change.id, { at: before?.at ?? now, times: (before?.times ?? 0) + 1 })
    const everywhere = change.refresh.filter(standsEverywhere)
    if (before === undefined && everywhere.length > 0 && !isOver(change, now)) addUnwritten(telling, { at: change.at + EVERYWHERE_MS, expire: everywhere, refresh: [] })
  }
  return goOn(name, telling, rows, now, recovered)
}

/** Old changes are told once: nobody makes a page from before them any more. */
function isDue({ told }: Telling, change: Change, now: number): boolean {
  const before = told.get(change.id)
  if (before === undefined) return true
  const again = change.at < now - WINDOW_MS ? undefined : againMs()[before.times]
  return again !== undefined && now - before.at >= again
}

/** Moves on to where everything before has been told. */
async function goOn(name: string, telling: Telling, rows: readonly Change[], now: number, recovered: boolean): Promise<boolean> {
  const isWaiting = ({ id, at }: Change) => at <= now && at >= now - WINDOW_MS && (telling.told.get(id)?.times ?? 0) < againMs().length
  const waiting = rows.filter(isWaiting)
  const last = rows.length >= CHANGES_AT_ONCE ? rows.at(-1)!.at - 1 : now
  const toldUntil = Math.min(last, ...waiting.map(({ at }) => at - 1))
  telling.since = Math.max(telling.since!, rows.length >= CHANGES_AT_ONCE ? toldUntil : toldUntil - WINDOW_MS)
  for (const [id, { at }] of telling.told) if (at < now - FORGOTTEN_MS) telling.told.delete(id)
  if (recovered || waiting.length > 0 || toldUntil - telling.notedUntil > WINDOW_MS / 2) {
    await noteTold(name, edges.holder, toldUntil)
    telling.notedUntil = toldUntil
  }
  return waiting.length > 0 || telling.unwritten.some(isWaiting)
}

const isOver = ({ at }: Change, now: number) => now - at >= EVERYWHERE_MS

/** Hard for what must be new for the next reader, soft for what may be fetched behind one. */
async function forgetThere(edge: Edge, changes: readonly Change[], now: number): Promise<string | null> {
  const hard = new Set(changes.flatMap((change) => [...change.expire, ...(isOver(change, now) ? change.refresh.filter(standsEverywhere) : [])]).map(edgeKey))
  const soft = new Set(changes.flatMap(({ refresh }) => refresh.filter((tag) => !standsBeside(tag) && !isOfTheHour(tag))).map(edgeKey).filter((name) => !hard.has(name)))
  const problem = hard.size > 0 ? await purge(edge, [...hard], false) : null
  return problem ?? (soft.size > 0 ? purge(edge, [...soft], true) : null)
}

async function fail(edge: Edge, telling: Telling, now: number, problem: string): Promise<false> {
  telling.failures += 1
  telling.retryAt = now + Math.min(LONGEST_WAIT_MS, 500 * 2 ** telling.failures)
  if (telling.failures === 1 || telling.failures % 20 === 0) log.error({ edge: nameOf(edge), problem, failures: telling.failures }, 'the edge does not take changes; it is told again until it does')
  await noteFailing(nameOf(edge), edges.holder, now, problem)
  return false
}
