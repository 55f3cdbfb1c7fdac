import { log } from '@/lib/log'
import { writeMetrics } from '@/lib/watch/metrics'
import { getHeartbeat } from './clock'

/** Everything that Prometheus is told; without the clock's beat when the database is silent. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const beat = await getHeartbeat().catch((error: unknown) => {
    log.warn({ err: error }, 'the clock’s last beat could not be read for the metrics')
    return null
  })
  return writeMetrics(beat)
}
