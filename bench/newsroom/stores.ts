import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import Database from 'libsql'
import type { Payload } from 'payload'
import { postgresIndex } from '@/lib/adapters/search/postgres'
import { sqliteIndex } from '@/lib/adapters/search/sqlite'
import { sql, sqlOf, type Sql } from '@/lib/cms/sql'
import type { Store, Transaction } from './fill'

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
  const insert: Transaction['insert'] = async (table, rows) => {
    const columns = Object.keys(rows[0] ?? {})
    const one = rows.length === 0 ? null : statement(`INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) one!.run(columns.map((column) => plain(row[column])))
  }
  return {
    lanes: 1,
    within: async (work) => {
      database.exec('BEGIN')
      await work({ db, index: sqliteIndex(db), insert })
      database.exec('COMMIT')
    },
    finish: async () => {
      database.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : typeof value === 'object' && value !== null ? JSON.stringify(value) : value)

/** PostgreSQL through the content system's own connections; it takes a list of rows apart itself. */
export function postgresStore(payload: Payload): Store {
  /** What was put aside while filling, as the statements that bring it back. */
  let laidAside: Promise<string[]> | undefined
  const outside = sqlOf(payload)
  const insertInto = (db: Sql): Transaction['insert'] => async (table, rows) => {
    if (rows.length === 0) return
    const names = sql.raw(Object.keys(rows[0]!).map((column) => `"${column}"`).join(', '))
    await db.run(sql`INSERT INTO ${sql.raw(table)} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${sql.raw(table)}, ${JSON.stringify(rows)}::json)`)
  }
  return {
    lanes: 3,
    within: async (work) => {
      await (laidAside ??= layAside(outside))
      const transactionID = await payload.db.beginTransaction()
      if (transactionID === null) throw new Error('The database began no transaction.')
      const db = sqlOf(payload, { transactionID })
      await db.run(sql`SET LOCAL synchronous_commit = off`)
      await work({ db, index: postgresIndex(db), insert: insertInto(db) })
      await payload.db.commitTransaction(transactionID)
    },
    finish: async () => {
      for (const table of ['stories', '_stories_v', 'sections', 'topics', 'authors', 'media']) await outside.all(sql.raw(`SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM "${table}"))`))
      for (const statement of (await laidAside) ?? []) await outside.run(sql.raw(statement))
      await outside.run(sql`VACUUM ANALYZE`)
    },
  }
}

/** Takes foreign keys and indexes off for the time of filling: built in one go at the end, they take a fraction of the time. */
async function layAside(db: Sql): Promise<string[]> {
  const keys = await db.all<{ place: string; name: string; definition: string }>(
    sql`SELECT conrelid::regclass::text AS place, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  for (const { place, name } of keys) await db.run(sql.raw(`ALTER TABLE ${place} DROP CONSTRAINT "${name}"`))
  const indexes = await db.all<{ name: string; definition: string }>(
    sql`SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = current_schema()::regnamespace AND NOT indisunique`,
  )
  for (const { name } of indexes) await db.run(sql.raw(`DROP INDEX ${name}`))
  return [...indexes.map(({ definition }) => definition), ...keys.map(({ place, name, definition }) => `ALTER TABLE ${place} ADD CONSTRAINT "${name}" ${definition}`)]
}
