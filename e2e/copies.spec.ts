import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { readHead } from './pages/contract'
import { PLACES, read } from './pages/places'

const PORT = Number(process.env.E2E_PORT ?? 4310) + 5
const COPY = `http://localhost:${PORT}`
const SITE_URL = 'https://staging.meridian.news'

test.describe('a copy of the site that is not to be listed', () => {
  let server: ChildProcess

  test.beforeAll(async () => {
    const home = path.resolve('.data/e2e')
    const environment = { ...process.env, DATABASE_URL: process.env.E2E_DATABASE_URL ?? `file:${path.join(home, 'dateline.db')}`, MEDIA_DIR: path.join(home, 'media'), SITE_URL, INDEXING: 'deny', WEATHER_URL: 'off', PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef', LOG_LEVEL: 'warn', PORT: String(PORT), NODE_ENV: 'production' as const }
    server = spawn(process.execPath, ['--conditions=production', '--no-deprecation', 'node_modules/next/dist/bin/next', 'start', '-p', String(PORT)], { env: environment, stdio: 'inherit' })
    await expect(async () => expect((await fetch(`${COPY}/api/health`)).status).toBe(200)).toPass({ timeout: 60_000 })
  })
  test.afterAll(() => {
    server.kill('SIGTERM')
  })

  for (const address of [PLACES.home, PLACES.story, PLACES.search, '/no-such-thing', '/feed.xml', '/news-sitemap.xml', '/llms.txt', '/World']) {
    test(`says so at ${address}`, async ({ request }) => {
      const answer = await read(request, COPY + address)
      expect(answer.headers['x-robots-tag']).toBe('noindex, nofollow')
    })
  }

  test('says so in its pages, can be read all the same, and lists no sitemap', async ({ request }) => {
    const { html } = await read(request, COPY + PLACES.story)
    expect(readHead(html).meta['robots']).toEqual(['noindex, nofollow'])
    const robots = (await read(request, `${COPY}/robots.txt`)).html
    expect(robots).not.toContain('Sitemap')
    expect(robots).not.toMatch(/Disallow: \/$/m)
  })

  test('under a name of its own it is where it says it is, and can be preferred on Google', async ({ request }) => {
    const { html } = await read(request, COPY + PLACES.story)
    expect(readHead(html).canonical).toEqual([SITE_URL + PLACES.story])
    expect(html).toContain('https://www.google.com/preferences/source?q=staging.meridian.news')
  })
})
