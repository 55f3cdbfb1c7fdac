import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints, type Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'
import type { Note } from '../note'
import { fetchFiles, type FetchOptions } from './fetch-files'
import { folderSource } from './folder'
import { httpSource } from './http'
import { bomb, jpeg, mpeg4, pdf, signedPhoto, wav } from './testing/samples'
import { openOldSite, type OldSite } from './testing/old-site'

let payload: Payload
let old: OldSite
let site: string
let count = 0
const mediaDir = () => process.env.MEDIA_DIR!

beforeAll(async () => {
  payload = await openTestCms()
})
beforeEach(async () => {
  old = await openOldSite()
  site = `old-${(count += 1)}.example`
})
afterEach(async () => {
  await old.close()
  await sqlOf(payload).run(sql`DELETE FROM media`)
  for (const name of await readdir(mediaDir()).catch(() => [])) await rm(path.join(mediaDir(), name))
})

/** A media document without a file, and the books' word that one is wanted for it. */
async function want(key: string): Promise<number> {
  const db = sqlOf(payload)
  const [row] = await db.all<{ id: number }>(sql`INSERT INTO media (alt, caption) VALUES (${`Of ${key}`}, 'A caption') RETURNING id`)
  const url = /^https?:/.test(key) ? key : `https://${site}/wp-content/uploads/${key}`
  await db.run(sql`INSERT INTO import_files (source, key, media_id, url, state) VALUES (${site}, ${key}, ${row!.id}, ${url}, 'wanted')`)
  return Number(row!.id)
}

const quick = { pauseMs: 0, backOffMs: 1, connectMs: 2_000, idleMs: 2_000, tries: 2 }
const fetchAll = (options: FetchOptions = {}) => fetchFiles(payload, site, httpSource(old.address, quick), options)
const put = (key: string, route: Parameters<OldSite['routes']['set']>[1]) => old.routes.set(`/wp-content/uploads/${key}`, route)
const media = (id: number) => payload.findByID({ collection: 'media', id, depth: 0 })
const books = async () => Object.fromEntries((await sqlOf(payload).all<{ key: string; state: string; message: string | null }>(sql`SELECT key, state, message FROM import_files WHERE source = ${site}`)).map((row) => [row.key, row.message === null ? row.state : `${row.state}: ${row.message}`]))
const namesOnDisk = async () => (await readdir(mediaDir())).sort()
/** Names that media documents speak of. */
const namesInBooks = async () => (await sqlOf(payload).all<{ a: string; b: string | null }>(sql`SELECT filename AS a, sizes_thumbnail_filename AS b FROM media WHERE filename IS NOT NULL`)).flatMap(({ a, b }) => (b === null ? [a] : [a, b])).sort()

