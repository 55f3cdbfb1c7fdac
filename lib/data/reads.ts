import { addReads, hourOf, pruneReads, standsIn, type Count } from '@/lib/adapters/reads/database'
import { OnceADay } from '@/lib/adapters/reads/once'
import { isMachine, type RequestFacts } from '@/lib/adapters/reads/robots'
import { log } from '@/lib/log'
import { recall } from './memory'
import { tags } from './tags'

const FLUSH_MS = 5_000
const KEEP_HOURS = 14 * 24

/** Readings not yet written down. On `globalThis`, because the server bundles its routes apart. */
interface Tally {
  counts: Map<string, Count>
  once: OnceADay
  timer: NodeJS.Timeout | null
  written: Promise<void>
  settle: () => void
  listens: boolean
  prunedHour: number
}

const key = Symbol.for('dateline.reads')
const tally: Tally = ((globalThis as { [key]?: Tally })[key] ??= { counts: new Map(), once: new OnceADay(), timer: null, written: Promise.resolve(), settle: () => undefined, listens: false, prunedHour: 0 })

/**
 * Counts one reading of a published story, once a day for each reader; robots and pages fetched in advance are
 * not counted. Nothing about the reader is written down. Counts reach the database within five seconds, and when
 * the process is asked to end.
 * @returns whether it was counted.
 */
export async function recordRead(storyId: number, facts: RequestFacts, now: Date = new Date()): Promise<boolean> {
  if (isMachine(facts)) return false
  if (!(await isPublished(storyId))) return false
  if (!tally.once.isFirst(facts.address, facts.userAgent, storyId, now.getTime())) return false
  const hour = hourOf(now.getTime())
  const name = `${storyId}:${hour}`
  const kept = tally.counts.get(name)
  if (kept) kept.count += 1
  else tally.counts.set(name, { storyId, hour, count: 1 })
  schedule()
  return true
}

/** Resolves when what was counted so far is written down: hand it to the server, which then waits before it ends. */
export const readsWritten = (): Promise<void> => tally.written

/** Writes the counts down now. What cannot be written is kept for the next time. */
export async function flushReads(): Promise<void> {
  if (tally.timer !== null) clearTimeout(tally.timer)
  tally.timer = null
  const counts = [...tally.counts.values()]
  if (counts.length === 0) return
  tally.counts.clear()
  const { settle } = tally
  try {
    await addReads(counts)
    await prune(Math.max(...counts.map((count) => count.hour)))
  } catch (error) {
    log.error({ err: error, stories: counts.length }, 'readings could not be written down and are kept for the next time')
    for (const count of counts) {
      const name = `${count.storyId}:${count.hour}`
      tally.counts.set(name, { ...count, count: count.count + (tally.counts.get(name)?.count ?? 0) })
    }
    schedule()
  } finally {
    settle()
  }
}

const isPublished = (storyId: number) => recall(`is-published:${storyId}`, [tags.story(storyId)], () => standsIn(tags.latest, storyId), { keep: (stands) => stands })

function schedule(): void {
  if (tally.timer === null) {
    tally.timer = setTimeout(() => void flushReads(), FLUSH_MS).unref()
    tally.written = new Promise((resolve) => {
      tally.settle = resolve
    })
  }
  if (tally.listens) return
  tally.listens = true
  // Next ends its server on these itself, and waits for `readsWritten`.
  for (const event of ['SIGTERM', 'SIGINT', 'beforeExit'] as const) process.on(event, () => void flushReads())
}

async function prune(hour: number): Promise<void> {
  if (hour <= tally.prunedHour) return
  tally.prunedHour = hour
  await pruneReads(hour - KEEP_HOURS)
}
