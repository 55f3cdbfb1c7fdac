import { dateFormatter, midnightOf, zonedParts } from './zone'

/**
 * Dates and times as readers see them: always in the newsroom's zone and language, from an ISO instant
 * and a clock that is handed in. Safe in a browser.
 */

export interface Zone {
  locale: string
  timeZone: string
}

/** Zone names that readers use and Intl does not know for every English locale. */
const ZONE_NAMES: Record<string, string> = { 'Asia/Karachi': 'PKT', UTC: 'UTC', 'Etc/UTC': 'UTC' }

const parts = (at: Date | string, timeZone: string) => zonedParts(new Date(at), timeZone)

const pad = (value: number) => String(value).padStart(2, '0')

/** The newsroom's calendar day of an instant: "2026-11-23". */
export function zonedDay(at: Date | string, timeZone: string): string {
  const { year, month, day } = parts(at, timeZone)
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Milliseconds until the newsroom's next midnight, at least one second. */
export function msUntilMidnight(now: number, timeZone: string): number {
  const today = zonedParts(new Date(now), timeZone)
  return Math.max(1000, midnightOf({ ...today, day: today.day + 1 }, timeZone).getTime() - now)
}

/** "Thursday, 16 January 2025": the masthead's date. */
export function formatLongDate(at: Date | string, { locale, timeZone }: Zone): string {
  const date = new Date(at)
  const weekday = dateFormatter(locale, { timeZone, weekday: 'long' }).format(date)
  return `${weekday}, ${formatDate(date, { locale, timeZone })}`
}

/** "16 January 2025". */
export function formatDate(at: Date | string, { locale, timeZone }: Zone): string {
  return dateFormatter(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at))
}

/** "14:20". */
export function formatTime(at: Date | string, { timeZone }: Zone): string {
  const { hour, minute } = parts(at, timeZone)
  return `${pad(hour)}:${pad(minute)}`
}

/** "PKT", or Intl's own short name for the zone. */
export function formatZoneName(at: Date | string, { locale, timeZone }: Zone): string {
  const known = ZONE_NAMES[timeZone]
  if (known) return known
  const found = dateFormatter(locale, { timeZone, timeZoneName: 'short' }).formatToParts(new Date(at))
  return found.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

/** "16 January 2025, 14:20 PKT": the whole truth, for a story's own page. */
export function formatDateTime(at: Date | string, zone: Zone): string {
  return `${formatDate(at, zone)}, ${formatTime(at, zone)} ${formatZoneName(at, zone)}`
}

/** "16 Jan", with the year only when it is another year than now's. */
export function formatShortDate(at: Date | string, now: Date | string, { locale, timeZone }: Zone): string {
  const sameYear = parts(at, timeZone).year === parts(now, timeZone).year
  return dateFormatter(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(at))
}

/** In a list: the time when it is today's, the day when it is older. */
export function formatListTime(at: Date | string, now: Date | string, zone: Zone): string {
  return zonedDay(at, zone.timeZone) === zonedDay(now, zone.timeZone) ? formatTime(at, zone) : formatShortDate(at, now, zone)
}

/** "November", from the month's number. */
export function formatMonthName(month: number, locale: string): string {
  return dateFormatter(locale, { timeZone: 'UTC', month: 'long' }).format(new Date(Date.UTC(2024, month - 1, 1)))
}

/** A calendar day written out: "Monday, 23 November 2026". */
export function formatCalendarDay(year: number, month: number, day: number, locale: string): string {
  return formatLongDate(new Date(Date.UTC(year, month - 1, day, 12)), { locale, timeZone: 'UTC' })
}

/** The weekday (0 is Monday) of a calendar day. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

/** How many days a month has. */
export const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** "2025-01-16T14:20:00+05:00": an instant as the newsroom's clocks show it, with their offset (ISO 8601). */
export function isoWithOffset(at: Date | string, timeZone: string): string {
  const instant = new Date(at)
  const { year, month, day, hour, minute, second } = zonedParts(instant, timeZone)
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  const minutes = Math.round((shown - Math.floor(instant.getTime() / 1000) * 1000) / 60_000)
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${offset}`
}
