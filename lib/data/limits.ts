import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { countLimited } from '@/lib/watch/metrics'
import { neighbourhoodOf } from '@/lib/watch/sender'

/** How often one sender may knock at each door: so many times within so many seconds. */
const DOORS = {
  /** Signing in, asking for a new password: beside the lock on each account after five wrong passwords. */
  account: { points: 30, duration: 300 },
  search: { points: 60, duration: 60 },
  /** One for each letter typed. */
  suggest: { points: 240, duration: 60 },
  beacon: { points: 120, duration: 60 },
} as const

export type Door = keyof typeof DOORS

const key = Symbol.for('dateline.limits')
const house = globalThis as { [key]?: Record<Door, RateLimiterMemory> }

const limiters = () =>
  (house[key] ??= Object.fromEntries(Object.entries(DOORS).map(([door, rule]) => [door, new RateLimiterMemory({ keyPrefix: door, ...rule })])) as Record<Door, RateLimiterMemory>)

/** The door that a request knocks at, if it is one that is counted. */
export function doorOf(method: string, pathname: string): Door | null {
  if (method === 'POST' && /^\/api\/users\/(login|forgot-password|reset-password|unlock|first-register|refresh-token)\/?$/.test(pathname)) return 'account'
  if (method === 'POST' && /^\/api\/(read|vitals)\/?$/.test(pathname)) return 'beacon'
  if (/^\/api\/suggest\/?$/.test(pathname)) return 'suggest'
  return /^\/(lite\/)?search\/?$/i.test(pathname) ? 'search' : null
}

/**
 * Counts one knock of a sender at a door, in the memory of this process.
 * @returns null, or after how many seconds it may be tried again.
 */
export async function knock(door: Door, address: string): Promise<number | null> {
  if (env().RATE_LIMITS === 'off') return null
  try {
    await limiters()[door].consume(neighbourhoodOf(address))
    return null
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    countLimited(door)
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}
