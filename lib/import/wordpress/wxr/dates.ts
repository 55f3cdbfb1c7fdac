import { zonedParts } from '@/lib/format/zone'

/** The dates of an item, as they stand in the export. */
export interface WxrDates {
  date: string
  dateGmt: string
  pubDate: string
}

const MINUTE = 60_000

/** Clocks on earth are at most this far from GMT, in steps of a quarter of an hour. */
const MAX_OFFSET = 14 * 60
const OFFSET_STEP = 15

/**
 * When an item was published, as an ISO instant, and which of its dates said so: its GMT date, else the RSS date,
 * else the date of the old site's clocks read in `timeZone` (a name, or a fixed offset as "+05:00"). Zeros, the
 * epoch and years before Christ are WordPress's ways of saying "no date". An hour that the clocks skipped is read
 * as the one after; one that they showed twice as the first.
 */
export function readDate({ date, dateGmt, pubDate }: WxrDates, timeZone: string): { at: string | null; from: 'gmt' | 'rss' | 'local' | null } {
  const gmt = toDate(clockTime(dateGmt))
  if (gmt !== null) return { at: gmt, from: 'gmt' }
  const rss = toDate(rssTime(pubDate))
  if (rss !== null) return { at: rss, from: 'rss' }
  const shown = clockTime(date)
  const local = shown === null || toDate(shown) === null ? null : toDate(instantOf(shown, timeZone))
  return { at: local, from: local === null ? null : 'local' }
}

/**
 * How many minutes the old site's clocks were ahead of GMT for most posts (300 is Islamabad); null when the dates
 * do not say. Where the clocks change twice a year, it is the offset of the season that has more posts.
 */
export function guessTimeZone(pairs: Iterable<Pick<WxrDates, 'date' | 'dateGmt'>>): number | null {
  const counts = new Map<number, number>()
  let total = 0
  for (const { date, dateGmt } of pairs) {
    const [shown, gmt] = [clockTime(date), clockTime(dateGmt)]
    if (shown === null || gmt === null) continue
    const offset = (shown - gmt) / MINUTE
    if (Math.abs(offset) > MAX_OFFSET || offset % OFFSET_STEP !== 0) continue
    counts.set(offset, (counts.get(offset) ?? 0) + 1)
    total++
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most === undefined || most[1] * 2 < total ? null : most[0]
}

/** Null for no date, and for the epoch itself: nobody published at that second. */
const toDate = (time: number | null) => (time === null || time === 0 ? null : new Date(time).toISOString())

/** "2019-05-12 10:00:00", as if it were GMT, in milliseconds; null for zeros and for what no calendar has. */
function clockTime(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?$/.exec(text.trim())
  if (found === null) return null
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number]
  return checkedTime(year, month, day, hour, minute, second)
}

function checkedTime(year: number, month: number, day: number, hour: number, minute: number, second: number): number | null {
  if (year < 1000 || hour > 23 || minute > 59 || second > 59) return null
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const at = new Date(time)
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? time : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The zone names of RFC 822, in hours from GMT. */
const ZONES: Record<string, number> = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 }

/** "Sun, 12 May 2019 05:00:00 +0000" (RFC 822 with the years of RFC 2822), in milliseconds; no zone is GMT. */
function rssTime(text: string): number | null {
  const found = /^(?:[a-z]+,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s+(\S+))?$/i.exec(text.trim())
  if (found === null) return null
  const [, day, monthName = '', yearText = '', hour, minute, second = '0', zone = ''] = found
  const year = yearText.length === 4 ? Number(yearText) : Number(yearText) + (Number(yearText) < 50 ? 2000 : 1900)
  const shown = checkedTime(year, MONTHS.indexOf(monthName.toLowerCase()) + 1, Number(day), Number(hour), Number(minute), Number(second))
  return shown === null ? null : shown - (offsetOf(zone) ?? (ZONES[zone.toUpperCase()] ?? 0) * 60) * MINUTE
}

/** "+05:30" or "+0530" in minutes; null for anything else. */
function offsetOf(text: string): number | null {
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(text)
  if (found === null) return null
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return found[1] === '-' ? -minutes : minutes
}

/** The instant at which clocks in a zone show a time (given as if it were GMT). */
function instantOf(shown: number, timeZone: string): number {
  const fixed = offsetOf(timeZone)
  if (fixed !== null) return shown - fixed * MINUTE
  // The offsets a day before and after are those on either side of a change of the clocks.
  const offsets = [-1, 1].map((days) => offsetAt(shown + days * 24 * 60 * MINUTE, timeZone))
  const instants = offsets.map((offset) => shown - offset)
  const right = instants.filter((instant) => instant + offsetAt(instant, timeZone) === shown)
  return right.length > 0 ? Math.min(...right) : (instants[0] ?? shown)
}

function offsetAt(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zonedParts(new Date(instant), timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}
