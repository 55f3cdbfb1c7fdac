/** A day in some time zone, as people write it: months and days counted from 1. */
export interface ZonedDay {
  year: number
  month: number
  day: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A formatter for dates, made once for each wish: making one takes a hundred times as long as using it. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}

/** The year, month, day, hour and minute that clocks in `timeZone` show at an instant. */
export function zonedParts(instant: Date, timeZone: string): ZonedDay & { hour: number; minute: number; second: number } {
  const parts = dateFormatter('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute'), second: read('second') }
}

/**
 * The instant at which a day begins in `timeZone`; days past the month's end carry over. Where the clocks
 * skip midnight it is the first instant of that day.
 */
export function midnightOf({ year, month, day }: ZonedDay, timeZone: string): Date {
  const wanted = Date.UTC(year, month - 1, day)
  let guess = wanted
  for (let round = 0; round < 3; round++) {
    const at = zonedParts(new Date(guess), timeZone)
    const shown = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second)
    if (shown === wanted) break
    guess += wanted - shown
  }
  const shown = zonedParts(new Date(guess), timeZone)
  const before = Date.UTC(shown.year, shown.month - 1, shown.day) < wanted
  return new Date(before ? guess + 60 * 60 * 1000 : guess)
}
