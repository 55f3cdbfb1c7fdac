import { expect, test, type APIRequestContext } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { readHead, type Node } from './pages/contract'
import { headlineFor, Newsroom } from './pages/newsroom'
import { read } from './pages/places'

/** What one surface says of a story. */
interface Said {
  title: string
  address: string
  published: number
  modified?: number
  authors: string[]
}

const time = (text: unknown) => new Date(String(text)).getTime()
const toSeconds = (ms: number) => Math.floor(ms / 1000) * 1000
const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text()

async function listSaid(request: APIRequestContext, path: string, id: string): Promise<Record<string, Said>> {
  const html = await textOf(request, path)
  const head = readHead(html)
  const nodes = head.graphs[0]!['@graph']
  const article = nodes.find((node) => [node['@type']].flat().includes('NewsArticle'))!
  const people = [article.author].flat().map((author) => nodes.find((node) => node['@id'] === (author as Node)['@id']) ?? (author as Node))
  const rss = parseRssFeed(await textOf(request, '/world/feed.xml'))
  const rssItem = rss.items!.find((item) => item.guid?.value?.endsWith(`/story/${id}`))!
  const atom = parseAtomFeed(await textOf(request, '/world/atom.xml'))
  const atomEntry = atom.entries!.find((entry) => entry.links?.some(({ href }) => href?.endsWith(path)))!
  const json = parseJsonFeed(await textOf(request, '/world/feed.json'))
  const jsonItem = json.items!.find((item) => item.url?.endsWith(path))!
  const month = String(article.datePublished).slice(0, 7)
  const sitemap = entryOf(await textOf(request, `/sitemaps/stories-${month}.xml`), path)
  const news = entryOf(await textOf(request, '/news-sitemap.xml'), path)
  const markdown = await textOf(request, `${path}.md`)
  return {
    page: { title: /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)![1]!.replace(/<[^>]+>/g, ''), address: head.canonical[0]!, published: time(head.meta['article:published_time']![0]), modified: time(head.meta['article:modified_time']![0]), authors: people.map(({ name }) => String(name)) },
    'JSON-LD': { title: String(article.headline), address: String(article.url ?? (article.mainEntityOfPage as Node)['@id']), published: time(article.datePublished), modified: time(article.dateModified), authors: people.map(({ name }) => String(name)) },
    RSS: { title: rssItem.title!, address: rssItem.link!, published: time(rssItem.pubDate), authors: rssItem.dc!.creators!.map(String) },
    Atom: { title: String(typeof atomEntry.title === 'object' ? (atomEntry.title as { value: string }).value : atomEntry.title), address: atomEntry.links!.find(({ rel }) => rel === undefined || rel === 'alternate')!.href!, published: time(atomEntry.published), modified: time(atomEntry.updated), authors: atomEntry.authors!.map(({ name }) => String(name)) },
    'JSON Feed': { title: jsonItem.title!, address: jsonItem.url!, published: time(jsonItem.date_published), modified: time(jsonItem.date_modified), authors: jsonItem.authors!.map(({ name }) => String(name)) },
    sitemap: { title: String(article.headline), address: sitemap.loc!, published: time(article.datePublished), modified: time(sitemap.lastmod), authors: people.map(({ name }) => String(name)) },
    'news sitemap': { title: news['news:title']!, address: news.loc!, published: time(news['news:publication_date']), authors: people.map(({ name }) => String(name)) },
    Markdown: { title: /^# (.+)$/m.exec(markdown)![1]!.replaceAll('\\', ''), address: head.canonical[0]!, published: time(article.datePublished), authors: people.filter(({ name }) => markdown.includes(String(name))).map(({ name }) => String(name)) },
  }
}

