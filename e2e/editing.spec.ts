import { expect, test } from '@playwright/test'
import { BackOffice } from './pages/back-office'
import { headlineFor, Newsroom } from './pages/newsroom'
import { read } from './pages/places'

test('an editor changes a draft, it saves itself, is published, and the receipt says it is live', async ({ page, request }) => {
  test.setTimeout(120_000)
  const newsroom = await Newsroom.enter(request, 'editor')
  const draft = await newsroom.draft(headlineFor('Written by hand'))
  const office = new BackOffice(page)
  await office.logIn('editor')
  await expect(page.getByText(/clock/i).first()).toBeVisible()
  await office.openStory(draft.id)
  const headline = headlineFor('Finished by hand')
  await office.writeHeadline(headline)
  await office.publish()
  const { body } = await newsroom.ask('GET', `/stories/${draft.id}?depth=0`)
  expect(body).toMatchObject({ headline, _status: 'published' })
  expect((await read(request, `/world/${String(body.slug)}`)).html).toContain(headline)
  await office.openTab('Publication')
  await expect(page.getByText(/live on (\d+) of \1 surfaces/i).first()).toBeVisible({ timeout: 30_000 })
})

test('a draft opens on the real page, under a bar that says so', async ({ page, request }) => {
  const newsroom = await Newsroom.enter(request, 'editor')
  const headline = headlineFor('Previewed')
  const draft = await newsroom.draft(headline)
  const office = new BackOffice(page)
  await office.logIn('editor')
  const response = await page.goto(`/preview/story/${draft.id}`)
  expect(response?.headers()['cache-control']).toContain('no-store')
  expect(response?.headers()['x-robots-tag']).toContain('noindex')
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expect(page.getByText(/draft/i).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /leave|editor|back/i }).first()).toBeVisible()
})

test('nobody opens a preview without an account or a link', async ({ page, request }) => {
  const newsroom = await Newsroom.enter(request, 'editor')
  const draft = await newsroom.draft(headlineFor('Unseen'))
  await page.goto(`/preview/story/${draft.id}`)
  await expect(page).toHaveURL(/\/admin\/login/)
})
