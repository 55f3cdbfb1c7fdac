import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeTestCms, openTestCms } from '../testing'

let payload: Payload
beforeAll(async () => {
  payload = await openTestCms()
})
afterAll(closeTestCms)

const put = (data: Record<string, unknown>) => payload.updateGlobal({ slug: 'breaking', data: { label: 'Breaking', text: 'The Lai rises', ...data } as never, depth: 0 })
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

it('comes down after six hours when nothing is said of it', async () => {
  const { until } = await put({ active: true, until: null })
  expect(Math.abs(new Date(until!).getTime() - hours(6).getTime())).toBeLessThan(60_000)
})

it('comes down when it is said to, and keeps that time when its text is changed', async () => {
  const until = hours(2).toISOString()
  await put({ active: true, until })
  expect(await put({ text: 'The Lai falls' })).toMatchObject({ active: true, until })
})

it('is not put up for a time that is over, and is taken down at any time', async () => {
  await expect(put({ active: true, until: hours(-1).toISOString() })).rejects.toThrow(/Take it down at/)
  expect((await put({ active: false, until: hours(-1).toISOString() })).active).toBe(false)
})
