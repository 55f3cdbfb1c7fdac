import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import Database from 'libsql'
import type { Payload } from 'payload'
import { postgresIndex } from '@/lib/adapters/search/postgres'
import { sqliteIndex } from '@/lib/adapters/search/sqlite'
import { sql, sqlOf, type Sql } from '@/lib/cms/sql'
import type { Store } from './fill'

/** SQLite by its driver itself: a statement is prepared once and not for each row. */
export function sqliteStore(file: string): Store {
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 20000; PRAGMA foreign_keys = OFF')
  const dialect = new SQLiteSyncDialect()
  const prepared = new Map<string, Database.Statement>()
  const statement = (text: string) => {
    const known = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, known)
    return known
  }
  const run: Sql['run'] = async (query) => {
    const { sql: text, params } = dialect.sqlToQuery(query)
    statement(text).run(params)
  }
  const db: Sql = { dialect: 'sqlite', run, all: () => Promise.reject(new Error('Filling reads nothing.')) }
  return {
    db,
    index: sqliteIndex(db),
    insert: async (table, rows) => {
      const columns = Object.keys(rows[0] ?? {})
      const one = rows.length === 0 ? null : statement(`INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) one!.run(columns.map((column) => plain(row[column])))
    },
    within: async (work) => {
      database.exec('BEGIN')
      await work()
      database.exec('COMMIT')
    },
    finish: async () => {
      database.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : typeof value === 'object' && value !== null ? JSON.stringify(value) : value)

/** PostgreSQL through the content system's own connection; it takes a list of rows apart itself. */
export function postgresStore(payload: Payload): Store {
  let current: string | number | null = null
  /** How the indexes of words were made: they are built in one go at the end, which takes half the time of row by row. */
  let wordIndexes: { indexname: string; indexdef: string }[] | undefined
  const now = () => sqlOf(payload, current === null ? undefined : { transactionID: current })
  const db: Sql = { dialect: 'postgres', run: (query) => now().run(query), all: (query) => now().all(query) }
  return {
    db,
    index: postgresIndex(db),
    insert: async (table, rows) => {
      if (rows.length === 0) return
      const names = sql.raw(Object.keys(rows[0]!).map((column) => `"${column}"`).join(', '))
      await db.run(sql`INSERT INTO ${sql.raw(table)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${sql.raw(table)}, ${JSON.stringify(rows)}::json)`)
    },
    within: async (work) => {
      if (wordIndexes === undefined) {
        wordIndexes = await db.all<{ indexname: string; indexdef: string }>(sql`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '% USING gin %'`)
        for (const { indexname } of wordIndexes) await db.run(sql.raw(`DROP INDEX "${indexname}"`))
      }
      current = await payload.db.beginTransaction()
      if (current === null) throw new Error('The database began no transaction.')
      await db.run(sql`SET LOCAL synchronous_commit = off`)
      await work()
      await payload.db.commitTransaction(current)
      current = null
    },
    finish: async () => {
      for (const table of ['stories', '_stories_v', 'sections', 'topics', 'authors', 'media']) await db.all(sql.raw(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM "${table}"))`))
      for (const { indexdef } of wordIndexes ?? []) await db.run(sql.raw(indexdef))
      await db.run(sql`VACUUM ANALYZE`)
    },
  }
}
