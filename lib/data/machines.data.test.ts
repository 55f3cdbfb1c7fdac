import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findIndexErrors, findSitemapErrors } from '@/lib/seo/testing/schemas'
import { openNewsroom, type Newsroom } from './testing/newsroom'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

const DAY = 24 * 60 * 60 * 1000

describe('feeds and sitemaps', () => {
  const now = new Date('2026-03-20T12:00:00Z')
  let room: Newsroom
  let world: number
  let author: number
  let forget: (tags: readonly string[]) => void

  const ago = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000).toISOString()
  const change = (id: number, data: object) => room.payload.update({ collection: 'stories', id, data: { ...data, _status: 'published' } as never, depth: 0 })
  const tell = (headline: string, publishedAt: string, more: object = {}) => room.story({ headline, section: world, authors: [author], publishedAt, ...more } as never)
  const sitemapOf = async (name: string, at = now) => (await (await import('@/lib/data/sitemaps')).getSitemap(name, at))?.body ?? null
  const paths = (xml: string | null) => [...(xml ?? '').matchAll(/<loc>http:\/\/localhost:3000([^<]*)<\/loc>/g)].map(([, path]) => path)
  const feedOf = async (list: string, at = now) => (await (await import('@/lib/data/feeds')).getFeed(list, at))?.stories.map(({ headline }) => headline)

  beforeAll(async () => {
    room = await openNewsroom({ WEATHER_URL: 'off' })
    ;({ forget } = await import('@/lib/data/memory'))
    ;[world, author] = [await room.section('World'), await room.author('Omar Ali')]
    await room.payload.updateGlobal({ slug: 'settings', data: { name: 'The Meridian', timeZone: 'Asia/Karachi' } as never, depth: 0 })
  })
  afterAll(() => room.close())

  it('a story is in its month’s sitemap, in the order of publication, with the time it last changed', async () => {
    const old = await tell('January story', '2026-01-31T20:00:00.000Z')
    await tell('February story', '2026-02-10T08:00:00.000Z')
    await tell('Later in February', '2026-02-11T08:00:00.000Z')
    // Eight in the evening in UTC is the first of February in Karachi.
    expect(await sitemapOf('stories-2026-01')).toBeNull()
    expect(paths(await sitemapOf('stories-2026-02'))).toEqual(['/world/january-story', '/world/february-story', '/world/later-in-february'])
    await change(old, { standfirst: 'New words.', revisedAt: '2026-03-01T10:00:00.000Z' })
    expect(await sitemapOf('stories-2026-02')).toContain('<loc>http://localhost:3000/world/january-story</loc><lastmod>2026-03-01T10:00:00.000Z</lastmod>')
    expect(await sitemapOf('index')).toContain('<loc>http://localhost:3000/sitemaps/stories-2026-02.xml</loc><lastmod>2026-03-01T10:00:00.000Z</lastmod>')
  })

  it('what is withdrawn, hidden or expired is in none', async () => {
    const withdrawn = await tell('Withdrawn story', '2026-02-12T08:00:00.000Z')
    await tell('Hidden story', '2026-02-12T09:00:00.000Z', { noindex: true })
    await tell('First elsewhere', '2026-02-12T09:30:00.000Z', { canonicalUrl: 'https://first.example/a-story' })
    await tell('Expiring story', '2026-02-12T10:00:00.000Z', { expiresAt: '2026-03-21T00:00:00.000Z' })
    await change(withdrawn, { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.' })
    expect(paths(await sitemapOf('stories-2026-02'))).toEqual(['/world/january-story', '/world/february-story', '/world/later-in-february', '/world/expiring-story'])
    forget(['day'])
    expect(paths(await sitemapOf('stories-2026-02', new Date(now.getTime() + 2 * DAY)))).not.toContain('/world/expiring-story')
    forget(['day'])
    expect(await feedOf(`section:${world}`)).toContain('Expiring story')
    expect(await feedOf(`section:${world}`, new Date(now.getTime() + 2 * DAY))).not.toContain('Expiring story')
  })

  it('the news sitemap holds two days, counted from the moment of asking', async () => {
    await tell('Fresh story', ago(1), { language: 'ur' })
    await tell('Day-old story', ago(47))
    await tell('Stale story', ago(49))
    await tell('Fresh elsewhere', ago(2), { canonicalUrl: 'https://first.example/fresh' })
    const xml = await sitemapOf('news-1')
    expect(paths(xml)).toEqual(['/world/fresh-story', '/world/day-old-story'])
    expect(xml).toContain('<news:language>ur</news:language>')
    expect(paths(await sitemapOf('news-1', new Date(now.getTime() + 2 * 60 * 60 * 1000)))).toEqual(['/world/fresh-story'])
    expect(paths(await sitemapOf('news-1', new Date(now.getTime() + 5 * DAY)))).toEqual([])
    expect(await sitemapOf('news-2')).toBeNull()
  })

  it('all of them keep to their schemas', async () => {
    for (const name of ['stories-2026-02', 'stories-2026-03', 'sections', 'authors', 'pages', 'news-1']) expect([name, await findSitemapErrors((await sitemapOf(name))!)]).toEqual([name, []])
    expect(await findIndexErrors((await sitemapOf('index'))!)).toEqual([])
  })

  it('a list without stories is in none, and there are no others', async () => {
    await room.section('Empty')
    await room.topic('Unused')
    expect(paths(await sitemapOf('sections'))).toEqual(['/world'])
    expect(paths(await sitemapOf('authors'))).toEqual(['/author/omar-ali'])
    for (const name of ['topics', 'topics-1', 'stories', 'stories-2026-13', 'stories-2026-02-1', 'stories-2026-02-2', 'nothing', 'news']) expect([name, name === 'news' ? null : await sitemapOf(name)]).toEqual([name, null])
  })

  it('versions in other languages name each other in the sitemap', async () => {
    const english = await tell('In English', '2026-02-20T08:00:00.000Z', { language: 'en' })
    const urdu = await tell('In Urdu', '2026-03-02T08:00:00.000Z', { language: 'ur', translations: [english] })
    for (const month of ['02', '03']) {
      const xml = await sitemapOf(`stories-2026-${month}`)
      expect(xml).toContain('hreflang="en" href="http://localhost:3000/world/in-english"/><xhtml:link rel="alternate" hreflang="ur" href="http://localhost:3000/world/in-urdu"/><xhtml:link rel="alternate" hreflang="x-default" href="http://localhost:3000/world/in-english"/>')
    }
    await change(urdu, { translations: [] })
    for (const month of ['02', '03']) expect(await sitemapOf(`stories-2026-${month}`)).not.toContain('hreflang')
  })

  it('a feed is written once, and anew after a change', async () => {
    const { recallFeed } = await import('@/lib/data/feeds')
    let written = 0
    const write = () => recallFeed(`section:${world}`, 'rss', ({ stories }) => `${++written}: ${stories.map(({ headline }) => headline).join(', ')}`)
    const first = await write()
    expect((await write())!.body).toBe(first!.body)
    expect(first!.path).toBe('/world/feed.xml')
    const id = await tell('Breaking story', ago(0.5))
    expect((await write())!.body).toMatch(/^2: Breaking story, Fresh story/)
    await change(id, { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.' })
    expect((await write())!.body).toMatch(/^3: Fresh story/)
  })

  it('a feed holds whole stories, thirty at most, and only of its own list', async () => {
    const other = await room.section('Sport')
    for (let i = 0; i < 31; i++) await tell(`Match ${i}`, `2026-03-10T08:${String(i).padStart(2, '0')}:00.000Z`, { section: other, body: [`Text of match ${i}.`] })
    const { getFeed } = await import('@/lib/data/feeds')
    const feed = await getFeed(`section:${other}`, now)
    expect(feed!.stories).toHaveLength(30)
    expect(feed!.stories[0]).toMatchObject({ headline: 'Match 30', body: [{ type: 'paragraph', content: [{ text: 'Text of match 30.' }] }] })
    expect(await feedOf(`author:${author}`)).toHaveLength(30)
    expect(await feedOf('section:999')).toBeUndefined()
  })
})
