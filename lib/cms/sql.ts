import { sql, type SQL } from 'drizzle-orm'
import type { BasePayload, PayloadRequest } from 'payload'

export { sql }

/** As much of a connection or a transaction as is used here. */
export interface Drizzle {
  all?: (query: SQL) => Promise<unknown[]>
  run?: (query: SQL) => Promise<unknown>
  execute?: (query: SQL) => Promise<{ rows: unknown[] }>
}

interface Database {
  name: string
  drizzle: Drizzle
  sessions: Record<string, { db: Drizzle } | undefined>
}

/** The tables of our own, and joins over Payload's, where its own query language is too slow or has no word. */
export interface Sql {
  dialect: 'sqlite' | 'postgres'
  all: <T>(query: SQL) => Promise<T[]>
  run: (query: SQL) => Promise<void>
}

/** Values as an SQL list, each once: `IN (${among(ids)})`. There must be one at least. */
export const among = (values: Iterable<string | number>): SQL => sql.join([...new Set(values)].map((value) => sql`${value}`), sql`, `)

/** SQL on Payload's own connection; inside the request's transaction when it has one. */
export function sqlOf(payload: BasePayload, req?: Partial<PayloadRequest>): Sql {
  const database = payload.db as unknown as Database
  return sqlThrough(database.name, async () => {
    const id = await req?.transactionID
    return (id !== undefined && database.sessions[String(id)]?.db) || database.drizzle
  })
}

/** SQL through a connection or transaction that one has in hand; `name` is the adapter's. */
export function sqlThrough(name: string, connection: () => Drizzle | Promise<Drizzle>): Sql {
  const dialect = name === 'postgres' ? 'postgres' : 'sqlite'
  return {
    dialect,
    all: async <T>(query: SQL) => {
      const db = await connection()
      return (dialect === 'postgres' ? (await db.execute!(query)).rows : await db.all!(query)) as T[]
    },
    run: async (query) => {
      const db = await connection()
      await (dialect === 'postgres' ? db.execute!(query) : db.run!(query))
    },
  }
}
