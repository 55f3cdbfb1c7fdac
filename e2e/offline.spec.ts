import { expect, test } from '@playwright/test'
import { awaken, PLACES } from './pages/places'

test('a reader without a network is told so where they are, and goes on when it is back', async ({ page, context }) => {
  await page.goto(PLACES['static page'])
  await awaken(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  const kept = () => page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())
  expect(await kept()).toEqual(['/offline'])

  // Read while there was a network, and still not kept: no reader gets yesterday's news as today's.
  await page.goto(PLACES.section)
  await context.setOffline(true)
  const answer = await page.goto(PLACES.section)
  expect(answer?.status()).toBe(503)
  await expect(page).toHaveURL(PLACES.section)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection just now')
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no connection just now')

  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('World')
  expect(await kept()).toEqual(['/offline'])
})

test('the back office and previews are left to the browser', async ({ page, context }) => {
  await page.goto(PLACES['static page'])
  await awaken(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await context.setOffline(true)
  for (const path of ['/admin', '/preview/link/x']) await expect(page.goto(path), path).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
})

test('the page for readers without a network stands alone and is listed nowhere', async ({ request }) => {
  const answer = await request.get('/offline')
  const html = await answer.text()
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
  expect(html).not.toMatch(/<(link|img|iframe)\b|<script[^>]*\ssrc=|url\(|@import/)
  expect(await (await request.get('/sitemaps/pages.xml')).text()).not.toContain('/offline')
  const worker = await request.get('/sw.js')
  expect(worker.headers()['content-type']).toMatch(/javascript/)
  expect(worker.headers()['cache-control']).toMatch(/max-age=0/)
})
