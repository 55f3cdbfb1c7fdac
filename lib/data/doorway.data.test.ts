import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { PAGE_SIZE } from './page-size'
import { openNewsroom, type Newsroom } from './testing/newsroom'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

const ARABIC = '/2019/05/مقال'

describe('addresses of a site that moved in', () => {
  let room: Newsroom
  let ids: Record<'section' | 'topic' | 'author' | 'kept' | 'plain' | 'withdrawn' | 'page' | 'here' | 'wanted', number>

  /** What a browser that asks for an address is told, in one word. */
  const ask = async (address: string) => {
    const { settle } = await import('@/lib/data/doorway')
    const { pathname, search } = new URL(address, 'http://old.example')
    const answer = await settle(pathname, search)
    return answer.to === 'redirect' ? `301 ${answer.location}` : answer.to === 'machine' ? '200' : String(answer.status)
  }
  const row = (path: string, kind: string, ref: number | null, target: string | null = null, state = 'moved') =>
    sqlOf(room.payload).run(sql`INSERT INTO paths (path, kind, ref, target, state, created_at, updated_at) VALUES (${path}, ${kind}, ${ref === null ? null : String(ref)}, ${target}, ${state}, ${new Date().toISOString()}, ${new Date().toISOString()})`)

  beforeAll(async () => {
    room = await openNewsroom({ WEATHER_URL: 'off' })
    const [section, topic, author] = [await room.section('World'), await room.topic('Solar'), await room.author('Omar Ali')]
    const story = (headline: string, publishedAt: string, more: object = {}) => room.story({ headline, section, authors: [author], topics: [topic], publishedAt, ...more } as never)
    const kept = await story('A treaty', '2019-05-12T10:00:00.000Z', { address: '/2019/05/a-treaty' })
    await story('An essay', '2019-05-13T10:00:00.000Z', { address: ARABIC })
    const plain = await story('Plain story', '2019-05-14T10:00:00.000Z')
    const withdrawn = await story('Withdrawn story', '2019-05-15T10:00:00.000Z')
    await room.payload.update({ collection: 'stories', id: withdrawn, data: { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.', _status: 'published' } as never, depth: 0 })
    for (let i = 0; i < PAGE_SIZE; i++) await story(`Filler ${i}`, `2020-01-${String((i % 28) + 1).padStart(2, '0')}T10:00:00.000Z`)
    const page = Number((await room.payload.create({ collection: 'pages', data: { title: 'Team', slug: 'team', address: '/about/team', _status: 'published' } as never, depth: 0 })).id)
    ids = { section, topic, author, kept, plain, withdrawn, page, here: await room.picture('boat one.jpg'), wanted: await room.picture(null) }
    const moved: [path: string, kind: string, ref: number][] = [
      ['/?p=101', 'story', ids.kept],
      ['/?p=102', 'story', ids.plain],
      ['/?p=103', 'story', ids.withdrawn],
      ['/?page_id=7', 'page', ids.page],
      ['/?attachment_id=55', 'media', ids.here],
      ['/?cat=3', 'section', ids.section],
      ['/?tag=solar-power', 'topic', ids.topic],
      ['/?author=9', 'author', ids.author],
      ['/category/news/world', 'section', ids.section],
      ['/tag/solar-power', 'topic', ids.topic],
      ['/author/omar', 'author', ids.author],
      ['/news/plain-story', 'story', ids.plain],
      ['/wp-content/uploads/2019/05/boat.jpg', 'media', ids.here],
      ['/wp-content/uploads/2019/06/boat-scaled.jpg', 'media', ids.here],
      ['/wp-content/uploads/2019/05/wanted.jpg', 'media', ids.wanted],
      ['/2019/05/a-treaty/boat', 'media', ids.here],
    ]
    for (const [path, kind, ref] of moved) await row(path, kind, ref)
    await row('/blog', 'redirect', null, '/')
    await row('/old-promo', 'redirect', null, 'https://shop.example/a?b=c%20d')
    await row('/gone-promo', 'redirect', null, null, 'withdrawn')
    await row('/by-number', 'redirect', null, '/?p=102')
    await row('/by-name', 'redirect', null, 'http://localhost:3000/news/plain-story?x=1')
    await row('/to-nothing', 'redirect', null, '/gone-promo')
    await row('/round', 'redirect', null, '/and-round')
    await row('/and-round', 'redirect', null, '/round')
  })
  afterAll(() => room.close())

  it.each([
    // A kept address is the story's own; everything else leads to it.
    ['/2019/05/a-treaty', '200'],
    ['/2019/05/A-Treaty/?utm_source=x', '301 /2019/05/a-treaty'],
    ['/world/a-treaty', '404'],
    [encodeURI(ARABIC), '200'],
    [`${encodeURI(ARABIC).toLowerCase()}/`, `301 ${encodeURI(ARABIC)}`],
    ['/about/team', '200'],
    ['/team', '404'],
    // Numbers.
    ['/?p=101', '301 /2019/05/a-treaty'],
    ['/?p=101&preview=true', '301 /2019/05/a-treaty'],
    ['/index.php?p=102', '301 /world/plain-story'],
    ['/?page_id=102', '301 /world/plain-story'],
    ['/?p=103', '410'],
    ['/?page_id=7', '301 /about/team'],
    ['/?attachment_id=55', '301 /api/media/file/boat%20one.jpg'],
    ['/?p=55', '301 /api/media/file/boat%20one.jpg'],
    ['/?p=999', '404'],
    ['/?cat=3', '301 /world'],
    ['/?cat=3&paged=2', '301 /world/page/2'],
    ['/?cat=3&feed=rss2', '301 /world/feed.xml'],
    ['/?tag=Solar-Power', '301 /topic/solar'],
    ['/?author=9', '301 /author/omar-ali'],
    ['/?author_name=omar', '301 /author/omar-ali'],
    ['/?author_name=omar-ali', '301 /author/omar-ali'],
    ['/?m=201905', '301 /archive/2019/05'],
    ['/?m=20190512', '301 /archive/2019/05/12'],
    ['/?m=201906', '404'],
    ['/?feed=rss2', '301 /feed.xml'],
    ['/?feed=atom', '301 /atom.xml'],
    ['/?s=river+water', '301 /search?q=river+water'],
    ['/?s=', '301 /search'],
    // Not WordPress's: dropped, as ever.
    ['/?tag=newsletter', '301 /'],
    ['/?p=home', '301 /'],
    ['/?utm_source=x', '301 /'],
    ['/world?p=101', '301 /world'],
    ['/', '200'],
    // Feeds.
    ['/feed', '301 /feed.xml'],
    ['/feed/', '301 /feed.xml'],
    ['/feed/rss2', '301 /feed.xml'],
    ['/feed/atom', '301 /atom.xml'],
    ['/rss', '301 /feed.xml'],
    ['/wp-rss2.php', '301 /feed.xml'],
    ['/comments/feed', '301 /feed.xml'],
    ['/category/news/world/feed', '301 /world/feed.xml'],
    ['/world/feed/atom', '301 /world/atom.xml'],
    ['/tag/solar-power/feed', '301 /topic/solar/feed.xml'],
    ['/author/omar-ali/feed', '301 /author/omar-ali/feed.xml'],
    ['/2019/05/a-treaty/feed', '301 /2019/05/a-treaty'],
    ['/blog/feed', '301 /feed.xml'],
    ['/no-such/feed', '404'],
    // Beside a story.
    ['/2019/05/a-treaty/amp', '301 /2019/05/a-treaty'],
    ['/news/plain-story/embed', '301 /world/plain-story'],
    ['/news/plain-story/trackback/', '301 /world/plain-story'],
    ['/news/plain-story/2/', '301 /world/plain-story'],
    ['/news/plain-story/comment-page-2', '301 /world/plain-story'],
    ['/news/plain-story/page/2', '404'],
    ['/world/withdrawn-story/amp', '410'],
    ['/about/team/amp', '301 /about/team'],
    ['/world/3', '404'],
    ['/no-such-story/2', '404'],
    // Archive by date.
    ['/2019', '301 /archive'],
    ['/2018', '404'],
    ['/2019/05', '301 /archive/2019/05'],
    ['/2019/5/', '301 /archive/2019/05'],
    ['/2019/05/page/3', '301 /archive/2019/05'],
    ['/2019/05/page/1', '301 /archive/2019/05'],
    ['/2019/05/12', '301 /archive/2019/05/12'],
    ['/2019/05/32', '404'],
    ['/2019/13', '404'],
    ['/2019/06', '404'],
    // Lists and their pages.
    ['/category/news/world', '301 /world'],
    ['/category/news/world/page/2', '301 /world/page/2'],
    ['/category/news/world/page/1/', '301 /world'],
    ['/category/news/world/page/99', '404'],
    ['/author/omar/page/2', '301 /author/omar-ali/page/2'],
    ['/page/2', '301 /latest/page/2'],
    ['/page/99', '404'],
    ['/page/1', '301 /'],
    ['/blog', '301 /'],
    ['/blog/page/2', '301 /latest/page/2'],
    ['/search/river/page/2', '301 /search?q=river'],
    // Files.
    ['/wp-content/uploads/2019/05/boat.jpg', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/05/Boat-1024x683.JPG', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/05/boat-scaled.jpg?ver=2', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/05/boat-e1571234567890-150x150.jpg', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/05/boat-300x200.jpg.webp', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/06/boat-300x200.jpg', '301 /api/media/file/boat%20one.jpg'],
    ['/wp-content/uploads/2019/05/wanted.jpg', '404'],
    ['/wp-content/uploads/2019/05/other-1024x683.jpg', '404'],
    ['/2019/05/a-treaty/boat', '301 /api/media/file/boat%20one.jpg'],
    // Closed rooms, and what crawlers ask for by other names.
    ['/wp-admin', '404'],
    ['/wp-admin/admin-ajax.php', '404'],
    ['/wp-login.php?redirect_to=x', '404'],
    ['/xmlrpc.php', '404'],
    ['/wp-cron.php', '404'],
    ['/wp-json/wp/v2/posts', '404'],
    ['/wp-sitemap.xml', '301 /sitemap.xml'],
    ['/wp-sitemap-posts-post-1.xml', '301 /sitemap.xml'],
    ['/sitemap_index.xml', '301 /sitemap.xml'],
    ['/post-sitemap2.xml', '301 /sitemap.xml'],
    ['/news-sitemap.xml', '200'],
    // Without clean addresses.
    ['/index.php', '301 /'],
    ['/index.php/2019/05/a-treaty/', '301 /2019/05/a-treaty'],
    ['/index.php/news/plain-story', '301 /world/plain-story'],
    ['/index.php/feed', '301 /feed.xml'],
    ['/index.php/no-such', '404'],
    // From redirect files.
    ['/old-promo', '301 https://shop.example/a?b=c%20d'],
    ['/gone-promo', '410'],
    ['/by-number', '301 /world/plain-story'],
    ['/by-name', '301 /world/plain-story'],
    ['/to-nothing', '301 /gone-promo'],
    ['/round', '404'],
  ])('%s: %s', async (address, told) => expect(await ask(address)).toBe(told))

  it('every place that names a story names the address it kept', async () => {
    const [{ readStory }, { listCardsByIds }, { suggestHeadlines }] = await Promise.all([import('@/lib/adapters/cms/stories'), import('@/lib/adapters/cms/cards'), import('@/lib/adapters/search/find')])
    expect((await readStory(ids.kept))?.story.path).toBe('/2019/05/a-treaty')
    expect((await listCardsByIds([ids.kept, ids.plain])).map(({ path }) => path)).toEqual(['/2019/05/a-treaty', '/world/plain-story'])
    expect(await suggestHeadlines('treat', 'latest', 5)).toEqual([{ headline: 'A treaty', path: '/2019/05/a-treaty' }])
    const { readPage } = await import('@/lib/adapters/cms/labels')
    expect((await readPage(ids.page))?.path).toBe('/about/team')
  })

  it('a query that is not the front page’s own is nobody’s question', async () => {
    expect(await ask('/world?p=101')).toBe('301 /world')
    expect(await ask('/search?q=river&p=101')).toBe('301 /search?q=river')
  })

  it('clearing a kept address gives a story one by its section, and the old one leads there', async () => {
    await room.payload.update({ collection: 'stories', id: ids.kept, data: { address: null, _status: 'published' } as never, depth: 0 })
    expect(await ask('/2019/05/a-treaty')).toBe('301 /world/a-treaty')
    expect(await ask('/world/a-treaty')).toBe('200')
    expect(await ask('/?p=101')).toBe('301 /world/a-treaty')
    await room.payload.update({ collection: 'stories', id: ids.kept, data: { address: '/2019/05/a-treaty', _status: 'published' } as never, depth: 0 })
    expect(await ask('/world/a-treaty')).toBe('301 /2019/05/a-treaty')
  })

  it('costs nothing where something answers, and nothing in a closed room', async () => {
    const { settle } = await import('@/lib/data/doorway')
    await ask('/world/plain-story')
    const asked: string[] = []
    const door = (globalThis as never as Record<symbol, { query: (text: string, params: unknown[]) => Promise<unknown[]> }>)[Symbol.for('dateline.addresses')]!
    const { query } = door
    door.query = (text, params) => (asked.push(text), query(text, params))
    try {
      await settle('/world/plain-story', '')
      await settle('/wp-login.php', '')
      await settle('/', '')
      expect(asked).toEqual([])
      await settle('/news/plain-story', '')
      expect(asked).toHaveLength(2)
      await settle('/nothing-here', '')
      expect(asked).toHaveLength(3)
    } finally {
      door.query = query
    }
  })
})
