import { revalidateTag } from 'next/cache'
import { hasEdge } from './edge'
import { forget } from './memory'
import { EVERYWHERE_WITHIN_S, isOfTheHour, standsBeside, standsEverywhere } from './tags'

/** What a change touches: pages that must be new for the next reader, and pages that may be refreshed behind one. */
export interface Touched {
  expire: string[]
  refresh: string[]
}

const QUARTER = 15 * 60

/** For how long a page with this tag may be shown once it is old, in seconds or as one of Next's profiles. */
function lifeAfter(tag: string): { expire: number } | 'max' {
  if (standsBeside(tag)) return 'max'
  // Until its turn comes, an edge is handed the old page too, for seconds.
  if (standsEverywhere(tag)) return { expire: EVERYWHERE_WITHIN_S }
  // An edge gives the old page meanwhile: it must not be handed one again.
  if (hasEdge()) return { expire: 0 }
  return isOfTheHour(tag) ? { expire: QUARTER } : 'max'
}

/**
 * Makes this process forget what a change touches. Inside a request it reaches the page cache too; a script
 * has no pages, and the running server hears of the change through the `changes` table.
 */
export function invalidate({ expire, refresh }: Touched): void {
  forget([...expire, ...refresh])
  try {
    for (const tag of expire) revalidateTag(tag, { expire: 0 })
    for (const tag of refresh) revalidateTag(tag, lifeAfter(tag))
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('static generation store missing')) throw error
  }
}
