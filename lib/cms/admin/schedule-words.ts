import { formatLongDate, formatTime, formatZoneName, type Zone } from '@/lib/format/dates'

/** One line under "Publish at": what will happen, or what stands in its way. */
export interface Line {
  tone: 'plain' | 'warn'
  text: string
}

export interface Plan {
  /** ISO 8601, UTC, or null when nothing is planned. */
  at: string | null
  embargoedUntil: string | null
  /** Labels of required fields that are empty. */
  missing: string[]
  /** When the clock last beat: ISO 8601; null when it never did; undefined when not known. */
  beatAt: string | null | undefined
  /** Whether the time is saved: a time that lies in the past when chosen is not. */
  isSaved: boolean
  /** The zone of the computer the editor sits at, which the field itself uses. */
  fieldZone: string
}

/** A clock silent for longer than this is reported. */
export const SILENCE_MS = 60_000

/** "in 3 hours", "in 2 days": how far off an instant is, roughly. */
export function formatAhead(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return 'in less than a minute'
  if (minutes < 90) return `in ${minutes} minute${minutes === 1 ? '' : 's'}`
  const hours = Math.round(minutes / 60)
  if (hours < 36) return `in ${hours} hours`
  return `in ${Math.round(hours / 24)} days`
}

/** "Monday, 23 November 2026 at 18:00 PKT". */
export const formatMoment = (at: string, zone: Zone) => `${formatLongDate(at, zone)} at ${formatTime(at, zone)} ${formatZoneName(at, zone)}`

/** What an editor should know of a planned publication, most important first. */
export function explainSchedule({ at, embargoedUntil, missing, beatAt, isSaved, fieldZone }: Plan, now: number, zone: Zone): Line[] {
  if (at === null) return []
  const lines: Line[] = []
  const time = new Date(at).getTime()
  if (time > now) lines.push({ tone: 'plain', text: `Goes out on ${formatMoment(at, zone)}, ${formatAhead(time - now)}.` })
  else if (isSaved) lines.push({ tone: 'plain', text: `Was due on ${formatMoment(at, zone)}: it goes out as soon as nothing stands in its way.` })
  else return [{ tone: 'warn', text: 'This time lies in the past, so nothing goes out at it. Choose a later minute, or press Publish to publish now.' }]
  if (formatTime(at, zone) !== formatTime(at, { ...zone, timeZone: fieldZone })) {
    lines.push({ tone: 'plain', text: 'The field above shows your computer’s own time; this is the newsroom’s.' })
  }
  if (embargoedUntil !== null && new Date(embargoedUntil).getTime() > time) {
    lines.push({ tone: 'warn', text: `The embargo ends later, on ${formatMoment(embargoedUntil, zone)}: it waits until then.` })
  }
  if (missing.length > 0) lines.push({ tone: 'warn', text: `It cannot go out yet: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.` })
  if (beatAt === null) lines.push({ tone: 'warn', text: 'The site’s clock has never beaten, so nothing goes out by itself. Tell whoever runs the server.' })
  else if (beatAt !== undefined && now - new Date(beatAt).getTime() > SILENCE_MS) {
    lines.push({ tone: 'warn', text: `The site’s clock has been silent since ${formatTime(beatAt, zone)}, so nothing goes out by itself. Tell whoever runs the server.` })
  }
  return lines
}
