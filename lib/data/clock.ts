import { randomUUID } from 'node:crypto'
import { CHANGES_AT_ONCE, pruneChanges, readChanges, type Change } from '@/lib/adapters/clock/changes'
import { beat, lastBeat } from '@/lib/adapters/clock/lease'
import { listDue, listRunOut, noteProblem, publishDraft } from '@/lib/adapters/clock/schedule'
import { cms } from '@/lib/adapters/cms/client'
import { indexList, indexStory } from '@/lib/adapters/search/index-story'
import { zonedParts } from '@/lib/format/zone'
import { log } from '@/lib/log'
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
const KEEP_MS = 7 * 24 * 60 * 60 * 1000

/** What this process's clock remembers from beat to beat. */
interface Clock {
  holder: string
  /** When each change was last acted on, and how often. */
  handled: Map<number, { at: number; times: number; indexed?: boolean }>
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
  await hearChanges(at)
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
async function hearChanges(at: number): Promise<void> {
  // A machine's clock may be put back, after it ran ahead: what happens now must not wait until that time has come.
  if (clock.since! > at) {
    clock.since = at - WINDOW_MS
    clock.handled.clear()
  }
  const changes = await readChanges(clock.since!)
  for (const change of changes) {
    const before = clock.handled.get(change.id)
    if (before !== undefined && (before.times > 1 || at - before.at < REPEAT_MS)) continue
    clock.handled.set(change.id, { at, times: (before?.times ?? 0) + 1 })
    invalidate(change)
    // What could not be indexed is tried again with the second look.
    if (before?.indexed !== true) clock.handled.get(change.id)!.indexed = await index(change)
  }
  // More than were read at once: go on from the last of them at the next beat.
  const last = changes.length >= CHANGES_AT_ONCE ? changes.at(-1)!.at - 1 : at
  clock.since = Math.max(clock.since!, Math.min(last, at - WINDOW_MS))
  for (const [id, { at: handledAt }] of clock.handled) if (handledAt < at - 20 * WINDOW_MS) clock.handled.delete(id)
}

/** Brings the search index up with one change: its story, or every story under a renamed author or topic. */
async function index({ storyId, expire }: Change): Promise<boolean> {
  try {
    const payload = await cms()
    if (storyId !== null) await indexStory(payload, storyId)
    else for (const list of expire.filter((tag) => /^(author|topic):/.test(tag))) await indexList(payload, list)
    return true
  } catch (error) {
    log.error({ err: error, story: storyId }, 'the search index could not be brought up to date')
    return false
  }
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
