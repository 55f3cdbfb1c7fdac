import type { PayloadRequest } from 'payload'
import { env } from '@/lib/env'
import { feedPathsOf } from '@/lib/routes'
import type { NOTICE_REASONS, NOTICE_SERVICES } from './collections/notices'
import type { RiverEntry } from './river'
import { sql, sqlOf } from './sql'

type Service = (typeof NOTICE_SERVICES)[number]
type Reason = (typeof NOTICE_REASONS)[number]

interface StoryChange {
  /** Addresses whose answer changes. */
  paths: string[]
  /** Every list the story left, joined or stands in. */
  lists: string[]
  /** Its address of today; null when it is not live. */
  path: string | null
  before: RiverEntry | null
  now: RiverEntry | null
}

/** What happened to a story as far as a crawler is concerned; null when nothing a reader would notice. */
function reasonOf({ paths, path, before, now }: StoryChange): Reason | null {
  if (now === null) return before === null ? null : 'withdrawn'
  if (before === null) return 'published'
  if (paths.some((changed) => changed !== path)) return 'moved'
  return now.modifiedAt !== before.modifiedAt ? 'updated' : null
}

/**
 * Puts into the queue what search engines (IndexNow) and hubs (WebSub) should hear of this change, in its own
 * transaction. Nothing is sent here: the clock sends what is due, so publishing never waits for anybody.
 */
export async function noteForCrawlers(req: PayloadRequest, change: StoryChange): Promise<void> {
  const reason = reasonOf(change)
  if (reason === null) return
  const settings = await req.payload.findGlobal({ slug: 'settings', depth: 0, req })
  if (settings.indexNowKey) {
    const addresses = [...new Set([...(change.path === null ? [] : [change.path]), ...change.paths])]
    await enqueue(req, 'indexnow', 'IndexNow', addresses, reason)
  }
  const hubs = settings.hubs ?? []
  if (hubs.length === 0) return
  const topics = (await feedsOf(req, change.lists)).flatMap((path) => feedPathsOf(path))
  for (const hub of hubs) await enqueue(req, 'websub', hub.url, topics, reason)
}

/** The pages whose feeds carry the story: home, its sections, topics and authors. */
async function feedsOf(req: PayloadRequest, lists: readonly string[]): Promise<string[]> {
  const keys = [...new Set(lists)].map((list) => list.split(':')).filter(([kind, id]) => id !== undefined && /^(section|topic|author)$/.test(kind!))
  const { all } = sqlOf(req.payload, req)
  const found: string[] = ['/']
  for (const [kind, id] of keys) {
    const rows = await all<{ path: string }>(sql`SELECT path FROM paths WHERE kind = ${kind} AND ref = ${id} AND state = 'live' LIMIT 1`)
    found.push(...rows.map((row) => row.path))
  }
  return found
}

/** One row for each address, unless the same is waiting already. */
async function enqueue(req: PayloadRequest, service: Service, receiver: string, paths: readonly string[], reason: Reason): Promise<void> {
  const { run } = sqlOf(req.payload, req)
  const now = new Date().toISOString()
  for (const path of paths) {
    const address = `${env().SITE_URL}${encodeURI(path)}`
    await run(sql`
      INSERT INTO notices (service, receiver, address, reason, state, attempts, due_at, created_at, updated_at)
      SELECT ${service}, ${receiver}, ${address}, ${reason}, 'waiting', 0, ${now}, ${now}, ${now}
      WHERE NOT EXISTS (SELECT 1 FROM notices WHERE service = ${service} AND receiver = ${receiver} AND address = ${address} AND state = 'waiting' AND attempts = 0)`)
  }
}