describe('a file of the old site', () => {
  it('is given to its document as an upload is', async () => {
    const bytes = await signedPhoto('webp')
    const id = await want('2019/05/Two boats.webp')
    put('2019/05/Two%20boats.webp', bytes)
    expect(await fetchAll()).toEqual({ of: 1, already: 0, here: 1, joined: 0, missing: 0, refused: 0, reasons: {}, unreachable: 0, bytes: bytes.length, stopped: null })

    const brought = await media(id)
    expect(brought).toMatchObject({ alt: 'Of 2019/05/Two boats.webp', caption: 'A caption', filename: 'Two-boats.webp', url: '/api/media/file/Two-boats.webp', mimeType: 'image/webp', filesize: bytes.length, width: 300, height: 400 })
    // With its maker's name inside, byte by byte.
    expect(bytes.equals(await readFile(path.join(mediaDir(), 'Two-boats.webp')))).toBe(true)
    const uploaded = await payload.create({ collection: 'media', data: { alt: 'Uploaded' }, file: { name: 'uploaded.webp', data: bytes, mimetype: 'image/webp', size: bytes.length } })
    const without = (doc: typeof brought) => JSON.parse(JSON.stringify(doc).replaceAll('Two-boats', 'x').replaceAll('uploaded', 'x')) as typeof brought
    const { sizes, thumbnailURL, width, height, filesize } = without(uploaded)
    expect(without(brought)).toMatchObject({ sizes, thumbnailURL, width, height, filesize })
    expect(await namesOnDisk()).toEqual(await namesInBooks())
  })

  it('is named and typed by what it holds, and never as another one', async () => {
    const keys = ['2019/05/photo.jpg', '2019/06/photo.jpg', '2019/06/photo.png', '2020/06/PHOTO.JPG', 'photo.jpg', 'photo-320x214.webp', '2019/05/chart.png', '2019/05/.hidden', '2019/05/नमस्ते.jpg', '2019/05/con.jpg']
    const ids = new Map<string, number>()
    for (const [i, key] of keys.entries()) {
      ids.set(key, await want(key))
      put(encodeURI(key), await jpeg(i + 1))
    }
    const notes: string[] = []
    expect(await fetchAll({ note: (file, note) => notes.push(`${file.key} ${note.code}`) })).toMatchObject({ here: keys.length })
    const names = await Promise.all([...ids.values()].map(async (id) => (await media(id)).filename!))
    expect(new Set(names.map((name) => name.replace(/\.\w+$/, ''))).size).toBe(keys.length)
    expect(names.every((name) => name.endsWith('.jpg') && !name.startsWith('.'))).toBe(true)
    expect(names).toContain('नमस्ते.jpg')
    expect(names).toContain('file-con.jpg')
    expect(notes.sort()).toEqual(['2019/05/chart.png file-ending', '2019/06/photo.png file-ending', 'photo-320x214.webp file-ending'])
    for (const [i, id] of [...ids.values()].entries()) expect((await jpeg(i + 1)).equals(await readFile(path.join(mediaDir(), names[i]!))), String(id)).toBe(true)
    expect(await namesOnDisk()).toEqual(await namesInBooks())
  })

  it('may be a document, a sound, or a film larger than an editor may upload', async () => {
    const talk = wav(30 * 1024 * 1024)
    const ids = [await want('2019/05/report.pdf'), await want('2019/05/talk.wav'), await want('2019/05/film.m4v'), await want('2019/05/song.m4a')]
    put('2019/05/report.pdf', pdf('Words'))
    put('2019/05/talk.wav', talk)
    put('2019/05/film.m4v', mpeg4('M4V '))
    put('2019/05/song.m4a', mpeg4('M4A '))
    expect(await fetchAll()).toMatchObject({ here: 4 })
    expect((await Promise.all(ids.map(media))).map(({ filename, mimeType }) => `${filename} ${mimeType}`)).toEqual(['report.pdf application/pdf', 'talk.wav audio/wav', 'film.mp4 video/mp4', 'song.m4a audio/mp4'])
    const response = await handleEndpoints({ config: payload.config, request: new Request('http://localhost/api/media/file/talk.wav', { headers: { range: `bytes=${talk.length - 10}-` } }) })
    expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes ${talk.length - 10}-${talk.length - 1}/${talk.length}`])
    await response.body?.cancel()
  })
})

describe('what does not come', () => {
  it('is told with its reason, and its document stays as it was', async () => {
    const photo = await jpeg(1)
    const wanted: Record<string, Parameters<typeof put>[1] | null> = {
      'gone.jpg': null,
      'busy.jpg': (response, times) => (times === 1 ? response.writeHead(429, { 'retry-after': '0' }).end() : response.writeHead(200).end(photo)),
      'broken.jpg': (response) => response.writeHead(500).end(),
      'login.jpg': Buffer.from('<!doctype html><title>Log in</title>'),
      'drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'shell.jpg': Buffer.from('<?php echo 1;'),
      'bomb.png': bomb(),
      'huge.jpg': Buffer.concat([photo, Buffer.alloc(200_000)]),
      'film.mov': mpeg4('qt  '),
      'cut.pdf': Buffer.from('%PDF-1.4\n and no end'),
      'away.jpg': (response) => response.writeHead(302, { location: 'https://elsewhere.example/x.jpg' }).end(),
    }
    const ids = new Map<string, number>()
    for (const [key, route] of Object.entries(wanted)) {
      ids.set(key, await want(key))
      if (route !== null) put(key, route)
    }
    await want('https://images.example/x.jpg')
    const notes: [string, Note][] = []
    const outcome = await fetchAll({ limits: { maxPictureBytes: 100_000 }, note: (file, note) => notes.push([file.key, note]) })
    expect(outcome).toEqual({ of: 12, already: 0, here: 1, joined: 0, missing: 1, refused: 9, unreachable: 1, bytes: photo.length, stopped: null, reasons: { html: 1, svg: 1, program: 1, 'too-many-pixels': 1, 'too-large': 1, type: 1, damaged: 1, 'other-host': 2 } })
    expect(await books()).toMatchObject({ 'busy.jpg': 'here', 'gone.jpg': 'missing: It is gone from the old site (404).', 'broken.jpg': 'wanted: The old site answered with 500.', 'login.jpg': 'refused: A web page came instead of the file.', 'cut.pdf': 'refused: It was refused: Invalid PDF file.' })
    expect(notes).toHaveLength(11)
    expect(notes.find(([key]) => key === 'gone.jpg')?.[1]).toEqual({ kind: 'dropped', code: 'file-missing', message: 'It is gone from the old site (404).', detail: `https://${site}/wp-content/uploads/gone.jpg` })
    expect(notes.find(([key]) => key === 'broken.jpg')?.[1]).toMatchObject({ kind: 'doubtful', code: 'file-status-500' })
    for (const key of ['gone.jpg', 'login.jpg', 'cut.pdf']) expect(await media(ids.get(key)!)).toMatchObject({ alt: `Of ${key}`, filename: null, mimeType: null })
    expect(await namesOnDisk()).toEqual(await namesInBooks())

    // What was put right since comes with the next run; nothing else changes.
    put('gone.jpg', await jpeg(2))
    put('broken.jpg', await jpeg(3))
    expect(await fetchAll({ limits: { maxPictureBytes: 100_000 } })).toMatchObject({ already: 1, here: 2, missing: 0, unreachable: 0, refused: 9 })
  })

  it('ends the run when nothing can be reached any more', async () => {
    for (let i = 0; i < 40; i += 1) await want(`2019/05/${i}.jpg`)
    await old.close()
    const outcome = await fetchAll()
    expect(outcome.stopped).toMatch(/2\d files in a row could not be fetched or stored\. The connection failed \(ECONNREFUSED\)/)
    expect(outcome.unreachable).toBeLessThan(30)
    expect(Object.values(await books()).every((state) => state.startsWith('wanted'))).toBe(true)
    old = await openOldSite()
  })

  it('is not brought back when its document was deleted here, nor put over an editor’s file', async () => {
    const gone = await want('gone.jpg')
    const own = await want('own.jpg')
    await payload.delete({ collection: 'media', id: gone })
    const theirs = await jpeg(5)
    await payload.update({ collection: 'media', id: own, data: {}, file: { name: 'theirs.jpg', data: theirs, mimetype: 'image/jpeg', size: theirs.length } })
    put('gone.jpg', await jpeg(1))
    put('own.jpg', await jpeg(2))
    expect(await fetchAll()).toMatchObject({ here: 0, already: 1, refused: 1, reasons: { 'no-document': 1 } })
    expect(await media(own)).toMatchObject({ filename: 'theirs.jpg' })
    expect(old.asked).toEqual([])
  })
})

