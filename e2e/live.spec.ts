import { expect, test } from '@playwright/test'
import { bodyOf, headlineFor, Newsroom } from './pages/newsroom'
import { awaken, LIVE_STORY } from './pages/places'

test('a live story that has ended reads from the newest entry down, with its moments above', async ({ page }) => {
  await page.goto(LIVE_STORY)
  await expect(page.getByText('As it happened')).toBeVisible()
  const entries = page.getByRole('region', { name: 'Entries, newest first' }).getByRole('article')
  await expect(entries).toHaveCount(9)
  await expect(entries.first().getByRole('heading')).toHaveText('Below the mark')
  await expect(entries.last().getByRole('heading')).toHaveText('The first siren')
  const moments = page.getByRole('navigation', { name: 'Key moments' }).getByRole('link')
  await expect(moments).toHaveText(['Below the mark', 'It has turned', 'The first siren'])
  await moments.nth(2).click()
  await expect(page).toHaveURL(/#post-[\w-]+$/)
  await expect(entries.last()).toBeInViewport()
})

test('a reader who stays with a running story is offered what is new, and the page does not move by itself', async ({ page, request }) => {
  test.setTimeout(90_000)
  const editor = await Newsroom.enter(request, 'editor')
  const entry = (headline: string, minute: number) => ({ headline, at: new Date(Date.now() - (30 - minute) * 60_000).toISOString(), body: bodyOf(`Words of ${headline}.`) })
  const story = await editor.publish((await editor.draft(headlineFor('As it happens'), { kind: 'live', livePosts: [entry('It begins', 1)] })).id)
  await page.goto(`/world/${String(story.slug)}`)
  await expect(page.getByText('Last entry')).toBeVisible()
  await awaken(page)

  const posts = story.livePosts as object[]
  await editor.publish(story.id, { livePosts: [...posts, entry('It goes on', 2)] })
  await page.clock.install()
  await expect(async () => {
    await page.clock.runFor(31_000)
    await expect(page.getByRole('button', { name: 'One new entry' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 45_000 })
  await expect(page.getByRole('heading', { name: 'It goes on' })).toHaveCount(0)
  await page.getByRole('button', { name: 'One new entry' }).click()
  await expect(page.getByRole('heading', { name: 'It goes on' })).toBeVisible()
})

test('nobody is told how a story goes on that is not live', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const plain = await editor.publish((await editor.draft(headlineFor('Not live'))).id)
  const draft = await editor.draft(headlineFor('Not published'), { kind: 'live' })
  for (const id of [plain.id, draft.id, 'x', 0]) expect((await request.get(`/api/live/${id}`)).status()).toBe(404)
})
