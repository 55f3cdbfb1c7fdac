import { expect, test } from '@playwright/test'
import { awaken } from './pages/places'

test('the header tells the weather to one decimal, the condition, and when it was measured', async ({ page }) => {
  await page.goto('/latest')
  const header = page.getByRole('banner')
  await expect(header.getByText(/-?\d+\.\d\s?°C/)).toBeVisible()
  await expect(header.getByText(/sunny/i)).toBeVisible()
  await header.getByText('Islamabad').first().click()
  await expect(header.getByText(/as of/i)).toBeVisible()
})

test('a reader’s own city is kept in the browser', async ({ page }) => {
  await page.goto('/latest')
  await awaken(page)
  const header = page.getByRole('banner')
  await header.getByText('Islamabad').first().click()
  const before = await header.getByText(/°C/).first().innerText()
  await header.getByLabel('City').selectOption({ label: 'Karachi' })
  await expect(header.locator('summary').filter({ hasText: 'Karachi' })).toContainText('°C')
  await expect(header.getByText(/°C/).first()).not.toHaveText(before)
  await page.goto('/about')
  await awaken(page)
  await expect(header.locator('summary').filter({ hasText: 'Karachi' })).toContainText('°C')
  expect(await page.context().cookies()).toEqual([])
})

test('a city chosen before the scripts are there is kept, too', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/latest')
  const header = page.getByRole('banner')
  await header.getByText('Islamabad').first().click()
  await header.getByLabel('City').selectOption({ label: 'Karachi' })
  letThrough()
  await expect(header.locator('summary').filter({ hasText: 'Karachi' })).toContainText('°C')
})

test('the date is the newsroom’s and turns over at its midnight in an open tab', async ({ page }) => {
  const now = new Date()
  const long = (date: Date) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Karachi', weekday: 'long', day: 'numeric', month: 'long' }).format(date)
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(now)
  const midnight = new Date(new Date(`${parts}T00:00:00+05:00`).getTime() + 24 * 60 * 60 * 1000)
  await page.clock.install({ time: new Date(midnight.getTime() - 60_000) })
  await page.goto('/latest')
  const header = page.getByRole('banner')
  const day = (date: Date) => new RegExp(long(date).split(/[\s,]+/).join('[\\s,]+'))
  await expect(header.getByText(day(new Date(midnight.getTime() - 60_000)))).toBeVisible()
  await page.clock.runFor(150_000)
  await expect(header.getByText(day(new Date(midnight.getTime() + 60_000)))).toBeVisible()
})

test('a page kept from yesterday shows today before the reader has done anything', async ({ page }) => {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000)
  await page.clock.setFixedTime(tomorrow)
  await page.goto('/latest')
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(tomorrow)
  await expect(page.getByRole('banner').locator('time').first()).toHaveAttribute('datetime', iso)
})

test('a page of today waits with its scripts', async ({ page }) => {
  await page.goto('/latest')
  await page.waitForTimeout(1_500)
  expect(await page.locator('script[src*="/_next/static/"]:not([nomodule])').count()).toBe(0)
})

test('weather three hours old is not shown', async ({ page }) => {
  await page.route('**/api/weather*', (route) => route.abort())
  await page.clock.install({ time: new Date(Date.now() + 3.5 * 60 * 60 * 1000) })
  await page.goto('/latest')
  await page.clock.runFor(61_000)
  await expect(page.getByRole('banner').getByText(/°C/)).toHaveCount(0)
})
