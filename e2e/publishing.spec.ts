import { expect, test } from '@playwright/test'
import { bodyOf, headlineFor, Newsroom } from './pages/newsroom'
import { read } from './pages/places'

const SURFACES = (path: string, headline: string) => ['/', '/world', '/author/', '/topic/', '/latest', `/search?q=${encodeURIComponent(`"${headline}"`)}`, '/feed.xml', '/world/feed.xml', path]

async function publishEverywhere(editor: Newsroom, headline: string) {
  const topic = await editor.find('topics', 'where[slug][equals]=railways')
  const author = await editor.find('authors', 'where[slug][equals]=dilara-yusupova')
  const draft = await editor.draft(headline, { topics: [topic.id], authors: [author.id] })
  const story = await editor.publish(draft.id)
  const path = `/world/${String(story.slug)}`
  const places = SURFACES(path, headline).map((place) => (place === '/author/' ? '/author/dilara-yusupova' : place === '/topic/' ? '/topic/railways' : place))
  return { id: story.id, path, places }
}

test('a published story is on every surface for the next reader, and gone from each when withdrawn', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Published everywhere')
  // Every surface is cached first, so that only an expiry can make it new.
  for (const place of ['/', '/world', '/author/dilara-yusupova', '/topic/railways', '/latest', '/feed.xml', '/world/feed.xml']) await read(request, place)
  const { id, path, places } = await publishEverywhere(editor, headline)
  for (const place of places.filter((where) => !where.startsWith('/search'))) expect((await read(request, place)).html, place).toContain(headline)
  const search = places.find((where) => where.startsWith('/search'))!
  await expect.poll(async () => (await read(request, search)).html, { timeout: 5_000 }).toContain(path)

  const changed = `${headline} changed`
  await editor.publish(id, { headline: changed })
  for (const place of ['/', '/world', '/latest', '/feed.xml', path]) expect((await read(request, place)).html, place).toContain(changed)

  await editor.publish(id, { withdrawn: true, withdrawalReason: 'The figures in this story could not be confirmed.' })
  const gone = await read(request, path)
  expect(gone.status).toBe(410)
  expect(gone.html).toContain('The figures in this story could not be confirmed.')
  for (const place of places.filter((where) => where !== path && !where.startsWith('/search'))) expect((await read(request, place)).html, place).not.toContain(path)
  await expect.poll(async () => (await read(request, search)).html, { timeout: 5_000 }).not.toContain(path)
})

test('what somebody searches for is kept for nobody, in either edition', async ({ request }) => {
  for (const place of ['/search?q=gauges', '/lite/search?q=gauges', '/search', '/lite/search']) {
    for (let time = 0; time < 2; time++) expect((await read(request, place)).headers['x-nextjs-cache'], place).toBe('MISS')
  }
})

test('the receipt tells the editor that a story is live on every surface', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const { id } = await publishEverywhere(editor, headlineFor('Receipted'))
  await expect
    .poll(async () => {
      const { body } = await editor.ask('GET', `/receipt?story=${id}`)
      return body.total === body.live && Number(body.total) >= 8
    }, { timeout: 15_000 })
    .toBe(true)
  expect((await Newsroom.nobody(request).ask('GET', `/receipt?story=${id}`)).status).toBe(401)
})

test('a draft over a published story stays private on every surface', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Public words')
  const { id, path, places } = await publishEverywhere(editor, headline)
  await editor.saveDraft(id, { headline: 'SECRET WORDS', body: bodyOf('SECRET BODY') })
  for (const place of [...places, '/api/latest', '/api/suggest?q=SECRET']) {
    const { html } = await read(request, place)
    expect(html, place).not.toContain('SECRET')
  }
  expect((await read(request, path)).html).toContain(headline)
})

