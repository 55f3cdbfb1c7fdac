import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { writeMetrics } from '@/lib/watch/metrics'
import { getHeartbeat } from './clock'

const LOOPBACK = new Set(['127.0.0.1', '::1'])

/** Whether somebody may read the metrics: from this machine itself, or with the operator's token. */
export function mayReadMetrics(headers: Headers): boolean {
  const wanted = env().METRICS_TOKEN
  if (wanted === undefined) return LOOPBACK.has(headers.get('x-forwarded-for') ?? '')
  const given = Buffer.from(headers.get('authorization') ?? '')
  const bearer = Buffer.from(`Bearer ${wanted}`)
  return given.length === bearer.length && timingSafeEqual(given, bearer)
}

/** Everything that Prometheus is told; without the clock's beat when the database is silent. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const beat = await getHeartbeat().catch((error: unknown) => {
    log.warn({ err: error }, 'the clock’s last beat could not be read for the metrics')
    return null
  })
  return writeMetrics(beat)
}
