import type { PayloadRequest } from 'payload'
import { env } from '@/lib/env'
import { mayBeIndexed } from '@/lib/indexing'
import { feedPathsOf } from '@/lib/routes'
import type { NOTICE_REASONS, NOTICE_SERVICES } from './collections/notices'
import type { RiverEntry } from './river'
import { sql, sqlOf } from './sql'

type Service = (typeof NOTICE_SERVICES)[number]
type Reason = (typeof NOTICE_REASONS)[number]

const ROWS_AT_ONCE = 200

/** One address for one receiver. */
interface Notice {
  service: Service
  receiver: string
  path: string
}

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
 * transaction. Nothing is sent here: the clock sends what is due, so publishing never waits for anybody. A site
 * that search engines may not list announces nothing.
 */
export async function noteForCrawlers(req: PayloadRequest, change: StoryChange): Promise<void> {
  const reason = reasonOf(change)
  if (reason === null || !mayBeIndexed(env())) return
  const { indexNowKey, hubs } = await req.payload.findGlobal({ slug: 'settings', depth: 0, req })
  const notices: Notice[] = []
  if (indexNowKey) {
    const addresses = change.path === null ? change.paths : [change.path, ...change.paths]
    notices.push(...addresses.map((path): Notice => ({ service: 'indexnow', receiver: 'IndexNow', path })))
  }
  if (hubs != null && hubs.length > 0) {
    const feeds = (await pagesOf(req, change.lists)).flatMap(feedPathsOf)
    notices.push(...hubs.flatMap(({ url }) => feeds.map((path): Notice => ({ service: 'websub', receiver: url, path }))))
  }
  await enqueue(req, notices, reason)
}

/** The pages whose feeds carry the story: home, its sections, topics and authors. */
async function pagesOf(req: PayloadRequest, lists: readonly string[]): Promise<string[]> {
  const named = [...new Set(lists)].filter((list) => /^(section|topic|author):/.test(list)).map((list) => list.split(':'))
  if (named.length === 0) return ['/']
  const isNamed = sql.join(named.map(([kind, id]) => sql`(kind = ${kind} AND ref = ${id})`), sql` OR `)
  const rows = await sqlOf(req.payload, req).all<{ path: string }>(sql`SELECT path FROM paths WHERE state = 'live' AND (${isNamed})`)
  return ['/', ...rows.map((row) => row.path)]
}

/**
 * When a notice may be sent, in milliseconds from now: by then every process has heard of the change and made its
 * pages anew (docs/decisions/0004), so that whoever comes to look at once does not find the old ones.
 */
const settlesIn = () => 3_000 + 2_000 * env().CLOCK_SECONDS

/**
 * Adds one row for each address. What waits already is left alone: it may be on its way at this moment, before
 * this change is there to be seen. Only what this very transaction has noted is not noted twice.
 */
async function enqueue(req: PayloadRequest, notices: readonly Notice[], reason: Reason): Promise<void> {
  const noted = await notedBy(req)
  const now = Date.now()
  const [at, dueAt] = [new Date(now).toISOString(), new Date(now + settlesIn()).toISOString()]
  const rows = notices.flatMap(({ service, receiver, path }) => {
    const address = `${env().SITE_URL}${encodeURI(path)}`
    const name = `${receiver} ${address}`
    if (noted.has(name)) return []
    noted.add(name)
    return [sql`(${service}, ${receiver}, ${address}, ${reason}, 'waiting', 0, ${dueAt}, ${at}, ${at})`]
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = sql.join(rows.slice(from, from + ROWS_AT_ONCE), sql`, `)
    await sqlOf(req.payload, req).run(sql`INSERT INTO notices (service, receiver, address, reason, state, attempts, due_at, created_at, updated_at) VALUES ${some}`)
  }
}

/** What this transaction has put into the queue: a section that moves names the same feeds for each of its stories. */
async function notedBy({ context, transactionID }: PayloadRequest): Promise<Set<string>> {
  const transaction = (await transactionID) ?? null
  const known = context.noted as { transaction: unknown; names: Set<string> } | undefined
  if (known !== undefined && transaction !== null && known.transaction === transaction) return known.names
  const names = new Set<string>()
  context.noted = { transaction, names }
  return names
}
