import { z } from 'zod'
import { addVitals, pruneVitals, type VitalCount } from '@/lib/adapters/vitals/database'
import { log } from '@/lib/log'
import { MOST, stepOf, VITALS } from '@/lib/model/vitals'
import { settle } from './doorway'

const FLUSH_MS = 10_000
const KEEP_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000
/** More kinds of measurement than there can be: a bound all the same. */
const MOST_KEPT = 5_000

const measured = z.object({
  path: z.string().startsWith('/').max(300),
  values: z.partialRecord(z.enum(VITALS), z.number().min(0).max(MOST)),
})

/** What a reader's browser measured on one page, or null when it is none of that. */
export type Measured = z.infer<typeof measured>
export const parseVitals = (body: unknown): Measured | null => measured.safeParse(body).data ?? null

interface Tally {
  counts: Map<string, VitalCount>
  timer: NodeJS.Timeout | null
  prunedDay: string
}

const key = Symbol.for('dateline.vitals')
const tally: Tally = ((globalThis as { [key]?: Tally })[key] ??= { counts: new Map(), timer: null, prunedDay: '' })

/**
 * Counts what was measured into the day's histograms, by the kind of page: neither its address nor anything about the
 * reader is kept. What stands at no address of ours is not counted.
 */
export async function recordVitals({ path, values }: Measured, now: Date = new Date()): Promise<void> {
  const answer = await settle(path, '')
  if (answer.to !== 'room' || answer.status !== 200) return
  const page = answer.room.split('/')[1]!
  // What editors look at is not what readers get.
  if (page === 'preview') return
  const day = now.toISOString().slice(0, 10)
  for (const metric of VITALS) {
    const value = values[metric]
    if (value === undefined) continue
    const step = stepOf(value)
    const name = `${day} ${page} ${metric} ${step}`
    const kept = tally.counts.get(name)
    if (kept) kept.count += 1
    else if (tally.counts.size < MOST_KEPT) tally.counts.set(name, { day, page, metric, step, count: 1 })
  }
  tally.timer ??= setTimeout(() => void flushVitals(now), FLUSH_MS).unref()
}

/** Writes the counts down now. What cannot be written is dropped: it decorates, nobody waits for it. */
export async function flushVitals(now: Date = new Date()): Promise<void> {
  if (tally.timer !== null) clearTimeout(tally.timer)
  tally.timer = null
  const counts = [...tally.counts.values()]
  tally.counts.clear()
  if (counts.length === 0) return
  try {
    await addVitals(counts)
    const day = now.toISOString().slice(0, 10)
    if (day !== tally.prunedDay) await pruneVitals(new Date(now.getTime() - KEEP_DAYS * DAY_MS).toISOString().slice(0, 10))
    tally.prunedDay = day
  } catch (error) {
    log.warn({ err: error }, 'what readers’ browsers measured could not be written down')
  }
}
