import { createClient, type Client } from '@libsql/client'
import pg from 'pg'
import { env } from '@/lib/env'

/**
 * A light door to the database for the proxy, which must not load the whole content system to answer
 * "is there such an address?". Reads only.
 */
interface Door {
  query: (text: string, params: unknown[]) => Promise<unknown[]>
}

const key = Symbol.for('dateline.addresses')
const shared = globalThis as { [key]?: Door }

function open(): Door {
  const url = env().DATABASE_URL
  if (url.startsWith('postgres')) {
    const pool = new pg.Pool({ connectionString: url, max: 4 })
    // A broken idle connection is replaced at the next question; unheard, its error would end the process.
    pool.on('error', () => undefined)
    return {
      query: async (text, params) => {
        let number = 0
        return (await pool.query(text.replace(/\?/g, () => `$${++number}`), params)).rows as unknown[]
      },
    }
  }
  const client: Client = createClient({ url: `file:${url.replace(/^file:(\/\/)?/, '')}` })
  return { query: async (text, params) => (await client.execute({ sql: text, args: params as never })).rows as unknown[] }
}

/** The rows of one question, with `?` where the parameters go, on either database. */
export async function query<T>(text: string, params: unknown[]): Promise<T[]> {
  const door = (shared[key] ??= open())
  return (await door.query(text, params)) as T[]
}
