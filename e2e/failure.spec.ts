import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { readHead } from './pages/contract'
import { PLACES, read } from './pages/places'

const PORT = Number(process.env.E2E_PORT ?? 4310) + 6
const BROKEN = `http://localhost:${PORT}`

test.describe('a site whose database has lost a table', () => {
  test.skip(process.env.E2E_DATABASE_URL !== undefined, 'the database is copied as a file')
  let server: ChildProcess

  test.beforeAll(async () => {
    const home = path.resolve('.data/e2e')
    const copy = path.join(mkdtempSync(path.join(tmpdir(), 'dateline-broken-')), 'dateline.db')
    const whole = createClient({ url: `file:${path.join(home, 'dateline.db')}` })
    await whole.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    whole.close()
    const broken = createClient({ url: `file:${copy}` })
    await broken.execute('ALTER TABLE topics RENAME TO topics_lost')
    broken.close()
    const environment = { ...process.env, DATABASE_URL: `file:${copy}`, MEDIA_DIR: path.join(home, 'media'), SITE_URL: BROKEN, INDEXING: 'allow', WEATHER_URL: 'off', PAYLOAD_SECRET: 'a-secret-for-tests-only-0123456789abcdef', LOG_LEVEL: 'silent', PORT: String(PORT), NODE_ENV: 'production' as const }
    server = spawn(process.execPath, ['--conditions=production', '--no-deprecation', 'node_modules/next/dist/bin/next', 'start', '-p', String(PORT)], { env: environment, stdio: 'ignore' })
    await expect(async () => expect((await fetch(`${BROKEN}/api/health`)).status).toBeLessThan(600)).toPass({ timeout: 60_000 })
  })
  test.afterAll(() => {
    server?.kill('SIGTERM')
  })

  for (const kind of ['topic', 'story'] as const) {
    test(`answers a ${kind} with 500, in plain words and kept by nobody`, async ({ page, request }) => {
      const { status, html, headers } = await read(request, BROKEN + PLACES[kind])
      expect(status).toBe(500)
      expect(html).not.toMatch(/SQLITE|no such table|node_modules|at \w+ \(/)
      expect(headers['cache-control']).toMatch(/no-store/)
      expect(readHead(html)).toMatchObject({ canonical: [], meta: { robots: ['noindex'] } })
      await page.goto(BROKEN + PLACES[kind])
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something broke on our side')
      await expect(page.getByRole('link', { name: 'Front page' })).toHaveAttribute('href', '/')
    })
  }

  test('goes on answering what it still can', async ({ request }) => {
    expect((await read(request, `${BROKEN}/robots.txt`)).status).toBe(200)
    expect((await read(request, `${BROKEN}/no-such-thing`)).status).toBe(404)
  })
})
