import { readDisks, type Disk } from '@/lib/adapters/disks/free'
import { whoAsks } from '@/lib/adapters/cms/preview'
import { getMailState } from '@/lib/adapters/mail/state'
import { getSharedPagesState } from '@/lib/adapters/pages/redis'
import { getHeartbeat } from './clock'
import { getEdges } from './edge-purge'
import { isOperator } from './operator'

const DATABASE_LIMIT_MS = 2_000
const SILENCE_MS = 60_000

export interface Health {
  ok: boolean
  process: { uptimeSeconds: number; memoryMb: number }
  database: { ok: boolean; milliseconds: number; error: string | null }
  clock: { ok: boolean; beatAt: string | null }
  /** The disks that this process writes to. Readers are served while one is full; nothing can be saved. */
  disks: Disk[]
  /** The page cache that processes share; null when there is none. Without it each makes its own pages. */
  sharedPages: { ok: boolean; problem: string | null } | null
  /** The mail server; null when there is none. While it takes nothing, mails are tried again for half an hour. */
  mail: { ok: boolean; failingSince: string | null; problem: string | null } | null
  /** The caches in front; readers may see old pages while one does not hear of changes. */
  edges: { name: string; ok: boolean; failingSince: string | null; problem: string | null }[]
}

/** How this process is: whether the database answers within two seconds, and when the clock last beat. */
export async function getHealth(now: Date = new Date()): Promise<Health> {
  const started = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer within two seconds.')), DATABASE_LIMIT_MS)
  })
  const answer = await Promise.race([Promise.all([getHeartbeat(), getEdges()]), late]).then(
    ([beatAt, edges]) => ({ ok: true, beatAt, edges, error: null }),
    (error: unknown) => ({ ok: false, beatAt: null, edges: [], error: error instanceof Error ? error.message : String(error) }),
  )
  clearTimeout(timer)
  const beats = answer.beatAt !== null && now.getTime() - answer.beatAt.getTime() < SILENCE_MS
  return {
    ok: answer.ok,
    process: { uptimeSeconds: Math.round(process.uptime()), memoryMb: Math.round(process.memoryUsage.rss() / 1024 / 1024) },
    database: { ok: answer.ok, milliseconds: Math.round(performance.now() - started), error: answer.error },
    clock: { ok: beats, beatAt: answer.beatAt?.toISOString() ?? null },
    disks: await readDisks(),
    sharedPages: getSharedPagesState(),
    mail: mailHealth(),
    edges: answer.edges.map(({ name, failingSince, problem }) => ({ name, ok: problem === null, failingSince: failingSince === null ? null : new Date(failingSince).toISOString(), problem })),
  }
}

/**
 * How this process is, as far as it is anybody's business: whether it can serve; for those with an account also the
 * clock, by which their stories go out; for the operator everything.
 */
export async function tellHealth(headers: Headers): Promise<Pick<Health, 'ok'> & Partial<Health>> {
  const health = await getHealth()
  if (isOperator(headers)) return health
  const { ok, clock } = health
  const member = ok ? await whoAsks(headers).catch(() => null) : null
  return member === null ? { ok } : { ok, clock }
}

function mailHealth(): Health['mail'] {
  const state = getMailState()
  return state && { ok: state.problem === null, failingSince: state.failingSince?.toISOString() ?? null, problem: state.problem }
}