describe('the same content', () => {
  it('is kept once, and the others’ documents are told of', async () => {
    const photo = await jpeg(1)
    const ids: number[] = []
    for (const key of ['2019/05/a.jpg', '2019/06/a.jpg', '2020/01/b.jpg', '2020/02/c.jpg']) {
      ids.push(await want(key))
      put(key, photo)
    }
    const joined = new Map<number, number>()
    expect(await fetchAll({ joined: (from, to) => void joined.set(from, to) })).toMatchObject({ here: 1, joined: 3 })
    const [kept] = ids.filter((id) => !joined.has(id))
    expect([...joined.values()]).toEqual([kept, kept, kept])
    expect(await namesOnDisk()).toHaveLength(2)
    const rows = await sqlOf(payload).all<{ media_id: number; state: string }>(sql`SELECT DISTINCT media_id, state FROM import_files WHERE source = ${site}`)
    expect(rows.map((row) => [Number(row.media_id), row.state])).toEqual([[kept, 'here']])
    // One that comes with a later export too.
    const later = await want('2021/01/d.jpg')
    put('2021/01/d.jpg', photo)
    expect(await fetchAll({ joined: (from, to) => void joined.set(from, to) })).toMatchObject({ already: 4, joined: 1 })
    expect(joined.get(later)).toBe(kept)
  })

  it('of another site’s file is not joined', async () => {
    await want('a.jpg')
    put('a.jpg', await jpeg(1))
    await fetchAll()
    site = `another-${site}`
    await want('a.jpg')
    expect(await fetchAll()).toMatchObject({ here: 1, joined: 0 })
  })
})

