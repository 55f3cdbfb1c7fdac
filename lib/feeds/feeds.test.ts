import { parseFeed } from '@rowanmanning/feed-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { atomFeed } from './atom'
import type { Feed } from './feed'
import { blocksHtml, storyHtml } from './html'
import { jsonFeed } from './json-feed'
import { escapeMarkdown, storyMarkdown } from './markdown'
import { rfc822, rssFeed } from './rss'
import { BLOCKS, HOSTILE, liveStory, ORIGIN, site, story } from './testing/fixtures'

const stories = [story(), story({ id: '41', path: '/world/hostile', headline: HOSTILE, standfirst: HOSTILE, authors: [], hero: null, topics: [], language: 'ur', body: [{ type: 'paragraph', content: [{ text: HOSTILE }] }], updatedAt: null }), liveStory(null)]
const feed: Feed = { title: 'World · The Meridian', description: 'What happens beyond & behind.', path: '/world', stories }
const home = { site, origin: ORIGIN }
/** Text as a reader can get it back: a control character cannot stand in XML at all. */
const readable = HOSTILE.replace('\u0007', '')

describe('RSS and Atom, as two readers see them', () => {
  const rss = rssFeed(feed, home)
  const atom = atomFeed(feed, home)
  const one = parseRssFeed(rss)
  const two = parseFeed(rss)
  const three = parseAtomFeed(atom)
  const four = parseFeed(atom)

  it('name the feed, its page and its language', () => {
    expect(one).toMatchObject({ title: feed.title, link: `${ORIGIN}/world`, description: feed.description, language: 'en-gb', ttl: 15 })
    expect(two).toMatchObject({ title: feed.title, url: `${ORIGIN}/world`, self: `${ORIGIN}/world/feed.xml` })
    expect(four).toMatchObject({ title: feed.title, self: `${ORIGIN}/world/atom.xml` })
    expect(three.links).toContainEqual({ rel: 'hub', href: 'https://hub.example/' })
    expect(one.atom?.links).toContainEqual({ rel: 'hub', href: 'https://hub.example/' })
    expect(one.lastBuildDate).toBe('Fri, 16 Jan 2026 12:45:00 +0000')
  })

  it('agree on every title, address, date and author', () => {
    for (const [i, written] of stories.entries()) {
      const title = written.headline.replace('\u0007', '')
      const url = ORIGIN + written.path
      const published = new Date(written.publishedAt).getTime()
      const names = written.authors.map(({ name }) => name)
      expect([one.items![i]!.title, two.items[i]!.title, three.entries![i]!.title, four.items[i]!.title].map((text) => String(typeof text === 'object' ? (text as { value: string }).value : text).trim())).toEqual(Array(4).fill(title.trim()))
      expect([one.items![i]!.link, two.items[i]!.url, four.items[i]!.url]).toEqual([url, url, url])
      expect([new Date(one.items![i]!.pubDate!), two.items[i]!.published!, new Date(three.entries![i]!.published!), four.items[i]!.published!].map((date) => new Date(date).getTime())).toEqual(Array(4).fill(published))
      expect(one.items![i]!.dc?.creators ?? []).toEqual(names)
      expect(two.items[i]!.authors.map(({ name }) => name)).toEqual(names)
      expect(four.items[i]!.authors.map(({ name }) => name)).toEqual(names.length > 0 ? names : ['The Meridian'])
    }
  })

  it('carry the whole text, once, and the picture with its type, size, words and credit', () => {
    const html = one.items![0]!.content?.encoded ?? ''
    for (const words of ['MOSCOW, (TDI): The first', 'Said plainly.', 'Nested', 'In a box.', 'Word for word.', 'The river is the Neva.']) expect(html).toContain(words)
    expect(two.items[0]!.content).toBe(html)
    expect(four.items[0]!.content).toBe(html)
    expect(one.items![0]!.description).toBe('And fall again.')
    expect(one.items![0]!.media?.contents?.[0]).toMatchObject({ url: `${ORIGIN}/api/media/file/hero.jpg`, type: 'image/jpeg', medium: 'image', width: 1600, height: 900 })
    expect(one.items![0]!.media?.contents?.[0]?.credits?.[0]?.value).toBe('Credit of hero')
    expect(html.split('hero.jpg').length - 1).toBe(1)
    expect(html).not.toMatch(/<(script|iframe|style)|href="\/|src="\//)
  })

  it('keep an id that has nothing of the address in it', () => {
    expect(one.items![0]!.guid).toEqual({ value: 'news.example.org/story/42', isPermaLink: false })
    expect(three.entries![0]!.id).toBe('https://news.example.org/story/42')
    const moved = rssFeed({ ...feed, stories: [story({ path: '/culture/elsewhere' })] }, home)
    expect(parseRssFeed(moved).items![0]!.guid?.value).toBe('news.example.org/story/42')
  })

  it('let no text out of its place', () => {
    expect(one.items![1]!.description).toBe(readable)
    expect(one.items![1]!.content?.encoded).not.toContain('<script>')
    expect(one.items).toHaveLength(3)
    expect(one.items![1]!.dc?.languages).toEqual(['ur'])
  })

  it('point each entry of a live story at its own address', () => {
    expect(one.items![2]!.content?.encoded).toContain(`href="${ORIGIN}/world/live#post-b2"`)
  })

  it('are well-formed when there is nothing in them', () => {
    const empty = { ...feed, stories: [], description: '' }
    expect(parseRssFeed(rssFeed(empty, home)).title).toBe(feed.title)
    expect(parseAtomFeed(atomFeed(empty, home)).updated).toBe('1970-01-01T00:00:00Z')
  })
})

describe('JSON Feed', () => {
  const url = z.url()
  const date = z.iso.datetime({ offset: true })
  /** jsonfeed.org/version/1.1. */
  const schema = z.strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string().min(1),
    description: z.string().optional(),
    home_page_url: url,
    feed_url: url,
    language: z.string(),
    icon: url,
    favicon: url,
    authors: z.array(z.strictObject({ name: z.string(), url })),
    hubs: z.array(z.strictObject({ type: z.string(), url })).optional(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        url,
        title: z.string(),
        summary: z.string(),
        content_html: z.string(),
        image: url.optional(),
        date_published: date,
        date_modified: date,
        authors: z.array(z.strictObject({ name: z.string(), url })).min(1),
        tags: z.array(z.string()),
        language: z.string(),
      }),
    ),
  })

  it('keeps to the standard, and says what the others say', () => {
    const text = jsonFeed(feed, home)
    const read = schema.parse(JSON.parse(text))
    const rss = parseRssFeed(rssFeed(feed, home))
    expect(read.items.map((item) => [item.id, item.url])).toEqual(rss.items!.map((item) => [item.guid?.value, item.link]))
    expect(read.items[0]!.content_html).toBe(rss.items![0]!.content?.encoded)
    expect(parseJsonFeed(text).items).toHaveLength(3)
    expect(read.items[1]!.title).toBe(HOSTILE)
  })
})

