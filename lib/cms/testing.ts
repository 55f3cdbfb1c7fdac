import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { getPayload, type Payload } from 'payload'
import { env } from '@/lib/env'

/** The server that TEST_DATABASE names, or "sqlite". */
const server = process.env.TEST_DATABASE ?? 'sqlite'
export const TEST_DIALECT = server.startsWith('postgres') ? 'postgres' : 'sqlite'

let opened: { payload: Payload; home: string; name: string } | null = null

/**
 * A content system on a new, empty, migrated database, for data tests: SQLite in a file of its own, or PostgreSQL in a
 * database of its own on the server that TEST_DATABASE names.
 * @param environment further settings of the process.
 */
export async function openTestCms(environment: Record<string, string> = {}): Promise<Payload> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'dateline-test-'))
  const name = `test_${process.pid}_${Date.now().toString(36)}`
  const DATABASE_URL = TEST_DIALECT === 'postgres' ? await newPostgres(name) : `file:${path.join(home, 'test.db')}`
  Object.assign(process.env, environment, { DATABASE_URL, MEDIA_DIR: mkdtempSync(path.join(home, 'media-')) })
  // Whatever reads the environment before this point would work on this checkout's own newsroom.
  if (env().DATABASE_URL !== DATABASE_URL) throw new Error('Something that this test imports has read the environment already. Import it after openTestCms().')
  const { default: config } = await import('./payload.config')
  const { migrate } = await import('./migrations')
  const payload = await getPayload({ config })
  await migrate(payload)
  opened = { payload, home, name }
  return payload
}

/** Ends what `openTestCms` opened, and takes its database and its files away. */
export async function closeTestCms(): Promise<void> {
  if (opened === null) return
  const { payload, home, name } = opened
  opened = null
  // Payload keeps one connection for good, and a database in use cannot be dropped.
  const { pool } = payload.db as unknown as { pool?: { _clients: pg.Client[] } }
  const clients = [...(pool?._clients ?? [])]
  await payload.destroy()
  await Promise.all(clients.map((client) => client.end().catch(() => undefined)))
  if (TEST_DIALECT === 'postgres') await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  rmSync(home, { recursive: true, force: true })
}

async function newPostgres(name: string): Promise<string> {
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
