import { expect, test } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'
import { awaken, PLACES, read } from './pages/places'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [kind, path] of Object.entries(PLACES)) {
    test(`${kind} reads whole`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByRole('main')).toBeVisible()
      expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(80)
    })
  }

  test('a reader gets from home to a story and on to its section', async ({ page }) => {
    await page.goto('/')
    const headline = page.getByRole('main').locator('article a[href^="/"]').first()
    await headline.click()
    await expect(page.locator('article[data-revision]')).toBeAttached()
    await page.getByRole('navigation', { name: /breadcrumb/i }).getByRole('link').last().click()
    await expect(page).toHaveURL(/\/[a-z-]+$/)
  })

  test('a reader searches with the form', async ({ page }) => {
    await page.goto('/search')
    const field = page.getByRole('main').locator('input[name=q]')
    await field.fill('gauges')
    await field.press('Enter')
    await expect(page).toHaveURL(/q=gauges/)
    await expect(page.locator('mark').first()).toHaveText(/gauge/i)
  })

  test('results of a search begin on a phone’s first screen; section and days are a tap away, and on wide pages in sight', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/search?q=river')
    expect((await page.locator('main article').first().boundingBox())!.y).toBeLessThan(640)
    const section = page.getByRole('combobox', { name: 'Section' })
    await expect(section).toBeHidden()
    await page.getByText('Section and days').click()
    await section.selectOption('climate')
    await page.getByRole('button', { name: 'Search within these' }).click()
    await expect(page).toHaveURL(/section=climate/)
    // What a search is narrowed by is in sight.
    await expect(section).toHaveValue('climate')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/search?q=river')
    await expect(section).toBeVisible()
    await expect(page.getByText('Section and days')).toBeHidden()
  })

  test('a day that is none stays in its field, with what is wrong', async ({ page }) => {
    await page.goto('/search?q=gauges&from=2026-13-01')
    await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2026-13-01')
    await expect(page.getByText('“2026-13-01” is not a date')).toBeVisible()
  })
})

test('a story page holds everything a reader expects of it', async ({ page }) => {
  await page.goto(PLACES.story)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('River commission')
  await expect(main.getByRole('link', { name: 'Amna Rehmat' }).first()).toHaveAttribute('href', '/author/amna-rehmat')
  await expect(main.locator('time').first()).toHaveAttribute('datetime', /T/)
  await expect(main.getByText(/min(ute)?s? read|minutes/i).first()).toBeVisible()
  await expect(main.getByText('ISLAMABAD, (TM)')).toBeVisible()
  for (const widget of [/related news/i, /trending now/i, /latest news/i, /follow us/i]) {
    await expect(main.getByRole('heading', { name: widget }).first()).toBeAttached()
  }
  await expect(main.getByText('4,846')).toBeAttached()
  await expect(main.getByRole('link', { name: /whatsapp/i }).first()).toHaveAttribute('href', /^https:\/\/(api\.)?wa|whatsapp/)
})

test('related news never repeats itself nor names the story it stands beside', async ({ request }) => {
  const { html } = await read(request, PLACES.story)
  const related = html.slice(html.search(/Related News/i))
  const section = related.slice(0, related.indexOf('</section>'))
  const links = [...section.matchAll(/href="(\/[^"]+\/[^"]+)"/g)].map((match) => match[1]!).filter((path) => !path.startsWith('/author'))
  expect(links).not.toContain(PLACES.story)
  expect(links.length).toBeGreaterThan(1)
})

test('no story stands twice on the home page', async ({ request }) => {
  const { html } = await read(request, '/')
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  // Trending is a ranking of its own and may name a story that stands elsewhere.
  const headlines = [...main.matchAll(/class="[^"]*card-link[^"]*"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*class="[^"]*card-link/g)].map((match) => match[1] ?? match[2]!)
  const trending = new Set([...(/aria-label="Trending Now"[\s\S]*?<\/section>/.exec(main)?.[0] ?? '').matchAll(/href="([^"]+)"/g)].map((match) => match[1]!))
  const once = headlines.filter((path) => !trending.has(path))
  expect(headlines.length).toBeGreaterThan(20)
  expect(trending.size).toBeGreaterThan(3)
  expect(new Set(once).size).toBe(once.length)
})

test('an embed calls nobody before it is asked to', async ({ page, request }) => {
  const found = await request.get('/api/latest')
  expect(found.status()).toBe(200)
  const foreign: string[] = []
  page.on('request', (asked) => {
    if (!asked.url().startsWith('http://localhost') && !asked.url().startsWith('data:')) foreign.push(asked.url())
  })
  for (const path of Object.values(PLACES)) {
    await page.goto(path)
    await awaken(page)
  }
  expect(foreign).toEqual([])
})

test('reader pages hydrate without a warning or an error', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(String(error)))
  for (const path of Object.values(PLACES)) {
    await page.goto(path)
    await awaken(page)
  }
  expect(said).toEqual([])
})

test('a section goes on, page after page, with addresses a crawler can follow', async ({ request }) => {
  test.setTimeout(120_000)
  const editor = await Newsroom.enter(request, 'editor')
  const section = await editor.find('sections', 'where[slug][equals]=energy')
  for (let i = 0; i < 16; i++) await editor.publish((await editor.draft(headlineFor(`Energy ${i}`), { section: section.id })).id)
  const first = await read(request, '/economy/energy')
  expect(first.html).toContain('href="/economy/energy/page/2"')
  const second = await read(request, '/economy/energy/page/2')
  expect(second.status).toBe(200)
  expect(second.html).toContain('<link rel="canonical" href="http://localhost')
  expect(second.html).toMatch(/canonical" href="[^"]*\/economy\/energy\/page\/2"/)
  const stories = (html: string) => new Set([...html.slice(html.indexOf('<main'), html.indexOf('Trending Now')).matchAll(/href="(\/economy\/energy\/energy-[^"]+)"/g)].map((match) => match[1]!))
  expect([...stories(second.html)].filter((path) => stories(first.html).has(path))).toEqual([])
})
