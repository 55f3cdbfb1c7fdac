import type { Payload } from 'payload'
import { sql, sqlOf } from '@/lib/cms/sql'
import { closeTestCms, openTestCms } from '@/lib/cms/testing'
import { toTestBody } from './body'

/** A newsroom in a real database of its own, for tests. */
export interface Newsroom {
  payload: Payload
  section: (name: string, parent?: number) => Promise<number>
  author: (name: string) => Promise<number>
  topic: (name: string) => Promise<number>
  /** A picture without a file. */
  picture: (filename: string | null, rightsExpireAt?: string | null) => Promise<number>
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

/** Opens a newsroom with nothing in it, under an environment of its own. */
export async function openNewsroom(environment: Record<string, string> = {}): Promise<Newsroom> {
  const payload = await openTestCms(environment)
  const { indexStory } = await import('@/lib/adapters/search/index-story')
  const section = async (name: string, parent?: number) => Number((await payload.create({ collection: 'sections', data: { name, parent: parent ?? null } as never, depth: 0 })).id)
  const named = (collection: 'authors' | 'topics') => async (name: string) => Number((await payload.create({ collection, data: { name } as never, depth: 0 })).id)
  return {
    payload,
    section,
    author: named('authors'),
    topic: named('topics'),
    picture: async (filename, rightsExpireAt = null) => {
      const at = new Date().toISOString()
      const [row] = await sqlOf(payload).all<{ id: number }>(sql`INSERT INTO media (alt, filename, mime_type, width, height, rights_expire_at, created_at, updated_at) VALUES ('A boat', ${filename}, 'image/png', 800, 600, ${rightsExpireAt}, ${at}, ${at}) RETURNING id`)
      return Number(row!.id)
    },
    story: async ({ body = [], ...fields }) => {
      const doc = await payload.create({ collection: 'stories', data: { kind: 'news', ...fields, body: toTestBody(body), _status: 'published' } as never, depth: 0 })
      await indexStory(payload, Number(doc.id))
      return Number(doc.id)
    },
    close: closeTestCms,
  }
}
