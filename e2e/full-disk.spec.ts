import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type APIRequestContext } from '@playwright/test'
import { bodyOf, headlineFor, Newsroom } from './pages/newsroom'
import { PLACES, read } from './pages/places'
import { copyDatabase, IS_SQLITE, startSite } from './pages/second-site'

const MB = 1024 * 1024

test.describe('a site whose disk is full', () => {
  test.describe.configure({ mode: 'serial' })
  let site: Awaited<ReturnType<typeof startSite>>
  let disk: string
  let media: string
  let isMounted = false

  /** Fills the disk to its last byte, or makes room again. */
  const fill = () => {
    const { bavail, bsize } = statfsSync(disk)
    try {
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize))
    } catch (error) {
      // The site has written something meanwhile: full all the same.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  const makeRoom = () => rmSync(path.join(disk, 'filler'))

  test.beforeAll(async () => {
    disk = mkdtempSync(path.join(tmpdir(), 'dateline-full-'))
    media = path.join(disk, 'media')
    isMounted = IS_SQLITE && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]).status === 0
    test.skip(!isMounted, 'needs SQLite, and the right to mount a small disk')
    await copyDatabase(path.join(disk, 'dateline.db'))
    mkdirSync(media)
    for (const file of readdirSync('.data/e2e/media').slice(0, 20)) copyFileSync(path.join('.data/e2e/media', file), path.join(media, file))
    site = await startSite({ offset: 8, database: path.join(disk, 'dateline.db'), environment: { MEDIA_DIR: media } })
  })
  test.afterAll(async () => {
    await site?.stop()
    if (isMounted) spawnSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })

  const newsroom = async (request: APIRequestContext) => {
    const entered = await Newsroom.enter(request, 'editor')
    const headers = { authorization: `JWT ${entered.token}`, cookie: '' }
    const ask = async (method: string, at: string, data?: unknown) => {
      const response = await request.fetch(`${site.url}/api${at}`, { method, data, headers })
      return { status: response.status(), body: (await response.json()) as { errors?: { message: string }[]; doc?: { id: number; headline: string }; docs?: unknown[]; totalDocs?: number } }
    }
    const upload = async (name: string, buffer: Buffer) => {
      const response = await request.post(`${site.url}/api/media`, { headers, multipart: { file: { name, mimeType: 'image/png', buffer }, _payload: JSON.stringify({ alt: 'A picture', credit: 'The newsroom' }) } })
      return { status: response.status(), text: await response.text() }
    }
    return { ask, upload }
  }

  test('readers read on, saving is refused with what to do, and afterwards everything works as before', async ({ request }) => {
    const { ask } = await newsroom(request)
    const headline = headlineFor('Before the disk was full')
    const made = await ask('POST', '/stories?draft=true&depth=0', { headline, _status: 'draft' })
    expect(made.status).toBe(201)
    const id = made.body.doc!.id

    fill()
    // The database has some room of its own yet.
    let refused: Awaited<ReturnType<typeof ask>> | null = null
    for (let i = 0; i < 50 && refused === null; i++) {
      const answer = await ask('PATCH', `/stories/${id}?draft=true&depth=0`, { headline: `${headline}, ${i}`, body: bodyOf('Words and more words. '.repeat(20_000)), _status: 'draft' })
      if (answer.status !== 200) refused = answer
    }
    expect([refused?.status, refused?.body.errors?.[0]?.message]).toEqual([507, expect.stringContaining('disk of the site is full')])
    for (const place of [PLACES.home, PLACES.section, PLACES.story, PLACES.topic, '/feed.xml', '/sitemap.xml']) expect((await read(request, site.url + place)).status, place).toBe(200)
    const health = (await (await request.get(`${site.url}/api/health`)).json()) as { ok: boolean; disks: { name: string; ok: boolean; problem: string | null }[] }
    expect(health.ok).toBe(true)
    expect(health.disks).toEqual([expect.objectContaining({ name: 'database', ok: false }), expect.objectContaining({ name: 'media', ok: false })])
    expect(health.disks[0]!.problem).toContain('Make room')

    makeRoom()
    const saved = await ask('PATCH', `/stories/${id}?draft=true&depth=0`, { headline: `${headline}, afterwards`, _status: 'draft' })
    expect([saved.status, saved.body.doc?.headline]).toEqual([200, `${headline}, afterwards`])
  })

  test('an upload is refused with what to do, and makes no picture that has no file', async ({ request }) => {
    const { ask, upload } = await newsroom(request)
    const sharp = (await import('sharp')).default
    const picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#888' } }).png().toBuffer()
    expect(picture.length).toBeGreaterThan(MB)
    const count = async () => (await ask('GET', '/media?limit=1&depth=0')).body.totalDocs
    const before = await count()
    fill()
    const { status, text } = await upload('too-large-for-here.png', picture)
    makeRoom()
    expect(status, text).toBe(507)
    expect(text).toContain('disk of the site is full')
    expect(await count()).toBe(before)
    const again = await upload('too-large-for-here.png', picture)
    expect(again.status, again.text).toBe(201)
    const { doc } = JSON.parse(again.text) as { doc: { url: string; filesize: number } }
    expect((await (await request.get(site.url + doc.url)).body()).length).toBe(doc.filesize)
  })
})
