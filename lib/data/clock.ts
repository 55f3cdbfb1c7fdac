import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { CHANGES_AT_ONCE, pruneChanges, readChanges, type Change } from '@/lib/adapters/clock/changes'
import { beat, lastBeat } from '@/lib/adapters/clock/lease'
import { listDue, listRunOut, noteProblem, publishDraft } from '@/lib/adapters/clock/schedule'
import { zonedParts } from '@/lib/format/zone'
import { log } from '@/lib/log'
import { bringIndexUp } from './clock-index'
import { tellEdgesOf } from './edge-purge'
import { invalidate } from './invalidate'
import { forget } from './memory'
import { forgetOldNotices, sendNotices } from './notices'
import { getSite } from './site'
import { tags } from './tags'
import { rescore } from './trending'
import { getLastWeather, refreshWeather } from './weather'

const LEASE_MS = 15_000
const REPEAT_MS = 3_000
const WINDOW_MS = 60_000
const RETRY_MS = 60_000
/** A story is found by the time at which its pages are made anew, if that is soon: afterwards they would compete for the processor. */
const FOUND_WITHIN_MS = 500
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

/** What this process's clock remembers from beat to beat. */
interface Clock {
  holder: string
  /** When each change was last acted on, and how often; `indexed` when the search index is told of it. */
  handled: Map<number, { at: number; times: number; indexed: boolean }>
  failedAt: Map<number, number>
  last: { at: number; day: string; hour: string; minute: number; weather: boolean } | null
  since: number | null
}

const key = Symbol.for('dateline.clock')
const clock: Clock = ((globalThis as { [key]?: Clock })[key] ??= { holder: randomUUID(), handled: new Map(), failedAt: new Map(), last: null, since: null })

/**
 * One beat of the clock, inside a request so that pages can be invalidated: hears of changes (its own after
 * the commit, and other processes'), publishes what is due, takes down what has run out, turns the day.
 * Every step may be repeated or missed: the next beat makes up for it.
 */
export async function tick(now: Date = new Date()): Promise<{ sweeps: boolean; published: number[] }> {
  const at = now.getTime()
  clock.since ??= Math.min(at, (await lastBeat()) ?? at) - WINDOW_MS
  const sweeps = await beat(clock.holder, at, LEASE_MS)
  const published = sweeps ? await publishDue(now) : []
  // Pages are expired when this request ends: what was just published must not wait for the rest.
  if (published.length > 0) return { sweeps, published }
  await hearChanges(at, sweeps)
  await turn(now, sweeps)
  // Nobody waits for search engines and hubs: it never fails, and the next beat goes on with it.
  if (sweeps) void sendNotices(now)
  return { sweeps, published }
}

/** When the clock of any process last beat; null when it never has. */
export async function getHeartbeat(): Promise<Date | null> {
  const at = await lastBeat()
  return at === null ? null : new Date(at)
}

async function publishDue(now: Date): Promise<number[]> {
  const published: number[] = []
  for (const id of await listDue(now)) {
    if (Math.abs(now.getTime() - (clock.failedAt.get(id) ?? 0)) < RETRY_MS) continue
    const problem = await publishDraft(id, now).catch((error: unknown) => {
      log.error({ err: error, story: id }, 'a scheduled story could not be published')
      return 'The site could not save it. It is tried again each minute.'
    })
    await noteProblem(id, now.getTime(), problem)
    if (problem === null) {
      published.push(id)
      clock.failedAt.delete(id)
      log.info({ story: id }, 'a scheduled story was published')
    } else {
      clock.failedAt.set(id, now.getTime())
      log.warn({ story: id, problem }, 'a scheduled story is not ready')
    }
  }
  return published
}

/** Acts on each change when first seen and once more after three seconds: a page that was being made from the old state meanwhile is made anew. */
async function hearChanges(at: number, sweeps: boolean): Promise<void> {
  // A machine's clock may be put back, after it ran ahead: what happens now must not wait until that time has come.
  if (clock.since! > at) {
    clock.since = at - WINDOW_MS
    clock.handled.clear()
  }
  const changes = await readChanges(clock.since!)
  const due = changes.filter(({ id }) => {
    const before = clock.handled.get(id)
    return before === undefined || (before.times === 1 && at - before.at >= REPEAT_MS)
  })
  // Together: thousands come at once when a section moves.
  if (due.length > 0) invalidate({ expire: unique(due.flatMap(({ expire }) => expire)), refresh: unique(due.flatMap(({ refresh }) => refresh)) })
  for (const { id } of due) {
    const before = clock.handled.get(id)
    clock.handled.set(id, { at, times: (before?.times ?? 0) + 1, indexed: before?.indexed ?? false })
  }
  await Promise.race([index(changes, sweeps), wait(FOUND_WITHIN_MS, undefined, { ref: false })])
  // More than were read at once: on from the last of them when all have been acted on twice, and at once where they are old.
  const last = changes.length >= CHANGES_AT_ONCE ? changes.at(-1)!.at - 1 : at - WINDOW_MS
  const isOver = changes.every(({ id }) => clock.handled.get(id)!.times > 1)
  clock.since = Math.max(clock.since!, isOver ? last : Math.min(last, at - WINDOW_MS))
  for (const [id, { at: handledAt }] of clock.handled) if (handledAt < at - 20 * WINDOW_MS) clock.handled.delete(id)
}

const unique = (tags: string[]) => [...new Set(tags)]

/** Has the search index brought up with each change once: its story in every process, the stories under a renamed author or topic in the one that sweeps. */
function index(changes: readonly Change[], sweeps: boolean): Promise<void> {
  const untold = changes.filter(({ id, storyId }) => (sweeps || storyId !== null) && !clock.handled.get(id)!.indexed)
  for (const { id } of untold) clock.handled.get(id)!.indexed = true
  return bringIndexUp(untold.flatMap(({ storyId, expire }) => (storyId !== null ? [tags.story(storyId)] : expire.filter((tag) => /^(author|topic):/.test(tag)))))
}

/** What follows from time alone: midnight, the hour's weather, pins and bars that run out, the ranking of the minute. */
async function turn(now: Date, sweeps: boolean): Promise<void> {
  const { timeZone } = await getSite(now)
  const { year, month, day, hour, minute } = zonedParts(now, timeZone)
  // Nobody waits for the forecast: the next beat has it.
  void refreshWeather(now)
  const weather = (await getLastWeather(now)) !== null
  const here = { at: now.getTime(), day: `${year}-${month}-${day}`, hour: `${day} ${hour}`, minute, weather }
  const last = clock.last
  clock.last = here
  if (last === null) return
  const expire: string[] = []
  const refresh: string[] = []
  if (last.day !== here.day) refresh.push(tags.day)
  if (last.hour !== here.hour || last.weather !== here.weather) refresh.push(tags.weather)
  const runOut = await listRunOut(new Date(last.at), now)
  for (const section of runOut.fronts) expire.push(tags.front(section === null ? 'home' : tags.section(section)))
  if (runOut.breaking) {
    expire.push(tags.front('home'))
    refresh.push(tags.site)
  }
  if (expire.length + refresh.length > 0) {
    invalidate({ expire, refresh })
    tellEdgesOf({ expire, refresh })
  }
  if (last.minute !== here.minute) {
    forget([tags.trending])
    await rescore(now)
    if (sweeps && minute === 0) {
      await pruneChanges(now.getTime() - KEEP_MS)
      await forgetOldNotices(now)
    }
  }
}
