import { revalidateTag } from 'next/cache'
import { hasEdge } from './edge'
import { forget } from './memory'
import { standsBeside } from './tags'

/** What a change touches: pages that must be new for the next reader, and pages that may be refreshed behind one. */
export interface Touched {
  expire: string[]
  refresh: string[]
}

/**
 * Makes this process forget what a change touches. Inside a request it reaches the page cache too; a script
 * has no pages, and the running server hears of the change through the `changes` table.
 */
export function invalidate({ expire, refresh }: Touched): void {
  forget([...expire, ...refresh])
  try {
    for (const tag of expire) revalidateTag(tag, { expire: 0 })
    // An edge gives the old page meanwhile: it must not be handed one again.
    for (const tag of refresh) revalidateTag(tag, hasEdge() && !standsBeside(tag) ? { expire: 0 } : 'max')
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('static generation store missing')) throw error
  }
}
