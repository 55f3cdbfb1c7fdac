import { formatDate, formatDateTime, formatListTime, type Zone } from '@/lib/format/dates'

/** When a story in a list was published: the time today, the day otherwise. */
export function ListTime({ at, now, zone }: { at: string; now: string; zone: Zone }) {
  return <time dateTime={at}>{formatListTime(at, now, zone)}</time>
}

/** A day in full. */
export function Day({ at, zone }: { at: string; zone: Zone }) {
  return <time dateTime={at}>{formatDate(at, zone)}</time>
}

/** Day, time and zone. */
export function Moment({ at, zone }: { at: string; zone: Zone }) {
  return <time dateTime={at}>{formatDateTime(at, zone)}</time>
}