describe('a run that ends early', () => {
  const KEYS = Array.from({ length: 24 }, (_, i) => `2019/05/${String(i).padStart(2, '0')}.jpg`)
  const wantAll = async () => {
    // Every third holds the same as another.
    for (const [i, key] of KEYS.entries()) {
      await want(key)
      put(key, await jpeg(i % 3 === 0 ? i : 100 + (i % 8)))
    }
  }
  const different = new Set(KEYS.map((_, i) => (i % 3 === 0 ? i : 100 + (i % 8)))).size

  it('and one after it are as one run, wherever it was stopped', async () => {
    await wantAll()
    let runs = 0
    let brought = 0
    for (let outcome = null; outcome?.stopped !== null; runs += 1) {
      const stop = new AbortController()
      let left = 3 + runs
      outcome = await fetchAll({ signal: stop.signal, progress: () => (left -= 1) === 0 && stop.abort() })
      brought += outcome.here + outcome.joined
      if (outcome.stopped !== null) expect(outcome.stopped).toBe('It was told to stop.')
    }
    expect(runs).toBeGreaterThan(2)
    expect(brought).toBe(KEYS.length)
    expect(await namesOnDisk()).toEqual(await namesInBooks())
    expect(await namesOnDisk()).toHaveLength(different * 2)
    // No more than those in flight are asked for again.
    expect(old.asked.length).toBeLessThanOrEqual(KEYS.length + 4 * runs)
    expect(old.most()).toBeLessThanOrEqual(4)

    const before = old.asked.length
    expect(await fetchAll()).toMatchObject({ already: KEYS.length, here: 0, joined: 0 })
    expect(old.asked).toHaveLength(before)
  })

  it('by being killed leaves nothing half done', async () => {
    await wantAll()
    const script = path.resolve(import.meta.dirname, 'testing/run-in-child.mts')
    for (const after of [1, 9]) {
      const child = spawn(process.execPath, ['--conditions=production', '--no-deprecation', '--import', 'tsx', script, site, old.address], { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = await new Promise((resolve) => {
        child.stdout.on('data', (text: Buffer) => text.toString().split('\n').some((line) => Number(line) >= after) && child.kill('SIGKILL'))
        child.on('exit', (_, by) => resolve(by))
      })
      expect(ended).toBe('SIGKILL')
    }
    // As if it had been killed between two steps: a name is claimed, and half a picture stands there.
    const [half] = await sqlOf(payload).all<{ id: number }>(sql`SELECT media_id AS id FROM import_files WHERE source = ${site} AND state = 'wanted' LIMIT 1`)
    expect(half).toBeDefined()
    await sqlOf(payload).run(sql`UPDATE media SET filename = 'half.jpg', mime_type = NULL WHERE id = ${half!.id}`)
    for (const name of ['half.jpg', 'half-320x214.webp']) await writeFile(path.join(mediaDir(), name), 'half')

    const outcome = await fetchAll()
    expect(outcome.here + outcome.joined + outcome.already).toBe(KEYS.length)
    expect(await namesOnDisk()).toEqual(await namesInBooks())
    expect(await namesOnDisk()).toHaveLength(different * 2)
    expect(new Set(Object.values(await books()))).toEqual(new Set(['here']))
  }, 300_000)
})

it('a folder gives the same as an address', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-uploads-'))
  await mkdir(path.join(folder, 'wp-content/uploads/2019/05'), { recursive: true })
  await writeFile(path.join(folder, 'wp-content/uploads/2019/05/Caf\u0065\u0301.JPG'), await jpeg(1))
  const id = await want('2019/05/caf\u00e9.jpg')
  const lost = await want('2019/05/lost.jpg')
  const steps: number[][] = []
  expect(await fetchFiles(payload, site, await folderSource(folder), { progress: (...step) => steps.push(step) })).toMatchObject({ here: 1, missing: 1 })
  expect(await media(id)).toMatchObject({ filename: 'caf\u00e9.jpg', width: 400 })
  expect(await media(lost)).toMatchObject({ filename: null })
  expect(steps.at(-1)!.slice(0, 3)).toEqual([2, 2, (await jpeg(1)).length])
  // The operator's own copy is only read.
  expect((await jpeg(1)).equals(await readFile(path.join(folder, 'wp-content/uploads/2019/05/Caf\u0065\u0301.JPG')))).toBe(true)
  await rm(folder, { recursive: true })
})
