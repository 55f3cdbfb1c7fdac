import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const { indexStory, listStories } = vi.hoisted(() => ({ indexStory: vi.fn<(payload: unknown, id: number) => Promise<void>>(), listStories: vi.fn<(payload: unknown, list: string) => Promise<number[]>>() }))
vi.mock('@/lib/adapters/cms/client', () => ({ cms: async () => ({}) }))
vi.mock('@/lib/adapters/search/index-story', () => ({ indexStory, listStories }))
const { bringIndexUp } = await import('./clock-index')

let indexed: number[]
let atOnce: number

/** Time goes by, and what is asked of the search index takes ten milliseconds for each story. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  indexed = []
  atOnce = 0
  let running = 0
  indexStory.mockImplementation(async (_, id) => {
    atOnce = Math.max(atOnce, ++running)
    await new Promise((resolve) => setTimeout(resolve, 10))
    running -= 1
    indexed.push(id)
  })
  listStories.mockResolvedValue([1, 2, 3, 4])
})
afterEach(() => vi.useRealTimers())

it('finds a story that was just published before the rest of an author’s thousands', async () => {
  void bringIndexUp(['author:1'])
  await pass(15)
  void bringIndexUp(['story:9'])
  await pass(100)
  expect(indexed).toEqual([1, 2, 9, 3, 4])
  expect(atOnce).toBe(1)
})

it('indexes what is renamed again meanwhile once more', async () => {
  void bringIndexUp(['topic:1'])
  await pass(15)
  void bringIndexUp(['topic:1', 'story:1'])
  void bringIndexUp(['topic:1', 'story:1'])
  await pass(1_000)
  expect(indexed).toEqual([1, 2, 1, 3, 4, 1, 2, 3, 4])
})

it('tries again what could not be indexed, and goes on with the others', async () => {
  indexStory.mockRejectedValueOnce(new Error('The database is busy.'))
  listStories.mockRejectedValueOnce(new Error('The database is busy.'))
  void bringIndexUp(['story:8', 'story:9', 'author:1'])
  await pass(100)
  expect(indexed).toEqual([9])
  await pass(4_000)
  expect(indexed).toEqual([9, 8, 1, 2, 3, 4])
})

it('says when stories are found, and waits for no list', async () => {
  const said: string[] = []
  void bringIndexUp(['author:1', 'story:8']).then(() => said.push('8'))
  await pass(15)
  void bringIndexUp(['story:9']).then(() => said.push('9'))
  expect(said).toEqual(['8'])
  await pass(15)
  expect([said, indexed]).toEqual([['8', '9'], [8, 1, 9]])
  await pass(1_000)
})

it('gives up what can never be indexed', async () => {
  indexStory.mockRejectedValue(new Error('It has no body.'))
  void bringIndexUp(['story:8'])
  await pass(24 * 60 * 60 * 1000)
  expect(indexStory).toHaveBeenCalledTimes(5)
})
