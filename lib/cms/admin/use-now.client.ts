'use client'

import { useEffect, useState } from 'react'

/** The time of now in milliseconds since 1970, in steps, so that what is said of it stays true; null until the page is alive. */
export function useNow(everyMs: number): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tell = () => setNow(Date.now())
    const timer = setInterval(tell, everyMs)
    const first = setTimeout(tell, 0)
    return () => {
      clearInterval(timer)
      clearTimeout(first)
    }
  }, [everyMs])
  return now
}
