import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openNewsroom, type Newsroom } from '@/lib/data/testing/newsroom'
import { zonedDay } from '@/lib/format/dates'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

/** Here a day begins at noon in UTC: at the very moment that the back office writes down for it. */
const ZONE = 'Etc/GMT+12'
let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

/** A picture with the day `daysAgo` as the last of its rights. */
const picture = (filename: string, daysAgo: number) => room.picture(filename, `${zonedDay(new Date(Date.now() - daysAgo * 86_400_000), ZONE)}T12:00:00.000Z`)

it('a picture stands in stories, lists, bylines, sitemaps and the masthead on the last day of its rights, and not on the next', async () => {
  const [{ readStory }, { listCardsByIds }, { readAuthor, readAuthors }, { readMonthStories }, { readSite }] = await Promise.all([import('./stories'), import('./cards'), import('./labels'), import('./sitemaps'), import('./site')])
  await room.payload.updateGlobal({ slug: 'settings', data: { timeZone: ZONE } as never })
  const section = await room.section('World')
  for (const [daysAgo, name] of [[0, 'Today'], [1, 'Yesterday']] as const) {
    const media = await picture(`${name}.png`, daysAgo)
    const author = Number((await room.payload.create({ collection: 'authors', data: { name, portrait: media } as never, depth: 0 })).id)
    const story = await room.story({ headline: name, section, authors: [author], publishedAt: `200${daysAgo}-06-15T10:00:00.000Z`, hero: media } as never)
    await sqlOf(room.payload).run(sql`UPDATE settings SET logo_id = ${media}`)
    const { story: shown } = (await readStory(story))!
    const [card] = await listCardsByIds([story])
    const seen = [shown.hero?.picture, shown.social.picture, shown.authors[0]!.portrait, card!.picture, card!.authors[0]!.portrait, (await readAuthor(author))!.portrait, (await readAuthors()).find((one) => one.name === name)!.portrait, (await readSite()).logo].map((one) => one?.src ?? null)
    const listed = (await readMonthStories(`200${daysAgo}-06`, 1, 10, new Date(), ZONE)).map((one) => one.picture)
    expect(new Set([...seen, ...listed])).toEqual(new Set([daysAgo === 0 ? `/api/media/file/${name}.png` : null]))
    expect(listed).toHaveLength(1)
  }
})
