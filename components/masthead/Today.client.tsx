'use client'

import { useSyncExternalStore } from 'react'
import { formatLongDate, msUntilMidnight, zonedDay } from '@/lib/format/dates'

interface Props {
  /** The date as the server wrote it, and the day it stands for. */
  text: string
  day: string
  /** When that day ends, in milliseconds since 1970. */
  until: number
  locale: string
  timeZone: string
}

function watchMidnight(timeZone: string, turn: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(() => {
      turn()
      wait()
    }, msUntilMidnight(Date.now(), timeZone))
  }
  wait()
  // A laptop that slept through midnight wakes with its timers late.
  document.addEventListener('visibilitychange', turn)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', turn)
  }
}

/** The newsroom's date. A page kept in a cache shows the day it is read; an open tab turns over at midnight. */
export function Today({ text, day, until, locale, timeZone }: Props) {
  const today = useSyncExternalStore(
    (turn) => watchMidnight(timeZone, turn),
    () => zonedDay(new Date(), timeZone),
    () => day,
  )
  const shown = today === day ? text : formatLongDate(new Date(), { locale, timeZone })
  return (
    // By its end a page of yesterday knows itself (lib/page-cache/late-scripts.cjs), without the browser's calendar: that takes it 40 ms.
    <time dateTime={today} data-until={until}>
      {shown}
    </time>
  )
}
