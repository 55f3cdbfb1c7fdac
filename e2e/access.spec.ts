import { expect, test } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'

const COLLECTIONS = ['stories', 'stories/versions', 'media', 'users', 'sections', 'topics', 'authors', 'pages', 'fronts', 'paths', 'preview-links']

test('nobody without an account reads anything through the back office’s doors', async ({ request }) => {
  const nobody = Newsroom.nobody(request)
  for (const collection of COLLECTIONS) expect((await nobody.ask('GET', `/${collection}`)).status, collection).toBe(403)
  for (const global of ['settings', 'breaking']) expect((await nobody.ask('GET', `/globals/${global}`)).status, global).toBe(403)
  expect((await nobody.ask('POST', '/stories', { headline: 'x' })).status).toBe(403)
  expect((await nobody.ask('POST', '/clock')).status).toBe(403)
  expect((await nobody.ask('POST', '/users/first-register', { email: 'a@b.example', password: 'longenough', name: 'x' })).status).toBe(403)
})

test('there is no GraphQL, for nobody and for no role, however it is asked', async ({ request }) => {
  const query = '{ Stories { docs { headline } } Users { docs { email } } }'
  const askers = [Newsroom.nobody(request), ...(await Promise.all((['reporter', 'editor', 'admin'] as const).map((role) => Newsroom.enter(request, role))))]
  for (const asker of askers) {
    for (const path of ['/graphql', '/graphql-playground']) {
      const answers = [await asker.ask('GET', path), await asker.ask('GET', `${path}?query=${encodeURIComponent(query)}`), await asker.ask('POST', path, { query }), await asker.ask('POST', `${path}?query=${encodeURIComponent(query)}`)]
      expect(answers.map(({ status }) => status), path).toEqual([404, 404, 404, 404])
      expect(JSON.stringify(answers)).not.toMatch(/headline|@meridian/)
    }
  }
})

test('nobody learns of a colleague’s account by a filter or an order', async ({ request }) => {
  const reporter = await Newsroom.enter(request, 'reporter')
  for (const question of ['where[createdBy.email][like]=e', 'draft=true&where[createdBy.email][like]=e', 'where[or][0][createdBy__email][like]=e', 'sort=createdBy.email', 'sort=-createdBy.hash']) {
    expect((await reporter.ask('GET', `/stories?${question}`)).status, question).toBe(400)
  }
  expect((await reporter.ask('GET', '/users?where[email][like]=editor')).body.totalDocs).toBe(0)
})

test('where no mail can bring a new password, nobody is sent to wait for one', async ({ page, request }) => {
  const { status, body } = await Newsroom.nobody(request).ask('POST', '/users/forgot-password', { email: 'editor@meridian.example' })
  expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('Ask an administrator')])
  await page.goto('/admin/login')
  await expect(page.getByText(/An administrator of the newsroom can set a new one/)).toBeVisible()
  await expect(page.getByRole('link', { name: /forgot/i })).toBeHidden()
})

test('a picture is served to readers, what is known about it is not', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const { filename } = await editor.find('media', 'where[mimeType][contains]=image')
  const file = await request.get(`/api/media/file/${String(filename)}`, { headers: { cookie: '' } })
  expect(file.status()).toBe(200)
  expect(file.headers()['cache-control']).toContain('immutable')
})

test('a picture with a page behind it is served as a picture, and nothing in it runs', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const { filename } = await editor.find('media', 'where[mimeType][equals]=image/jpeg')
  const picture = await (await request.get(`/api/media/file/${String(filename)}`)).body()
  const buffer = Buffer.concat([picture, Buffer.from('<html><script>alert(document.domain)</script>')])
  const made = await request.post('/api/media', {
    headers: { authorization: `JWT ${editor.token}`, cookie: '' },
    multipart: { file: { name: 'page.html', mimeType: 'text/html', buffer }, _payload: JSON.stringify({ alt: 'Not a page' }) },
  })
  expect(made.status(), await made.text()).toBe(201)
  const { doc } = (await made.json()) as { doc: { id: number; filename: string } }
  const file = await request.get(`/api/media/file/${doc.filename}`, { headers: { cookie: '' } })
  expect(file.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
  expect(file.headers()['content-security-policy']).toContain("default-src 'none'")
  await editor.ask('DELETE', `/media/${doc.id}`)
})

test('a reporter writes drafts of their own and never publishes', async ({ request }) => {
  const reporter = await Newsroom.enter(request, 'reporter')
  const editor = await Newsroom.enter(request, 'editor')
  const own = await reporter.draft(headlineFor('Reporter’s own'))
  await reporter.saveDraft(own.id, { kicker: 'Own' })
  expect((await reporter.ask('PATCH', `/stories/${own.id}`, { _status: 'published' })).status).toBe(403)
  expect((await reporter.ask('PATCH', `/stories/${own.id}?draft=true`, { _status: 'published' })).status).toBe(403)
  expect((await reporter.ask('POST', '/stories', { headline: 'x', _status: 'published' })).status).toBe(403)

  const others = await editor.draft(headlineFor('Editor’s'))
  expect((await reporter.ask('PATCH', `/stories/${others.id}?draft=true`, { headline: 'Taken' })).status).toBe(403)
  expect((await reporter.ask('DELETE', `/stories/${own.id}`)).status).toBe(403)
  expect((await reporter.ask('PATCH', '/globals/settings', {})).status).toBeGreaterThanOrEqual(403)

  // Its time is not a reporter's to set, in whatever form it is sent.
  await reporter.saveDraft(own.id, { scheduledFor: new Date().toISOString() })
  const { body } = await editor.ask('GET', `/stories/${own.id}?draft=true&depth=0`)
  expect(body.scheduledFor ?? null).toBeNull()

  await editor.publish(own.id)
  expect((await reporter.ask('PATCH', `/stories/${own.id}`, { _status: 'draft' })).status).toBe(403)
})

test('only an administrator makes accounts or changes roles', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const account = { name: 'New', email: `${Date.now()}@meridian.example`, password: 'a-long-password', role: 'administrator' }
  expect((await editor.ask('POST', '/users', account)).status).toBe(403)
  const { body } = await editor.ask('GET', '/users/me')
  const me = body.user as { id: number }
  await editor.ask('PATCH', `/users/${me.id}`, { role: 'administrator' })
  expect(((await editor.ask('GET', '/users/me')).body.user as { role: string }).role).toBe('editor')
  const admin = await Newsroom.enter(request, 'admin')
  expect((await admin.ask('POST', '/users', account)).status).toBe(201)
})

test('an upload of the wrong kind says what is allowed', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const response = await request.post('/api/media', {
    headers: { authorization: `JWT ${editor.token}`, cookie: '' },
    multipart: { file: { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') }, _payload: JSON.stringify({ alt: 'x' }) },
  })
  expect(response.status()).toBe(400)
  expect(await response.text()).toMatch(/JPEG|mime|type/i)
})