const DECODED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The elements of one address's entry in a sitemap. */
function entryOf(xml: string, path: string): Record<string, string> {
  const entry = xml.split('<url>').find((part) => part.includes(`${path}</loc>`))
  expect(entry, `${path} in the sitemap`).toBeDefined()
  return Object.fromEntries([...entry!.matchAll(/<([a-z:_]+)>([^<]*)<\//gi)].map(([, name, text]) => [name!, text!.replace(/&\w+;/g, (entity) => DECODED[entity] ?? entity)]))
}

test('no two surfaces disagree about a title, a date, an author or an address; a new address keeps its ids', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Ten & <b>eleven</b> say “no”')
  const story = await editor.publish((await editor.draft(headline)).id)
  const { body: author } = await editor.ask('GET', `/authors/${String((story.authors as number[])[0])}?depth=0`)

  const expectAgreement = async (path: string) => {
    const said = await listSaid(request, path, String(story.id))
    const page = said['page']!
    for (const [surface, { title, address, published, modified, authors }] of Object.entries(said)) {
      expect(title.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => DECODED[entity] ?? entity), surface).toBe(headline)
      expect(address, surface).toBe(page.address)
      expect(toSeconds(published), surface).toBe(toSeconds(page.published))
      if (modified !== undefined) expect(toSeconds(modified), surface).toBe(toSeconds(page.modified!))
      expect(authors, surface).toEqual([author.name])
    }
    return said
  }

  const first = `/world/${String(story.slug)}`
  await expectAgreement(first)
  const feed = await textOf(request, '/world/feed.xml')

  await editor.publish(story.id, { slug: `${String(story.slug)}-elsewhere`, standfirst: 'Another standfirst altogether.' })
  await expectAgreement(`${first}-elsewhere`)
  const guids = (xml: string) => parseRssFeed(xml).items!.filter(({ title }) => title === headline).map(({ guid }) => guid?.value)
  expect(guids(await textOf(request, '/world/feed.xml'))).toEqual(guids(feed))
  expect(await textOf(request, '/world/feed.xml')).not.toContain(`${first}<`)

  await editor.publish(story.id, { withdrawn: true, withdrawalReason: 'It was not so.' })
  for (const list of ['/world/feed.xml', '/world/atom.xml', '/world/feed.json', '/news-sitemap.xml']) expect(await textOf(request, list), list).not.toContain(String(story.slug))
  expect((await read(request, `${first}.md`)).status).toBe(410)
})

test('a feed that a reader holds is answered with 304 until something changes', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const section = await editor.find('sections', 'where[slug][equals]=technology')
  for (const path of ['/technology/feed.xml', '/technology/atom.xml', '/technology/feed.json']) {
    const first = await request.get(path)
    const { etag, 'last-modified': modified } = first.headers()
    // The same for the compressed form and the plain one, so it must not claim to be the same byte for byte.
    expect(etag, path).toMatch(/^W\/"/)
    expect((await request.get(path, { headers: { 'if-none-match': etag!, 'accept-encoding': 'identity' } })).status(), path).toBe(304)
    expect((await request.get(path, { headers: { 'if-none-match': etag! } })).status(), path).toBe(304)
    expect((await request.get(path, { headers: { 'if-modified-since': modified! } })).status(), path).toBe(304)
    const headline = headlineFor('News for a feed')
    await editor.publish((await editor.draft(headline, { section: section.id })).id)
    const next = await request.get(path, { headers: { 'if-none-match': etag!, 'if-modified-since': modified! } })
    expect(next.status(), path).toBe(200)
    expect(await next.text(), path).toContain(headline)
  }
})

test('a story that is to be kept out of search, or has expired, is in no sitemap', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const hidden = await editor.publish((await editor.draft(headlineFor('Not for search'), { noindex: true })).id)
  const expired = await editor.publish((await editor.draft(headlineFor('Ran out'), { expiresAt: new Date(Date.now() - 60_000).toISOString() })).id)
  const expiring = await editor.publish((await editor.draft(headlineFor('Runs out'), { expiresAt: '2099-01-01T00:00:00.000Z' })).id)
  const news = await textOf(request, '/news-sitemap.xml')
  expect(news).not.toContain(String(hidden.slug))
  expect(news).not.toContain(String(expired.slug))
  expect(news).toContain(String(expiring.slug))
  expect(readHead((await read(request, `/world/${String(hidden.slug)}`)).html).meta['robots']).toEqual(['noindex, follow'])
  expect(readHead((await read(request, `/world/${String(expiring.slug)}`)).html).meta['robots']![0]).toMatch(/unavailable_after: ?2099-01-01/)
})

test('two versions of a story in two languages point at each other, and at nothing else', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const english = await editor.publish((await editor.draft(headlineFor('In English'))).id)
  const urdu = await editor.publish((await editor.draft(headlineFor('In Urdu'), { language: 'ur', translations: [english.id] })).id)
  const expected = (origin: string) => ({ en: `${origin}/world/${String(english.slug)}`, ur: `${origin}/world/${String(urdu.slug)}`, 'x-default': `${origin}/world/${String(english.slug)}` })
  await expect(async () => {
    for (const { slug } of [english, urdu]) {
      const head = readHead((await read(request, `/world/${String(slug)}`)).html)
      expect(head.languages).toEqual(expected(new URL(head.canonical[0]!).origin))
    }
  }).toPass({ timeout: 10_000 })
  const alone = await editor.publish((await editor.draft(headlineFor('Alone'))).id)
  expect(readHead((await read(request, `/world/${String(alone.slug)}`)).html).languages).toEqual({})
})

test('no link on the site’s own pages leads to a redirect', async ({ request }) => {
  const seen = new Map<string, string>()
  for (const start of ['/', '/world', '/latest', '/archive', '/about', '/diplomacy/river-commission-agrees-shared-gauges', '/author/amna-rehmat', '/topic/indus-basin', '/corrections', '/search?q=river']) {
    const { html } = await read(request, start)
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) if (!seen.has(href!)) seen.set(href!.replaceAll('&amp;', '&'), start)
  }
  expect(seen.size).toBeGreaterThan(60)
  for (const [path, start] of seen) expect([(await read(request, path)).status, path, start]).toEqual([200, path, start])
})

for (const scheme of ['light', 'dark'] as const) {
  test(`a person who opens a feed sees a page, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    for (const address of ['/diplomacy/feed.xml', '/diplomacy/atom.xml']) {
      await page.goto(address)
      await expect(page.getByText('This is a web feed')).toBeVisible()
      await expect(page.locator('content, encoded, guid, id').first()).toBeHidden()
      const headline = page.locator('a.headline').first()
      await expect(headline).toBeVisible()
      const words = await headline.textContent()
      await headline.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words!)
    }
  })
}
