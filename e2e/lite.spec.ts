import { expect, test } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'
import { LIVE_STORY, liteOf, PLACES, read } from './pages/places'

const KB = 1024
const EVERY = { ...PLACES, 'live story': LIVE_STORY, month: '' }

test('every page has a lite form: whole, small, asking for nothing, leading to itself and to the full page', async ({ page, request, baseURL }) => {
  test.setTimeout(120_000)
  const archive = await read(request, '/lite/archive')
  EVERY.month = /href="\/lite(\/archive\/\d{4}\/\d{2})"/.exec(archive.html)![1]!
  for (const [kind, path] of Object.entries(EVERY)) {
    const { status, html, headers } = await read(request, liteOf(path))
    expect(status, kind).toBe(200)
    expect(Buffer.byteLength(html), `${kind}, not compressed`).toBeLessThan(30 * KB)
    expect(html, kind).not.toMatch(/<script|<img|<link rel="(?:preload|stylesheet)|@font-face|<iframe/)
    expect(headers['content-security-policy'], kind).toContain("script-src 'none'")
    const bare = path.split('?')[0]!
    expect(html, kind).toContain(`<link rel="canonical" href="${baseURL}${bare === '/' ? '' : bare}"`)
    const asked: string[] = []
    const listen = (sent: { url: () => string }) => asked.push(sent.url())
    page.on('request', listen)
    await page.goto(liteOf(path))
    page.off('request', listen)
    expect(asked.filter((url) => !/favicon|icon/.test(url)), kind).toHaveLength(1)
    const links = await page.locator('main a[href^="/"], nav a[href^="/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')!))
    const out = links.filter((href) => !href.startsWith('/lite') && !/^\/(_next\/image|api\/media)/.test(href) && !/\.[a-z]{2,4}$/.test(href))
    expect(out, kind).toEqual([path])
  }
})

test('the full page leads to its lite form', async ({ request }) => {
  for (const path of [PLACES.home, PLACES.story, PLACES.section, PLACES.topic, PLACES.author, PLACES.latest, PLACES.archive, PLACES.corrections, PLACES['static page'], PLACES['section, page 2']]) {
    expect((await read(request, path)).html, path).toContain(`href="${liteOf(path)}" rel="nofollow"`)
  }
})

test('moves, withdrawals and absences are the same in both', async ({ request }) => {
  expect((await read(request, '/lite/no-such-thing')).status).toBe(404)
  expect((await read(request, '/lite/No/Such/')).status).toBe(404)
  expect(await read(request, '/Lite/World/')).toMatchObject({ status: 301, location: expect.stringMatching(/\/lite\/world$/) as unknown as string })
  expect(await read(request, '/lite/world/page/1')).toMatchObject({ status: 301, location: expect.stringMatching(/\/lite\/world$/) as unknown as string })
  expect((await read(request, '/lite/story/1')).status).toBe(404)
  const editor = await Newsroom.enter(request, 'editor')
  const story = await editor.publish((await editor.draft(headlineFor('Lite too'))).id)
  const path = `/lite/world/${String(story.slug)}`
  expect((await read(request, path)).html).toContain(String(story.headline))
  expect((await read(request, '/lite/world')).html).toContain(String(story.headline))
  await editor.publish(story.id, { withdrawn: true, withdrawalReason: 'It was only made for a test.' })
  const gone = await read(request, path)
  expect(gone.status).toBe(410)
  expect(gone.html).toContain('It was only made for a test.')
  expect((await read(request, '/lite/world')).html).not.toContain(String(story.headline))
})

test('a picture is shown to who asks for it', async ({ page }) => {
  await page.goto(liteOf(PLACES.story))
  const link = page.getByRole('link', { name: /Show picture \(about \d+ KB\)/ }).first()
  const promised = Number(/(\d+) KB/.exec(await link.innerText())![1])
  const response = await page.goto((await link.getAttribute('href'))!)
  expect(response!.headers()['content-type']).toMatch(/^image\//)
  expect((await response!.body()).length).toBeLessThanOrEqual(promised * KB)
})

test('who saves data is shown the way, and gets no script for scrolling', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
  await expect(async () => {
    const response = await page.goto(PLACES.story)
    expect(response?.headers()['x-nextjs-cache']).toBe('HIT')
  }).toPass()
  await expect(page.getByRole('link', { name: 'Lite edition of this page' })).toBeInViewport()
  const scripts: string[] = []
  page.on('request', (sent) => sent.resourceType() === 'script' && scripts.push(sent.url()))
  await page.mouse.wheel(0, 800)
  await page.waitForLoadState('networkidle')
  expect(scripts).toEqual([])
})

test('the lite search finds, and keeps to the lite edition', async ({ page }) => {
  await page.goto('/lite/search')
  await page.getByRole('searchbox').fill('gauges')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/lite\/search\?q=gauges/)
  await expect(page.locator('mark').first()).toHaveText(/gauge/i)
})
