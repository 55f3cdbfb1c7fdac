'use client'

import { useEffect, useState } from 'react'
import { ask } from './ask'
import { describeBeat } from './beat-words'

const LOOK_EVERY_MS = 10_000

/** Whether the site's clock beats, kept up while the desk is open. `beatAt` is in milliseconds since 1970. */
export function Beat({ beatAt }: { beatAt: number | null }) {
  const [seen, setSeen] = useState<{ beatAt: number | null; now: number } | null>(null)
  useEffect(() => {
    const look = async () => {
      const answer = await ask<{ clock?: { beatAt?: string | null } }>('/api/health')
      const at = 'data' in answer ? answer.data.clock?.beatAt : null
      setSeen((last) => ({ beatAt: at ? Date.parse(at) : (last?.beatAt ?? beatAt), now: Date.now() }))
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [beatAt])
  if (seen === null) return <p className="dl-beat">Clock: …</p>
  const { isRight, text, remedy } = describeBeat(seen.beatAt, seen.now)
  return (
    <div role="status" className={isRight ? 'dl-beat' : 'dl-beat dl-beat--silent'}>
      <p>{text}</p>
      {remedy !== null && <p>{remedy}</p>}
    </div>
  )
}
