import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Payload } from 'payload'
import { toTestBody } from './body'

/** A newsroom in a real database of its own, for tests. */
export interface Newsroom {
  payload: Payload
  section: (name: string, parent?: number) => Promise<number>
  author: (name: string) => Promise<number>
  topic: (name: string) => Promise<number>
  /** Publishes a story and indexes it. */
  story: (fields: TestStory) => Promise<number>
  close: () => Promise<void>
}

export interface TestStory {
  headline: string
  standfirst?: string
  /** Paragraphs; a number is a "read also" of that story. */
  body?: (string | number)[]
  section: number
  authors: number[]
  topics?: number[]
  related?: number[]
  publishedAt: string
}

/** Opens a new SQLite file, or a new database on the PostgreSQL server of TEST_POSTGRES_URL, with all its tables. */
export async function openNewsroom(dialect: 'sqlite' | 'postgres'): Promise<Newsroom> {
  const { url, drop } = dialect === 'sqlite' ? sqliteDatabase() : await postgresDatabase(process.env.TEST_POSTGRES_URL!)
  process.env.DATABASE_URL = url
  const { cms } = await import('@/lib/adapters/cms/client')
  const { migrate } = await import('@/lib/cms/migrations')
  const { indexStory } = await import('@/lib/adapters/search/index-story')
  const payload = await cms()
  await migrate(payload)
  const section = async (name: string, parent?: number) => Number((await payload.create({ collection: 'sections', data: { name, parent: parent ?? null } as never, depth: 0 })).id)
  const named = (collection: 'authors' | 'topics') => async (name: string) => Number((await payload.create({ collection, data: { name } as never, depth: 0 })).id)
  return {
    payload,
    section,
    author: named('authors'),
    topic: named('topics'),
    story: async ({ body = [], ...fields }) => {
      const doc = await payload.create({ collection: 'stories', data: { kind: 'news', ...fields, body: toTestBody(body), _status: 'published' } as never, depth: 0 })
      await indexStory(payload, Number(doc.id))
      return Number(doc.id)
    },
    close: async () => {
      // Payload keeps one connection for good, and a database in use cannot be dropped.
      const { pool } = payload.db as unknown as { pool?: { _clients: pg.Client[] } }
      const clients = [...(pool?._clients ?? [])]
      await payload.destroy()
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)))
      await drop()
    },
  }
}

function sqliteDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-'))
  return { url: `file:${path.join(folder, 'test.db')}`, drop: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function postgresDatabase(server: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.toString(), drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) }
}
