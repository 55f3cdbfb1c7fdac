import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { getPayload, type Payload } from 'payload'
import { env } from '@/lib/env'

/**
 * A content system on a new, empty, migrated database, for data tests: SQLite in a file of its own, or
 * PostgreSQL in a database of its own on the server that TEST_DATABASE names.
 */
export async function openTestCms(): Promise<Payload> {
  const server = process.env.TEST_DATABASE
  process.env.DATABASE_URL = server?.startsWith('postgres') ? await newPostgres(server) : `file:${path.join(mkdtempSync(path.join(os.tmpdir(), 'dateline-test-')), 'test.db')}`
  process.env.MEDIA_DIR = mkdtempSync(path.join(os.tmpdir(), 'dateline-media-'))
  // Whatever reads the environment before this point would work on this checkout's own newsroom.
  if (env().DATABASE_URL !== process.env.DATABASE_URL) throw new Error('Something that this test imports has read the environment already. Import it after openTestCms().')
  const { default: config } = await import('./payload.config')
  const { migrate } = await import('./migrations')
  const payload = await getPayload({ config })
  await migrate(payload)
  return payload
}

async function newPostgres(server: string): Promise<string> {
  const url = new URL(server)
  const name = `test_${process.pid}_${Date.now().toString(36)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
