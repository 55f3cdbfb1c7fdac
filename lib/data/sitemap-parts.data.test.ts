import type { Payload } from 'payload'
import { beforeAll, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

const SIZE = 7
let payload: Payload
const stories = Array.from({ length: 40 }, (_, i) => {
  // Several at the same moment, some changed long after others that are newer.
  const published = Date.UTC(1999, 0, 1 + Math.floor(i / 4))
  return { id: 90_000 + ((i * 17) % 40), published, modified: published + ((i * 7919) % 31) * 86_400_000 }
})

beforeAll(async () => {
  payload = await openTestCms()
  for (const { id, published, modified } of stories) await sqlOf(payload).run(sql`INSERT INTO river (list, published_at, story_id, modified_at) VALUES ('month:1999-01', ${published}, ${id}, ${modified})`)
})

it('tells the newest change in each part of a month, in the order in which its sitemaps list it', async () => {
  const { listMonths, readMonthParts } = await import('@/lib/adapters/cms/sitemaps')
  const inOrder = [...stories].sort((a, b) => a.published - b.published || a.id - b.id)
  const parts = Array.from({ length: Math.ceil(stories.length / SIZE) }, (_, i) => inOrder.slice(i * SIZE, (i + 1) * SIZE))
  const newest = parts.map((part) => new Date(Math.max(...part.map(({ modified }) => modified))).toISOString())
  expect(await readMonthParts('1999-01', SIZE)).toEqual(newest)
  expect(await readMonthParts('1999-01', 100)).toEqual([new Date(Math.max(...stories.map(({ modified }) => modified))).toISOString()])
  expect(await readMonthParts('1998-12', SIZE)).toEqual([])
  expect(await listMonths()).toContain('1999-01')
})
