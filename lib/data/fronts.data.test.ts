import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom } from './testing/newsroom'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

let room: Newsroom
let world: number
let author: number
let hour = 0

beforeAll(async () => {
  room = await openNewsroom()
  world = await room.section('World')
  author = await room.author('Omar Ali')
})
afterAll(() => room.close())

const publish = (headline: string, more: object = {}) => room.story({ headline, section: world, authors: [author], publishedAt: new Date(Date.UTC(2026, 2, 1, ++hour)).toISOString(), ...more })

async function home() {
  const { getHomeFront } = await import('./fronts')
  const { lead, supporting, latest, strips, opinion } = await getHomeFront()
  const names = (cards: { headline: string }[]) => cards.map(({ headline }) => headline)
  return { lead: lead?.headline ?? null, supporting: names(supporting), latest: names(latest), strips: strips.flatMap(({ cards }) => names(cards)), opinion: names(opinion) }
}

it('the home page begins empty, is led by the newest when nothing has a picture, and by what has one as soon as there is one', async () => {
  expect(await home()).toEqual({ lead: null, supporting: [], latest: [], strips: [], opinion: [] })
  await publish('Without one')
  expect(await home()).toMatchObject({ lead: 'Without one', latest: [] })
  await publish('With a picture', { hero: await room.picture('boat.png') })
  for (const number of [1, 2, 3, 4, 5]) await publish(`Words ${number}`)
  await publish('An opinion', { kind: 'opinion' })
  expect(await home()).toEqual({ lead: 'With a picture', supporting: ['Words 5', 'Words 4', 'Words 3', 'Words 2'], latest: ['An opinion', 'Words 1', 'Without one'], strips: [], opinion: [] })
})

it('what is pinned comes first, with a picture or without, and nothing stands twice', async () => {
  const pinned = await publish('Pinned')
  await publish('Newer than that')
  await room.payload.create({ collection: 'fronts', data: { title: 'Home', pins: [{ story: pinned }] } as never, depth: 0 })
  const { lead, supporting, latest } = await home()
  expect([lead, ...supporting]).toEqual(['Pinned', 'With a picture', 'Newer than that', 'Words 5', 'Words 4'])
  expect(latest).toEqual(['An opinion', 'Words 3', 'Words 2', 'Words 1', 'Without one'])
})
