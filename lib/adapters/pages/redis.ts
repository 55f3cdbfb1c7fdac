import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { createClient, RESP_TYPES, type RedisClientType } from '@redis/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

const KEPT_SECONDS = 24 * 60 * 60
/** Making a page costs little more than this: whoever waits longer had better make it. */
const LIMIT_MS = 150

/** A page as the page cache keeps it. */
export interface KeptPage {
  value: unknown
  /** When it was made, in milliseconds since 1970. */
  lastModified: number
  cacheControl?: unknown
}

/** Pages that any process has made, for all of them. */
export interface SharedPages {
  /** The page under a key, when it was made since this process began to hear of changes; null otherwise. */
  get: (key: string) => Promise<KeptPage | null>
  /** Hands a page to the others; nobody waits for it. */
  put: (key: string, page: KeptPage) => void
}

interface State {
  ok: boolean
  problem: string | null
}

const key = Symbol.for('dateline.redis')
const state = ((globalThis as { [key]?: State })[key] ??= { ok: false, problem: 'not connected yet' })

/** How the shared page cache is; null when there is none. Without it every process makes its own pages. */
export const getSharedPagesState = (): State | null => (env().REDIS_URL === undefined ? null : state)

/**
 * Opens the page cache that processes share through Redis or Valkey, null when REDIS_URL names none. What a change
 * touches is not told to Redis: every process hears of changes already and judges by its own knowledge, and so takes
 * over only pages from after its own start. Whatever is wrong with Redis, a page is made instead.
 */
export function openSharedPages(now: number = Date.now()): SharedPages | null {
  const { REDIS_URL, EDGE_PURGE } = env()
  if (REDIS_URL === undefined) return null
  const client = connect(REDIS_URL)
  // Pages of another build name other scripts; those made for an edge carry other headers.
  const prefix = `dateline:page:${readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/BUILD_ID'), 'utf8').trim()}:${EDGE_PURGE.map(({ kind }) => kind).sort().join('+')}:`
  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  return {
    async get(name) {
      if (!client.isReady) return null
      try {
        const packed = await within(bytes.get(prefix + name))
        if (packed === null) return null
        const page = deserialize(await unpack(packed as Buffer)) as KeptPage
        return page.lastModified > now ? page : null
      } catch (error) {
        state.problem = (error as Error).message
        return null
      }
    },
    put(name, page) {
      if (!client.isReady) return
      pack(serialize(page), { level: 1 })
        .then((packed) => client.set(prefix + name, packed, { expiration: { type: 'EX', value: KEPT_SECONDS } }))
        .catch((error: Error) => {
          state.problem = error.message
        })
    },
  }
}

function connect(url: string): RedisClientType {
  const client: RedisClientType = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(5_000, 100 * 2 ** Math.min(tries, 6)) } })
  client.on('ready', () => {
    if (!state.ok) log.info('the shared page cache is there')
    Object.assign(state, { ok: true, problem: null })
  })
  client.on('error', (error: Error) => {
    if (state.ok || state.problem === 'not connected yet') log.error({ err: error }, 'the shared page cache cannot be reached; every process makes its own pages until it can')
    Object.assign(state, { ok: false, problem: error.message || error.name })
  })
  client.connect().catch(() => undefined)
  return client
}

function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${LIMIT_MS} ms.`)), LIMIT_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
