import { ADDRESSES_AT_ONCE, tellIndexNow } from '@/lib/adapters/notices/index-now'
import { dropOvertaken, giveUpWaiting, listDueReceivers, postpone, pruneNotices, readDue, recordOutcome, type DueNotice, type Receiver } from '@/lib/adapters/notices/queue'
import { readReceivers, type Receivers } from '@/lib/adapters/notices/receivers'
import { outcomeOf, type Outcome, type Verdict } from '@/lib/adapters/notices/verdict'
import { tellHub } from '@/lib/adapters/notices/websub'
import { env } from '@/lib/env'
import { mayBeIndexed } from '@/lib/indexing'
import { log } from '@/lib/log'

const KEEP_MS = 30 * 24 * 60 * 60 * 1000
/** A process that dies while a hub is told repeats what it has not written down: so not too many at once. */
const FEEDS_AT_ONCE = 100

/** What this process is sending, by receiver, and until when one asked to be left alone (milliseconds since 1970). */
interface Sending {
  flights: Map<string, Promise<void>>
  heldUntil: Map<string, number>
}

const key = Symbol.for('dateline.notices')
const sending = ((globalThis as { [key]?: Sending })[key] ??= { flights: new Map(), heldUntil: new Map() })

/**
 * Sends what is due to search engines and hubs: for the sweeping process's clock, which does not wait for it. Each
 * receiver is told by one flight at a time, so a slow hub holds up nobody else. What is cut short is sent again.
 * Never throws; ends when every flight that it began has.
 */
export async function sendNotices(now: Date = new Date()): Promise<void> {
  try {
    const due = (await listDueReceivers(now)).filter(({ name }) => !sending.flights.has(name))
    if (due.length === 0) return
    const settings = await readReceivers()
    await Promise.all(due.map((receiver) => fly(receiver, settings, now)))
  } catch (error) {
    log.error({ err: error }, 'the notices for search engines and hubs could not be read')
  }
}

/** Forgets notices that were settled thirty days ago or more. */
export async function forgetOldNotices(now: Date): Promise<void> {
  await pruneNotices(new Date(now.getTime() - KEEP_MS))
}

function fly(receiver: Receiver, settings: Receivers, now: Date): Promise<void> {
  const { name } = receiver
  const flight =
    sending.flights.get(name) ??
    send(receiver, settings, now)
      .catch((error: unknown) => log.error({ err: error, receiver: name }, 'notices could not be sent'))
      .finally(() => sending.flights.delete(name))
  sending.flights.set(name, flight)
  return flight
}

async function send(receiver: Receiver, settings: Receivers, now: Date): Promise<void> {
  const off = whyOff(receiver, settings)
  if (off !== null) return giveUpWaiting(receiver, off, now)
  const held = sending.heldUntil.get(receiver.name) ?? 0
  if (held > now.getTime()) return postpone(receiver, new Date(held), now)
  await dropOvertaken(receiver, now)
  const notices = await readDue(receiver, now, receiver.service === 'indexnow' ? ADDRESSES_AT_ONCE : FEEDS_AT_ONCE)
  const isOwn = ({ address }: DueNotice) => address.startsWith(`${env().SITE_URL}/`)
  await record(notices.filter((notice) => !isOwn(notice)), () => ELSEWHERE, now)
  const own = notices.filter(isOwn)
  const verdicts = await tell(receiver, settings, own.map(({ address }) => address), now)
  await record(own, (notice, i) => outcomeOf(verdicts[i]!, notice.attempts, now), now)
  const wait = Math.max(0, ...verdicts.map(({ waitMs }) => waitMs))
  if (wait > 0) sending.heldUntil.set(receiver.name, now.getTime() + wait)
  report(receiver, verdicts)
}

/** Why nobody is to be told any more, in words for the log; null when somebody is. */
function whyOff({ service, name }: Receiver, { indexNowKey, hubs }: Receivers): string | null {
  if (!mayBeIndexed(env())) return 'Not sent: search engines may not list this site.'
  const isOn = service === 'indexnow' ? indexNowKey !== null : hubs.includes(name)
  return isOn ? null : 'Not sent: it was switched off in the settings first.'
}

/** One address of another site would make IndexNow refuse all that are sent with it. */
const ELSEWHERE: Outcome = { state: 'given-up', attempts: 0, dueAt: null, sentAt: null, answer: 'Not sent: the site has moved to another address since.' }

/** What the receiver said of each address. */
async function tell({ service, name }: Receiver, { indexNowKey }: Receivers, addresses: string[], now: Date): Promise<Verdict[]> {
  if (addresses.length === 0) return []
  if (service === 'websub') return tellHub(name, addresses, now)
  const verdict = await tellIndexNow(env().INDEXNOW_URL, { origin: env().SITE_URL, key: indexNowKey! }, addresses, now)
  return addresses.map(() => verdict)
}

/** Writes down how each notice stands, those that stand alike in one statement. */
async function record(notices: readonly DueNotice[], outcome: (notice: DueNotice, i: number) => Outcome, now: Date): Promise<void> {
  const alike = new Map<string, { outcome: Outcome; ids: number[] }>()
  for (const [i, notice] of notices.entries()) {
    const next = outcome(notice, i)
    const name = JSON.stringify(next)
    const group = alike.get(name) ?? { outcome: next, ids: [] }
    group.ids.push(notice.id)
    alike.set(name, group)
  }
  for (const group of alike.values()) await recordOutcome(group.ids, group.outcome, now)
}

function report({ name }: Receiver, verdicts: readonly Verdict[]): void {
  const problem = verdicts.find(({ state }) => state !== 'sent')
  if (problem !== undefined) log.warn({ receiver: name, answer: problem.words, of: verdicts.length }, 'a notice was not taken')
  else if (verdicts.length > 0) log.info({ receiver: name, addresses: verdicts.length }, 'notices were sent')
}
