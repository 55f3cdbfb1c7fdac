import { expect, test } from '@playwright/test'
import { headlineFor, Newsroom } from './pages/newsroom'
import { read } from './pages/places'

test('a preview link opens the newest draft for someone without an account, until it is changed, or taken back', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('For counsel')
  const draft = await editor.draft(headline)
  const made = await editor.ask('POST', `/preview-links/of/${draft.id}`, { note: 'Counsel', hours: 24, frozen: false })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const link = made.body.link as { id: number; path: string }

  const opened = await read(request, link.path)
  expect(opened.status).toBe(200)
  expect(opened.html).toContain(headline)
  expect(opened.headers['cache-control']).toContain('no-store')
  expect(opened.headers['referrer-policy']).toBe('no-referrer')

  const newer = headlineFor('For counsel, newer')
  await editor.saveDraft(draft.id, { headline: newer })
  expect((await read(request, link.path)).html).toContain(newer)

  const last = link.path.at(-1)
  const changed = await read(request, link.path.slice(0, -1) + (last === 'A' ? 'B' : 'A'))
  expect(changed.status).toBe(403)
  expect(changed.html).not.toContain(newer)

  expect((await editor.ask('DELETE', `/preview-links/of/${draft.id}/${link.id}`)).status).toBe(204)
  const revoked = await read(request, link.path)
  expect(revoked.status).toBe(403)
  expect(revoked.html).toContain('withdrawn')
})

test('a frozen preview link shows what it showed when it was made', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Frozen')
  const draft = await editor.draft(headline)
  const { body } = await editor.ask('POST', `/preview-links/of/${draft.id}`, { note: 'Source', hours: 1, frozen: true })
  await editor.saveDraft(draft.id, { headline: 'Changed since' })
  const { html } = await read(request, (body.link as { path: string }).path)
  expect(html).toContain(headline)
  expect(html).not.toContain('Changed since')
})