test('a scheduled story goes out by itself, once, and clears its schedule', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Scheduled')
  const draft = await editor.draft(headline, { scheduledFor: new Date(Date.now() + 6_000).toISOString() })
  const path = `/world/${String(draft.slug)}`
  expect((await read(request, path)).status).toBe(404)
  await expect.poll(async () => (await read(request, path)).status, { timeout: 25_000 }).toBe(200)
  await expect.poll(async () => (await read(request, '/')).html, { timeout: 3_000 }).toContain(headline)
  const { body } = await editor.ask('GET', `/stories/${draft.id}?depth=0`)
  expect(body).toMatchObject({ _status: 'published', scheduledFor: null, revision: 1 })
})

test('an embargoed story cannot be published early, and the answer says what to do', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const draft = await editor.draft(headlineFor('Embargoed'), { embargoedUntil: new Date(Date.now() + 3_600_000).toISOString() })
  const { status, body } = await editor.ask('PATCH', `/stories/${draft.id}`, { _status: 'published' })
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain('Publish at')
})

test('a correction stands on the story and on the corrections page', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const { id, path } = await publishEverywhere(editor, headlineFor('Corrected'))
  await read(request, '/corrections')
  const text = headlineFor('The river is 12 km long, not 21;')
  await editor.publish(id, { corrections: [{ kind: 'correction', at: new Date().toISOString(), text }] })
  expect((await read(request, path)).html).toContain(text)
  expect((await read(request, '/corrections')).html).toContain(text)
})

test('a lead without a picture leaves no hole: its words stand under its headline, other stories beside them', async ({ request, page }) => {
  const admin = await Newsroom.enter(request, 'admin')
  const section = await admin.find('sections', 'where[slug][equals]=climate')
  const headline = headlineFor('In words alone')
  const story = await admin.publish((await admin.draft(headline)).id)
  const { status, body } = await admin.ask('POST', '/fronts', { title: 'Climate', section: section.id, pins: [{ story: story.id }] })
  expect(status, JSON.stringify(body)).toBe(201)
  const front = (body.doc as { id: number }).id
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/climate')
  const lead = page.locator('.lead-grid')
  await expect(lead.getByRole('heading', { name: headline })).toBeVisible()
  const box = async (selector: string) => (await lead.locator(selector).first().boundingBox())!
  const [head, text, beside] = [await box('h2'), await box('.standfirst-l'), await box('.lead-beside')]
  expect(Math.abs(head.x - text.x)).toBeLessThanOrEqual(1)
  expect(text.y - (head.y + head.height)).toBeLessThan(40)
  expect(beside.x).toBeGreaterThan(head.x + head.width)
  expect(beside.y).toBeLessThan(text.y)
  await admin.ask('DELETE', `/fronts/${front}`)
})

test('a pinned story leads its front until its pin runs out', async ({ request }) => {
  const admin = await Newsroom.enter(request, 'admin')
  const section = await admin.find('sections', 'where[slug][equals]=culture')
  const headline = headlineFor('Pinned')
  const story = await admin.publish((await admin.draft(headline)).id)
  const { status, body } = await admin.ask('POST', '/fronts', { title: 'Culture', section: section.id, pins: [{ story: story.id, until: new Date(Date.now() + 4_000).toISOString() }] })
  expect(status, JSON.stringify(body)).toBe(201)
  // The newest stand beside every section, so it is the lead that counts.
  const lead = async () => {
    const { html } = await read(request, '/culture')
    return /<article[\s\S]*?<\/article>/.exec(html.slice(html.indexOf('<main')))?.[0] ?? ''
  }
  expect(await lead()).toContain(headline)
  await expect.poll(lead, { timeout: 20_000 }).not.toContain(headline)
  await admin.ask('DELETE', `/fronts/${String((body.doc as { id: number }).id)}`)
})

test('the breaking bar is on every page until it runs out', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const text = headlineFor('Breaking')
  await read(request, '/about')
  const { status } = await editor.ask('POST', '/globals/breaking', { active: true, label: 'Breaking', text, until: new Date(Date.now() + 5_000).toISOString() })
  expect(status).toBe(200)
  expect((await read(request, '/')).html).toContain(text)
  // Pages are made anew in their turn; another test's may be before it.
  await expect.poll(async () => (await read(request, '/about')).html).toContain(text)
  await expect.poll(async () => (await read(request, '/about')).html, { timeout: 20_000 }).not.toContain(text)
})
