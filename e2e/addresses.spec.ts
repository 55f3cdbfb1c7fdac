import { expect, test } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'
import { read } from './pages/places'

const ANSWERS: [path: string, status: number, location?: string][] = [
  ['/no-such-thing', 404],
  ['/world/no-such-story', 404],
  ['/world/page/9999', 404],
  ['/world/page/0', 404],
  ['/world/page/01', 404],
  ['/latest/page/9999', 404],
  ['/archive/1999/01', 404],
  ['/archive/2026/13', 404],
  ['/archive/2026/02/31', 404],
  ['/author/nobody', 404],
  ['/story/1', 404],
  ['/front/home', 404],
  ['/missing/not-found', 404],
  ['/%', 400],
  ['/%E0%A4%A', 400],
  ['/a%00b', 400],
  ['/World', 301, '/world'],
  ['/world/', 301, '/world'],
  // Next itself joins double slashes, with its own kind of permanent redirect.
  ['/world//south-asia', 308, '/world/south-asia'],
  ['/world/page/1', 301, '/world'],
  ['/WORLD/?a=1', 301, '/world'],
  ['/world?utm_source=letter&fbclid=1', 301, '/world'],
  ['/search?q=rivers&utm_source=letter', 301, '/search?q=rivers'],
  ['/Search/?q=rivers', 301, '/search?q=rivers'],
  ['/feed.xml?x=1', 301, '/feed.xml'],
  ['/security.txt', 301, '/.well-known/security.txt'],
  ['/no-such-thing?a=1', 404],
  ['/preview/link/forged', 403],
  ['/api/weather?city=nowhere', 404],
]

for (const [path, status, location] of ANSWERS) {
  test(`${path} answers ${status}`, async ({ request }) => {
    const answer = await read(request, path)
    expect(answer.status).toBe(status)
    if (location !== undefined) expect(answer.location).toMatch(new RegExp(`${location.replace(/[?]/g, '\\?')}$`))
  })
}

for (const [path, words] of [
  ['/no-such-thing', 'There is nothing at this address'],
  ['/preview/link/forged', 'preview'],
] as const) {
  test(`${path} says so in plain HTML`, async ({ request }) => {
    const { html } = await read(request, path)
    expect(html).toContain(words)
    expect(html).toMatch(/<h1/)
  })
}

test('a changed slug, and a changed section, lead the old addresses to the new one in one step', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const draft = await editor.draft(headlineFor('Moving story'))
  const { id, slug } = await editor.publish(draft.id)
  const first = `/world/${String(slug)}`
  expect((await read(request, first)).status).toBe(200)

  await editor.publish(id, { slug: `${String(slug)}-again` })
  const second = `${first}-again`
  expect(await read(request, first)).toMatchObject({ status: 301, location: expect.stringMatching(new RegExp(`${second}$`)) })

  const culture = await editor.find('sections', 'where[slug][equals]=culture')
  await editor.publish(id, { section: culture.id })
  const third = `/culture/${String(slug)}-again`
  for (const old of [first, second]) expect(await read(request, old)).toMatchObject({ status: 301, location: expect.stringMatching(new RegExp(`${third}$`)) })
  expect((await read(request, third)).status).toBe(200)

  await editor.publish(id, { slug, section: (await editor.find('sections', 'where[slug][equals]=world')).id })
  expect((await read(request, first)).status).toBe(200)
  expect(await read(request, third)).toMatchObject({ status: 301, location: expect.stringMatching(new RegExp(`${first}$`)) })
})

test('a missing address that is published answers 200 for the next reader', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Awaited story')
  const draft = await editor.draft(headline)
  const path = `/world/${String(draft.slug)}`
  expect((await read(request, path)).status).toBe(404)
  await editor.publish(draft.id)
  expect((await read(request, path)).html).toContain(headline)
})

test('an address of another story is refused with a sentence, and nothing is lost', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const one = await editor.publish((await editor.draft(headlineFor('First owner'))).id)
  const two = await editor.publish((await editor.draft(headlineFor('Second owner'))).id)
  const { status, body } = await editor.ask('PATCH', `/stories/${two.id}`, { slug: one.slug, _status: 'published' })
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain('already belongs')
  expect((await read(request, `/world/${String(two.slug)}`)).status).toBe(200)
})
