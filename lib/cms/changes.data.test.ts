import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { announce } from './changes'
import { closeTestCms, openTestCms } from './testing'
import { sql, sqlOf } from './sql'

let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
})
afterAll(closeTestCms)
afterEach(() => void vi.useRealTimers())

const changes = async () => (await sqlOf(payload).all<{ at: number; expire: string; story_id: number | null }>(sql`SELECT at, expire, story_id FROM changes ORDER BY id`)).map((row) => ({ ...row, at: Number(row.at) }))
const request = async (transactionID?: string | number) => Object.assign(await createLocalReq({}, payload), { transactionID })
const touch = (tag: string) => ({ expire: [tag], refresh: [] })

it('a change that took minutes to be saved is told of as one of the minute in which it can be seen', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const transactionID = (await payload.db.beginTransaction())!
  const req = await request(transactionID)
  for (let id = 1; id <= 450; id++) await announce(req, touch(`story:${id}`), { kind: 'story', id })
  vi.setSystemTime(Date.now() + 300_000)
  const committed = Date.now()
  expect(await changes()).toEqual([])
  await payload.db.commitTransaction(transactionID)
  const rows = await changes()
  expect(rows.map((row) => row.story_id)).toEqual(Array.from({ length: 450 }, (_, i) => i + 1))
  expect(Math.min(...rows.map(({ at }) => at))).toBeGreaterThanOrEqual(committed)
})

it('what is not saved after all is told of to nobody, and what needs no transaction at once', async () => {
  const before = (await changes()).length
  const transactionID = (await payload.db.beginTransaction())!
  await announce(await request(transactionID), touch('story:1'))
  await payload.db.rollbackTransaction(transactionID)
  expect(await changes()).toHaveLength(before)
  await announce(await request(), touch('site'))
  expect((await changes()).at(-1)).toMatchObject({ expire: '["site"]', story_id: null })
})
