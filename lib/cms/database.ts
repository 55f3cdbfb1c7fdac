import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { env } from '@/lib/env'
import { openSqlite } from './sqlite-client'
import { withHonestCommits } from './transactions'

const migrations = (dialect: string) => path.resolve(/* turbopackIgnore: true */ process.cwd(), 'lib/cms/migrations', dialect)

/** True when DATABASE_URL names a PostgreSQL server, false for the embedded SQLite file. */
export function isPostgres(url: string): boolean {
  return url.startsWith('postgres')
}

/** The path of an embedded database file, from an address such as "file:./.data/dateline.db". */
export function sqliteFile(url: string): string {
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), url.replace(/^file:(\/\/)?/, ''))
}

/** The database that DATABASE_URL asks for. Its tables are made by migrations only, never by guessing at start. */
export function database(): DatabaseAdapterObj {
  const url = env().DATABASE_URL
  if (isPostgres(url)) {
    return withHonestCommits(postgresAdapter({ pool: { connectionString: url, max: 10 }, push: false, migrationDir: migrations('postgres') }))
  }
  mkdirSync(path.dirname(sqliteFile(url)), { recursive: true })
  const adapter = sqliteAdapter({
    client: { url: `file:${sqliteFile(url)}` },
    push: false,
    migrationDir: migrations('sqlite'),
    transactionOptions: { behavior: 'immediate' },
  })
  return withHonestCommits({
    ...adapter,
    init: (args) => {
      const instance = adapter.init(args)
      // Payload opens a client only when there is none: ours lets one writer in at a time.
      Object.assign(instance, { client: openSqlite(`file:${sqliteFile(url)}`) })
      return instance
    },
  })
}
