import { getHeartbeat } from './clock'

const DATABASE_LIMIT_MS = 2_000
const SILENCE_MS = 60_000

export interface Health {
  ok: boolean
  process: { uptimeSeconds: number; memoryMb: number }
  database: { ok: boolean; milliseconds: number; error: string | null }
  clock: { ok: boolean; beatAt: string | null }
}

/** How this process is: whether the database answers within two seconds, and when the clock last beat. */
export async function getHealth(now: Date = new Date()): Promise<Health> {
  const started = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer within two seconds.')), DATABASE_LIMIT_MS)
  })
  const answer = await Promise.race([getHeartbeat(), late]).then(
    (beatAt) => ({ ok: true, beatAt, error: null }),
    (error: unknown) => ({ ok: false, beatAt: null, error: error instanceof Error ? error.message : String(error) }),
  )
  clearTimeout(timer)
  const beats = answer.beatAt !== null && now.getTime() - answer.beatAt.getTime() < SILENCE_MS
  return {
    ok: answer.ok,
    process: { uptimeSeconds: Math.round(process.uptime()), memoryMb: Math.round(process.memoryUsage.rss() / 1024 / 1024) },
    database: { ok: answer.ok, milliseconds: Math.round(performance.now() - started), error: answer.error },
    clock: { ok: beats, beatAt: answer.beatAt?.toISOString() ?? null },
  }
}
