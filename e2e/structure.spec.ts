import { expect, test, type APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import { readHead, type Node } from './pages/contract'
import { bodyOf, headlineFor, Newsroom } from './pages/newsroom'
import { LIVE_STORY, PLACES, read } from './pages/places'

const nodesAt = async (request: APIRequestContext, path: string) => readHead((await read(request, path)).html).graphs[0]!['@graph']
const ofType = (nodes: Node[], type: string) => nodes.find((node) => [node['@type']].flat().includes(type))
const article = (nodes: Node[]) => ofType(nodes, 'NewsArticle')!

async function someDay(request: APIRequestContext): Promise<{ month: string; day: string }> {
  const month = /href="(\/archive\/\d{4}\/\d{2})"/.exec((await read(request, '/archive')).html)![1]!
  const day = new RegExp(`href="(${month}/\\d{2})"`).exec((await read(request, month)).html)![1]!
  return { month, day }
}

test('the trail for machines is the one that readers see, with the page itself at its end', async ({ page, request, baseURL }) => {
  const { month, day } = await someDay(request)
  const places = Object.values(PLACES).filter((path) => ![PLACES.home, PLACES.search, PLACES['static page']].some((without) => without === path))
  let seen = 0
  for (const path of [...places, LIVE_STORY, month, day]) {
    await page.goto(path)
    const steps = (ofType(await nodesAt(request, path), 'BreadcrumbList')!.itemListElement as { position: number; name: string; item: string }[]).map(({ position, name, item }, i) => {
      expect(position).toBe(i + 1)
      return { name, path: item.slice(baseURL!.length) || '/' }
    })
    expect(steps.at(-1)!.path, path).toBe(path.replace(/\/page\/\d+$/, ''))
    const links = await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').all()
    const visible = await Promise.all(links.map(async (link) => ({ name: (await link.innerText()).trim(), path: await link.getAttribute('href') })))
    // Right below the front page the name of the newsroom is the only way up, and there is no trail.
    expect(steps.slice(0, -1), path).toEqual(visible.length > 0 ? visible : [{ name: 'Home', path: '/' }])
    seen += visible.length
  }
  expect(seen).toBeGreaterThan(8)
})

test('what a story may have read aloud is there to be read, and its pictures have the size they are said to have', async ({ page, request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const bare = await editor.publish((await editor.draft(headlineFor('Without a standfirst'), { standfirst: null })).id)
  for (const path of [PLACES.story, LIVE_STORY, `/world/${String(bare.slug)}`]) {
    await page.goto(path)
    const story = article(await nodesAt(request, path))
    const { cssSelector } = story.speakable as { cssSelector: string[] }
    for (const selector of cssSelector) await expect(page.locator(selector), `${path} ${selector}`).toHaveCount(1)
    const images = story.image as { url: string; width: { value: number }; height: { value: number } }[]
    expect(images).toHaveLength(3)
    for (const { url, width, height } of images) {
      const answer = await request.get(url)
      expect(answer.status(), url).toBe(200)
      const size = await sharp(await answer.body()).metadata()
      expect([size.width, size.height], url).toEqual([width.value, height.value])
      expect(size.width * size.height).toBeGreaterThanOrEqual(50_000)
    }
  }
})

test('a live story’s newest entry is its time of change, on every surface', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const headline = headlineFor('Told as it happens')
  // Not among the stories of other tests, which would push it out of the feed.
  const section = await editor.find('sections', 'where[slug][equals]=technology')
  const draft = await editor.draft(headline, { section: section.id, kind: 'live', publishedAt: ago(60), livePosts: [{ headline: 'The newest', at: ago(5), body: bodyOf('Words.') }, { headline: 'The first', at: ago(50), body: bodyOf('Words.') }] })
  const story = await editor.publish(draft.id)
  const path = `/technology/${String(story.slug)}`
  const newest = (story.livePosts as { headline: string; at: string }[]).find((post) => post.headline === 'The newest')!.at
  const { html } = await read(request, path)
  const head = readHead(html)
  const live = ofType(head.graphs[0]!['@graph'], 'LiveBlogPosting')!
  const text = async (address: string) => (await read(request, address)).html
  const json = JSON.parse(await text('/technology/feed.json')) as { items: { title: string; date_modified: string }[] }
  const said = {
    'JSON-LD': String(live.dateModified),
    head: head.meta['article:modified_time']![0]!,
    'JSON Feed': json.items.find(({ title }) => title === headline)!.date_modified,
    Atom: new RegExp(`<link rel="alternate" href="[^"]*${path}"[^>]*/>\\s*<published>[^<]*</published>\\s*<updated>([^<]*)`).exec(await text('/technology/atom.xml'))![1]!,
    sitemap: new RegExp(`${path}</loc><lastmod>([^<]*)`).exec(await text(`/sitemaps/stories-${String(live.datePublished).slice(0, 7)}.xml`))![1]!,
  }
  for (const [surface, time] of Object.entries(said)) expect(Math.floor(Date.parse(time) / 1000), surface).toBe(Math.floor(Date.parse(newest) / 1000))
  expect(live).not.toHaveProperty('coverageEndTime')
  for (const update of live.liveBlogUpdate as Node[]) expect(html).toContain(`id="${String(update.url).split('#')[1]}"`)
})

test('a story in another language says so, and runs its own way', async ({ page, request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const story = await editor.publish((await editor.draft(headlineFor('دریا میں پانی'), { language: 'ur', slug: `darya-${Date.now().toString(36)}` })).id)
  await page.goto(`/world/${String(story.slug)}`)
  for (const words of [page.getByRole('heading', { level: 1 }), page.locator('.story-body')]) {
    await expect(words).toHaveAttribute('lang', 'ur')
    await expect(words).toHaveCSS('direction', 'rtl')
  }
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toHaveCSS('direction', 'ltr')
  expect(article(await nodesAt(request, `/world/${String(story.slug)}`)).inLanguage).toBe('ur')
})
