import { expect, test, type Page } from '@playwright/test'
import { awaken, LIVE_STORY, PLACES } from './pages/places'

/** Opens a page as it comes from the cache, and remembers what stands on it. */
async function open(page: Page, path: string): Promise<{ errors: string[] }> {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(path)
  await page.evaluate(() => Object.assign(window, { main: document.querySelector('main'), words: document.querySelector('main')!.innerText }))
  return { errors }
}

const standing = (page: Page) =>
  page.evaluate(() => {
    const { main, words } = window as unknown as { main: HTMLElement; words: string }
    return { sameMain: document.querySelector('main') === main, words: main.innerText, before: words }
  })

// What React is told leaves out whatever stands still (lib/page-cache/still.cjs): it must find nothing amiss.
for (const [kind, path] of Object.entries({ ...PLACES, 'live story': LIVE_STORY, 'not found': '/no-such-thing' })) {
  test(`${kind} wakes and stays as it was`, async ({ page }) => {
    const { errors } = await open(page, path)
    await awaken(page)
    const { sameMain, words, before } = await standing(page)
    expect(sameMain).toBe(true)
    // Lists of what is read and new may have gone on meanwhile.
    expect(words.length).toBeGreaterThan(before.length * 0.8)
    expect(words.slice(0, 200)).toBe(before.slice(0, 200))
    expect(errors.filter((error) => !error.includes('404 (Not Found)'))).toEqual([])
  })
}

test('a page wakes whichever of its scripts comes last', async ({ browser, request }) => {
  // A page is opened for each of some twenty scripts.
  test.setTimeout(240_000)
  const tried = new Set<string>()
  for (const path of [PLACES.story, PLACES['static page']]) {
    const html = await (await request.get(path)).text()
    const sources = JSON.parse(/\}\)\((\["\/_next[^\]]*\])\)<\/script>/.exec(html)![1]!) as string[]
    expect(sources.length).toBeGreaterThan(5)
    for (const source of sources.filter((source) => !tried.has(source))) {
      tried.add(source)
      const page = await browser.newPage()
      await page.route(`**${source}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700))
        await route.continue()
      })
      const { errors } = await open(page, path)
      await awaken(page)
      expect({ source, errors, ...(await standing(page)) }).toMatchObject({ errors: [], sameMain: true })
      await page.close()
    }
  }
})

test('a story’s words travel once', async ({ request }) => {
  const html = await (await request.get(PLACES.story)).text()
  const paragraphs = [...html.matchAll(/<p>([^<"&]{80,})<\/p>/g)].map(([, words]) => words!)
  expect(paragraphs.length).toBeGreaterThan(5)
  for (const words of paragraphs) expect(html.split(words.slice(0, 60)).length - 1, words).toBe(1)
})

test('a page put aside untouched fetches its scripts when the reader comes back to it', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto(PLACES.story)
  await page.waitForLoadState('networkidle')
  const turn = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await turn(true)
  await page.waitForTimeout(500)
  expect(scripts).toEqual([])
  await turn(false)
  await expect.poll(() => scripts.length).toBeGreaterThan(3)
})

test('words typed before a page’s scripts have come stay, and stories are offered for them', async ({ page }) => {
  // Scripts are slow to come: they are asked for when the reader touches the field, and are there when the words are.
  let letThrough = () => {}
  const door = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await door
    await route.continue()
  })
  await page.goto('/search')
  const field = page.getByRole('main').locator('input[name=q]')
  await field.click()
  await page.keyboard.type('river')
  letThrough()
  await page.waitForFunction(() => Object.keys(document.querySelector('main input[name=q]')!).some((key) => key.startsWith('__reactProps')))
  await expect(field).toHaveValue('river')
  await page.keyboard.type(' c')
  await expect(field).toHaveValue('river c')
  await expect(page.getByRole('listbox', { name: 'Suggested stories' }).getByRole('option').first()).toBeVisible()
})

test('a page that a translator has changed before its scripts came stays whole', async ({ page }) => {
  await open(page, PLACES.story)
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) if (walker.currentNode.textContent!.trim() !== '' && walker.currentNode.parentElement!.tagName !== 'SCRIPT') texts.push(walker.currentNode)
    for (const text of texts) {
      const font = document.createElement('font')
      font.textContent = `<${text.textContent}>`
      text.parentNode!.replaceChild(font, text)
    }
    document.querySelector('main > *')!.prepend(document.createElement('aside'))
    Object.assign(window, { words: document.querySelector('main')!.innerText })
  })
  await page.mouse.move(20, 20)
  await page.mouse.move(40, 60)
  await page.waitForFunction(() => document.querySelectorAll('script[src*="/_next/static/"]').length > 2)
  await page.waitForLoadState('networkidle')
  const { words, before } = await standing(page)
  expect(words).toBe(before)
})
