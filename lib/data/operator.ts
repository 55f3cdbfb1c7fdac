import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { isThisMachine } from '@/lib/watch/sender'

/**
 * Whether the operator asks: with METRICS_TOKEN or, where there is none, from this machine itself. The front door has
 * put into X-Forwarded-For whom a request really comes from (lib/watch/sender.ts).
 */
export function isOperator(headers: Headers): boolean {
  const wanted = env().METRICS_TOKEN
  if (wanted === undefined) return isThisMachine(headers.get('x-forwarded-for') ?? '')
  const given = Buffer.from(headers.get('authorization') ?? '')
  const bearer = Buffer.from(`Bearer ${wanted}`)
  return given.length === bearer.length && timingSafeEqual(given, bearer)
}
