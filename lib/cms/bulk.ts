import { getTableColumns, inArray, type SQL } from 'drizzle-orm'
import type { Payload } from 'payload'
import { sql, sqlOf, type Sql } from './sql'

export type Row = Record<string, unknown>
type Table = Parameters<typeof getTableColumns>[0]

interface Statement extends PromiseLike<unknown> {
  onConflictDoUpdate: (on: { target: unknown; set: Record<string, SQL> }) => PromiseLike<unknown>
  onConflictDoNothing: () => PromiseLike<unknown>
  where: (condition: SQL | undefined) => PromiseLike<unknown>
}

interface Drizzle {
  select: () => { from: (table: Table) => { where: (condition: SQL | undefined) => PromiseLike<Row[]> } }
  insert: (table: Table) => { values: (rows: Row[]) => Statement }
  delete: (table: Table) => Statement
}

interface Database {
  name: string
  drizzle: Drizzle
  tables: Record<string, Table>
  sessions: Record<string, { db: Drizzle } | undefined>
}

/** Fewer than either database allows in one statement (SQLite 32,766; PostgreSQL 65,535). */
const MOST_PARAMETERS = 30_000
const AT_ONCE = 5_000

/**
 * Many rows at a time, straight into Payload's tables: a move of fifty thousand stories would take hours through
 * hooks and validation. Whoever uses it answers for what hooks would have done. Columns carry Payload's own names.
 */
export interface Bulk {
  dialect: Sql['dialect']
  transactionID: string | number
  sql: Sql
  /** Puts rows in; with `replace`, a row of the same id gets the new values. All rows must name the same columns. */
  put: (table: string, rows: readonly Row[], how?: 'insert' | 'replace' | 'skip') => Promise<void>
  /** The rows whose column is one of these. */
  rows: (table: string, column: string, values: readonly (number | string)[]) => Promise<Row[]>
  /** Takes out the rows whose column is one of these. */
  remove: (table: string, column: string, values: readonly (number | string)[]) => Promise<void>
  /** Ids for `count` new rows, ascending. On SQLite they are free only until somebody else writes: use them in this transaction. */
  reserve: (table: string, count: number) => Promise<number[]>
}

/** Does a piece of work in one transaction, all of it or nothing. */
export async function inBulk<T>(payload: Payload, work: (bulk: Bulk) => Promise<T>): Promise<T> {
  const transactionID = await payload.db.beginTransaction()
  if (transactionID === null) throw new Error('The database began no transaction.')
  try {
    const result = await work(bulkOf(payload, transactionID))
    await payload.db.commitTransaction(transactionID)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

function bulkOf(payload: Payload, transactionID: string | number): Bulk {
  const database = payload.db as unknown as Database
  const db = database.sessions[String(transactionID)]?.db ?? database.drizzle
  const own = sqlOf(payload, { transactionID })
  const tableOf = (name: string) => {
    const table = database.tables[name]
    if (table === undefined) throw new Error(`There is no table ${name}.`)
    return table
  }
  const isOneOf = (name: string, column: string, values: readonly (number | string)[]) => inArray((tableOf(name) as unknown as Record<string, Parameters<typeof inArray>[0]>)[column]!, [...values])
  return {
    dialect: own.dialect,
    transactionID,
    sql: own,
    put: async (name, rows, how = 'insert') => {
      const table = tableOf(name)
      const columns = getTableColumns(table) as Record<string, { name: string }>
      const width = Object.keys(columns).length
      const atOnce = Math.max(1, Math.floor(MOST_PARAMETERS / width))
      for (let at = 0; at < rows.length; at += atOnce) {
        const statement = db.insert(table).values(rows.slice(at, at + atOnce) as Row[])
        if (how === 'insert') await statement
        else if (how === 'skip') await statement.onConflictDoNothing()
        else {
          const set = Object.fromEntries(Object.keys(rows[0]!).filter((key) => key !== 'id').map((key) => [key, sql.raw(`excluded."${columns[key]!.name}"`)]))
          await statement.onConflictDoUpdate({ target: (table as unknown as { id: unknown }).id, set })
        }
      }
    },
    rows: async (name, column, values) => {
      const found: Row[] = []
      for (let at = 0; at < values.length; at += AT_ONCE) found.push(...(await db.select().from(tableOf(name)).where(isOneOf(name, column, values.slice(at, at + AT_ONCE)))))
      return found
    },
    remove: async (name, column, values) => {
      for (let at = 0; at < values.length; at += AT_ONCE) await db.delete(tableOf(name)).where(isOneOf(name, column, values.slice(at, at + AT_ONCE)))
    },
    reserve: async (name, count) => {
      if (count === 0) return []
      if (own.dialect === 'postgres') {
        const rows = await own.all<{ id: string }>(sql`SELECT nextval(pg_get_serial_sequence(${name}, 'id')) AS id FROM generate_series(1, ${count}::int)`)
        return rows.map((row) => Number(row.id)).sort((a, b) => a - b)
      }
      const [top] = await own.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM ${sql.raw(`"${name}"`)}`)
      const first = Number(top?.id ?? 0) + 1
      return Array.from({ length: count }, (_, i) => first + i)
    },
  }
}
