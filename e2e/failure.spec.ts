import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { readHead } from './pages/contract'
import { PLACES, read } from './pages/places'
import { copyDatabase, IS_SQLITE, startSite } from './pages/second-site'

test.describe('a site whose database has lost a table', () => {
  test.skip(!IS_SQLITE, 'the database is copied as a file')
  let site: Awaited<ReturnType<typeof startSite>>
  let folder: string

  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'dateline-broken-'))
    const database = path.join(folder, 'dateline.db')
    await copyDatabase(database)
    const broken = createClient({ url: `file:${database}` })
    await broken.execute('ALTER TABLE topics RENAME TO topics_lost')
    broken.close()
    site = await startSite({ offset: 6, database })
  })
  test.afterAll(async () => {
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const kind of ['topic', 'story'] as const) {
    test(`answers a ${kind} with 500, in plain words and kept by nobody`, async ({ page, request }) => {
      const { status, html, headers } = await read(request, site.url + PLACES[kind])
      expect(status).toBe(500)
      expect(html).not.toMatch(/SQLITE|no such table|node_modules|at \w+ \(/)
      expect(headers['cache-control']).toMatch(/no-store/)
      expect(readHead(html)).toMatchObject({ canonical: [], meta: { robots: ['noindex'] } })
      await page.goto(site.url + PLACES[kind])
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something broke on our side')
      await expect(page.getByRole('link', { name: 'Front page' })).toHaveAttribute('href', '/')
    })
  }

  test('goes on answering what it still can', async ({ request }) => {
    expect((await read(request, `${site.url}/robots.txt`)).status).toBe(200)
    expect((await read(request, `${site.url}/no-such-thing`)).status).toBe(404)
  })
})
