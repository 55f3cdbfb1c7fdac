import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Request } from '@playwright/test'
import { awaken, liteOf, PLACES } from './pages/places'

const KB = 1024

test('the story page keeps its byte budget and asks nobody else', async ({ page }) => {
  const asked = new Set<Request>()
  const come = new Set<Request>()
  const failed = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => come.add(request))
  page.on('requestfailed', (request) => failed.add(request))
  const everythingHasCome = () => expect.poll(() => asked.size - come.size - failed.size, { message: 'requests under way', timeout: 15_000 }).toBe(0)
  // Weighed here and not as they come: a page sends until it is closed, and what it sent last is weighed by nobody.
  async function weigh(kind: string) {
    const sizes = await Promise.all([...come].filter((request) => request.resourceType() === kind).map((request) => request.sizes()))
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  }
  await page.goto(PLACES.story)
  await page.waitForLoadState('networkidle')
  await everythingHasCome()
  expect(await weigh('script'), 'before the reader does anything').toBe(0)
  expect(await weigh('document')).toBeLessThanOrEqual(20 * KB)
  expect(await weigh('stylesheet')).toBeLessThanOrEqual(12 * KB)
  const fonts = await weigh('font')
  expect(fonts).toBeGreaterThan(10 * KB)
  expect(fonts).toBeLessThanOrEqual(56 * KB)
  // Awake is a page whose scripts have run; that the last of them has come is told a moment later.
  await awaken(page)
  await everythingHasCome()
  expect([...asked].map((request) => request.url()).filter((url) => !url.startsWith('http://localhost'))).toEqual([])
  const scripts = await weigh('script')
  expect(scripts).toBeGreaterThan(10 * KB)
  expect(scripts).toBeLessThanOrEqual(170 * KB)
})

test('the server’s HTML holds the whole story', async ({ request }) => {
  const html = await (await request.get(PLACES.story)).text()
  const article = html.slice(html.indexOf('<article'), html.indexOf('</article>')).replace(/<[^>]+>/g, ' ')
  expect(article.split(/\s+/).length).toBeGreaterThan(1000)
})

for (const path of [PLACES.home, PLACES.section, PLACES.story]) {
  test(`nothing on ${path} moves by itself`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
          if (!entry.hadRecentInput) (window as unknown as { shift: number }).shift += entry.value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.01)
  })
}

const lite = Object.fromEntries((['home', 'story', 'section', 'search', 'archive'] as const).map((kind) => [`lite ${kind}`, liteOf(PLACES[kind])]))

for (const [kind, path] of Object.entries({ ...PLACES, 'not found': '/no-such-thing', ...lite })) {
  test(`axe finds nothing on ${kind}, light or dark, and it scrolls sideways at no width`, async ({ page }) => {
    await page.goto(path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), colorScheme).toEqual([])
    }
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${width} px`).toBeLessThanOrEqual(0)
    }
  })
}

test('a headline with a very long word stays within a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  for (const path of [PLACES.home, PLACES.section, PLACES.story, PLACES.latest]) {
    await page.goto(path)
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main h1, main .card-link')].filter((headline) => {
        const before = headline.innerHTML
        headline.textContent = 'Donaudampfschifffahrtsgesellschaftskapitän'
        const isWide = document.documentElement.scrollWidth > window.innerWidth
        headline.innerHTML = before
        return isWide
      }).map((headline) => headline.outerHTML.slice(0, 160)),
    )
    expect(wide, path).toEqual([])
  }
})

test('a page asked for again comes from the cache, and no cache on the way may keep it unasked', async ({ request }) => {
  // Another test may be changing the masthead, which stands on every page.
  await expect.poll(async () => (await request.get('/about')).headers()['x-nextjs-cache'], { timeout: 20_000 }).toBe('HIT')
  const headers = (await request.get('/about')).headers()
  expect(headers['cache-control']).toContain('max-age=0')
  expect(headers['critical-ch']).toBeUndefined()
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
})

test('a preview link’s refusal is private and never indexed', async ({ request }) => {
  const headers = (await request.get('/preview/link/forged')).headers()
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(headers['referrer-policy']).toBe('no-referrer')
})
