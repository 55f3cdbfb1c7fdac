import { expect, test, type Page } from '@playwright/test'
import { BackOffice } from './pages/back-office'
import { headlineFor, Newsroom } from './pages/newsroom'
import { awaken, PLACES } from './pages/places'

/** Everything that a page's policy has refused, as the browser tells it. */
async function listenForRefusals(page: Page): Promise<string[]> {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|content-security-policy/i.test(message.text())) refused.push(message.text())
  })
  return refused
}

for (const [kind, path] of Object.entries({ ...PLACES, 'not found': '/no-such-thing' })) {
  test(`the policy of ${kind} lets its own scripts run and no others`, async ({ page }) => {
    const refused = await listenForRefusals(page)
    const response = await page.goto(path)
    const policy = (await response!.headerValues('content-security-policy')).join(', ')
    const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? ''
    expect(scripts).toMatch(/'(sha256|nonce)-/)
    expect(scripts).not.toMatch(/unsafe|\*|http|data:/)
    await awaken(page)
    expect(refused).toEqual([])
    // Its scripts live: the switch of the scheme answers.
    await page.getByRole('button', { name: 'Switch between light and dark' }).first().click()
    expect(refused).toEqual([])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
    })
    expect(await page.title()).not.toBe('taken over')
    await expect.poll(() => refused.length).toBeGreaterThan(0)
  })
}

test('the first answer after a change has its policy, and is like those that follow', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const draft = await editor.draft(headlineFor('Policy at once'))
  const story = await editor.publish(draft.id)
  const first = await request.get(`/world/${String(story.slug)}`)
  expect(first.headers()['x-nextjs-cache']).not.toBe('HIT')
  expect(first.headers()['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
  expect(await first.text()).not.toMatch(/<script src="\/_next\/static\/[^>]*async=""/)
})

test('nobody brings a nonce of their own into a page that is kept', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const story = await editor.publish((await editor.draft(headlineFor('No nonce'))).id)
  const html = await (await request.get(`/world/${String(story.slug)}`, { headers: { 'content-security-policy': "script-src 'nonce-abcdefgh'" } })).text()
  expect(html).not.toContain('abcdefgh')
})

test('other answers say what they may do, too', async ({ request }) => {
  for (const path of ['/feed.xml', '/sitemap.xml', '/robots.txt', '/api/latest', '/_next/static/nothing.js']) {
    expect((await request.get(path)).headers()['content-security-policy'], path).toContain("default-src 'none'")
  }
  const headers = (await request.get('/')).headers()
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'cross-origin-opener-policy': 'same-origin', 'referrer-policy': 'strict-origin-when-cross-origin' })
  expect(headers['permissions-policy']).toContain('camera=()')
  // Only a site with TLS may promise it; this one has none.
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('an editor signs in, writes and publishes under the back office’s policy', async ({ page, request }) => {
  test.setTimeout(120_000)
  const refused = await listenForRefusals(page)
  const office = new BackOffice(page)
  await office.logIn('editor')
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Under the policy')
  const draft = await editor.draft(headline)
  const response = await page.goto(`/admin/collections/stories/${draft.id}`)
  expect((await response!.headerValues('content-security-policy')).join()).toMatch(/script-src 'self' 'nonce-/)
  await office.writeHeadline(`${headline} again`)
  await office.publish()
  await expect.poll(async () => (await editor.ask('GET', `/stories/${draft.id}?depth=0`)).body, { timeout: 30_000 }).toMatchObject({ _status: 'published', headline: `${headline} again` })
  await page.goto('/admin/speed')
  await expect(page.getByRole('heading', { name: 'Speed' })).toBeVisible()
  expect(refused).toEqual([])
})
