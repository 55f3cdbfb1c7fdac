'use client'

import { useEffect } from 'react'
import { apiPaths } from '@/lib/routes'

const READ_AFTER_MS = 5000

/** Tells the newsroom once, after five seconds in sight, that a story is being read. */
export function ReadBeacon({ story }: { story: string }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let seen = 0
    let since = 0
    const tell = () => {
      stop()
      navigator.sendBeacon(apiPaths.read, JSON.stringify({ story }))
    }
    const watch = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') {
        since = performance.now()
        timer = setTimeout(tell, READ_AFTER_MS - seen)
      } else if (since > 0) {
        seen += performance.now() - since
        since = 0
      }
    }
    const stop = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
    document.addEventListener('visibilitychange', watch)
    watch()
    return stop
  }, [story])
  return null
}