describe('a story as HTML', () => {
  const has: Record<string, string> = {
    paragraph: '<p>The first <strong>bold</strong> and <a href="https://news.example.org/world/other"><em>linked</em></a> words.<br/>A new line.</p>',
    subhead: '<h2>A subhead</h2>',
    quote: '<blockquote><p>Said plainly.</p><p>— A speaker</p></blockquote>',
    'pull-quote': '<blockquote><p>Pulled out.</p></blockquote>',
    list: '<ol><li>One<ul><li>Nested</li></ul></li><li>Two</li></ol>',
    image: 'alt="Alt of inline" width="1600" height="900"/><figcaption>Its own caption Credit of inline</figcaption>',
    gallery: '<h3>A gallery</h3>',
    'read-also': 'Read also: <a href="https://news.example.org/world/other">Another story</a>',
    'fact-box': '<aside><h3>Facts</h3><p>In a box.</p></aside>',
    timeline: '<li><strong>1 May</strong> It began<br/>Slowly.</li>',
    table: '<td>There | beyond</td><td>13.8</td>',
    embed: 'YouTube: <a href="https://www.youtube.com/watch?v=x">A film</a>',
    audio: 'src="https://news.example.org/api/media/file/talk.mp3"',
    video: 'src="https://news.example.org/api/media/file/clip.mp4"',
    'correction-note': '<strong>Correction:</strong> It was twelve.',
    divider: '<hr/>',
  }
  it.each(BLOCKS.map((block) => [block.type, block] as const))('has a form for %s', (type, block) => {
    expect(blocksHtml([block], ORIGIN)).toContain(has[type])
  })

  it('is the same whatever zone the machine is in', () => {
    expect(storyHtml(story(), ORIGIN, site)).toContain('Clarification, 16 January 2026, 16:30 PKT')
  })
})

describe('a story as Markdown', () => {
  const text = storyMarkdown(story(), site, ORIGIN)
  it.each([
    '# Rivers rise',
    '*And fall again.*',
    'By [Amna Khan](https://news.example.org/author/amna) and [Omar Ali](https://news.example.org/author/omar)',
    'Published 16 January 2026, 14:05 PKT',
    'Updated 16 January 2026, 16:30 PKT',
    '<https://news.example.org/world/rivers-rise>',
    'MOSCOW, (TDI): The first **bold** and [*linked*](https://news.example.org/world/other) words.  \nA new line.',
    '> Said plainly.\n>\n> — A speaker',
    '1. One\n   - Nested\n2. Two',
    '![Alt of inline](https://news.example.org/api/media/file/inline.jpg)',
    '| Place | Feet |\n| --- | --- |\n| Here | 12.0 |\n| There \\| beyond | 13.8 |',
    'Topics: [Water](https://news.example.org/topic/water)',
  ])('says %j', (words) => expect(text).toContain(words))

  it('takes no text for markup', () => {
    expect(escapeMarkdown('*a* [b](c) <d> #e `f` 1. g')).toBe('\\*a\\* \\[b\\](c) \\<d\\> \\#e \\`f\\` 1. g')
    expect(escapeMarkdown('1. g\n- h')).toBe('\\1. g\n\\- h')
    expect(storyMarkdown(story({ headline: HOSTILE }), site, ORIGIN)).not.toContain('<script>')
  })
})

it('a time is written as RSS wants it', () => expect(rfc822('2025-01-16T09:05:00Z')).toBe('Thu, 16 Jan 2025 09:05:00 +0000'))
