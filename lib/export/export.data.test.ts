import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql, sqlOf } from '@/lib/cms/sql'
import { openTestCms } from '@/lib/cms/testing'
import type { ExportOptions } from './export'
import { manifestSchema, schemas, type Kind, type Manifest, type RecordOf } from './records/schemas'
import { CARRIED } from './testing/content-model'
import { fillSample, NOW, PASSWORD, type Sample } from './testing/newsroom'

const ORIGIN = 'https://meridian.example'
const folder = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'dateline-export-')), 'out')

let payload: Payload
let sample: Sample
let out: string
let manifest: Manifest

async function write(directory: string, more: Partial<ExportOptions> = {}): Promise<Manifest> {
  const { exportNewsroom } = await import('./export')
  return exportNewsroom(payload, { directory, overwrite: false, jsonl: true, wxr: true, media: true, mediaDir: process.env.MEDIA_DIR!, origin: ORIGIN, now: NOW, ...more })
}

const lines = <K extends Kind>(kind: K, from = out): RecordOf<K>[] => readFileSync(path.join(from, `${kind}.jsonl`), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as RecordOf<K>)
const story = (name: keyof Sample['stories']) => lines('stories').find(({ id }) => id === String(sample.stories[name]))!

beforeAll(async () => {
  payload = await openTestCms()
  sample = await fillSample(payload)
  out = folder()
  manifest = await write(out)
})

describe('JSON Lines', () => {
  it.each(Object.keys(schemas) as Kind[])('%s keep to the contract, are counted and summed', (kind) => {
    const records = lines(kind)
    for (const record of records) expect(schemas[kind].safeParse(record).error?.issues ?? []).toEqual([])
    const written = readFileSync(path.join(out, `${kind}.jsonl`))
    expect(manifest.counts[kind]).toBe(records.length)
    expect(manifest.files.find(({ file }) => file === `${kind}.jsonl`)).toEqual({ file: `${kind}.jsonl`, records: records.length, bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') })
  })

  it('the manifest says what was made, and when', () => {
    const written = manifestSchema.parse(JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')))
    expect(written).toEqual(manifest)
    expect(written).toMatchObject({ madeAt: NOW.toISOString(), site: { name: 'The Meridian & Co', url: ORIGIN }, counts: { stories: 8, pages: 2, media: 6, users: 2, fronts: 1 }, problems: { total: 0 } })
  })

  it.each(Object.keys(CARRIED))('leave no field of %s behind unthought', (name) => {
    const config = name === 'settings' ? payload.globals.config.find(({ slug }) => slug === name)! : payload.collections[name as 'stories'].config
    const fields = config.flattenedFields.flatMap((field) => (field.name === 'id' ? [] : [field.name]))
    expect(fields.sort()).toEqual(Object.keys(CARRIED[name]!).sort())
    for (const target of Object.values(CARRIED[name]!)) if (target !== null) expect(schemas[name as Kind].shape).toHaveProperty(target)
  })

  it('tell every state of a story', () => {
    expect(lines('stories').map(({ id, status }) => [Number(id), status])).toEqual(
      (['hostile', 'takenDown', 'changed', 'withdrawn', 'live', 'everything', 'scheduled', 'draft'] as const).map((name) => [sample.stories[name], { hostile: 'published', takenDown: 'draft', changed: 'published', withdrawn: 'withdrawn', live: 'published', everything: 'published', scheduled: 'scheduled', draft: 'draft' }[name]]),
    )
    expect(story('draft')).toMatchObject({ headline: 'Second thought', path: null, html: '<p>Later words.</p>', createdBy: 'rem@meridian.example', publishedAt: null })
    expect(story('scheduled').scheduledFor).toBe('2026-03-02T01:00:00.000Z')
    expect(story('withdrawn')).toMatchObject({ path: null, oldPaths: ['/world/wrong'], withdrawal: { reason: 'The letter was forged.' } })
    expect(story('changed')).toMatchObject({ headline: 'As published', html: '<p>Public words.</p>', pending: { headline: 'Being rewritten', html: '<p>Private words.</p>' } })
    expect(story('takenDown')).toMatchObject({ path: null, oldPaths: ['/world/for-a-while'], withdrawal: null })
  })

  it('tell everything of a story, with what is hidden from readers', () => {
    expect(story('everything')).toMatchObject({
      path: '/world/south-asia/everything', oldPaths: ['/world/old-words'], section: '/world/south-asia', otherSections: ['/opinion'],
      authors: ['a-very-long-name-that-wordpress-would-not-take-for-a-login-whole', 'amna-rehmat'], topics: ['rivers', 'trade'], kind: 'analysis', language: 'ur', kicker: 'Water', canonicalUrl: 'https://first.example/it',
      dateline: { place: 'Moscow', agency: 'TDI' }, hero: { media: String(sample.media.picture), caption: 'Here only.' }, publishedAt: '2026-01-16T09:05:00.000Z', updatedAt: NOW.toISOString(),
      search: { headline: 'For search', description: 'Described.', noindex: true }, social: { headline: 'For cards', description: 'Carded.', picture: String(sample.media.picture) },
      related: [String(sample.stories.draft)], translations: [String(sample.stories.scheduled)], corrections: [{ kind: 'correction', at: '2026-02-01T08:00:00.000Z', text: 'It was the Indus.' }],
    })
    const { body, html } = story('everything')
    expect(new Set(body.map(({ type }) => type))).toEqual(new Set(['paragraph', 'subhead', 'quote', 'pull-quote', 'list', 'image', 'gallery', 'read-also', 'fact-box', 'timeline', 'table', 'embed', 'audio', 'video', 'correction-note', 'divider']))
    expect(body.filter(({ type }) => type === 'image')).toHaveLength(2)
    expect(body.find(({ type }) => type === 'read-also')).toEqual({ type: 'read-also', story: { id: String(sample.stories.draft), path: '/world/first-thought', headline: 'First thought' } })
    expect(html).toContain(`<a href="${ORIGIN}/about">a page</a>`)
    expect(html).toContain(`<a href="${ORIGIN}/opinion/tomorrow">a story</a>`)
  })

  it('tell a live story post by post, newest first', () => {
    expect(story('live').live).toMatchObject({ startedAt: '2026-02-20T03:00:00.000Z', endedAt: null, posts: [{ headline: 'It goes on', author: 'a-very-long-name-that-wordpress-would-not-take-for-a-login-whole', html: '<p>More rain.</p>' }, { headline: 'It begins', key: true, author: null }] })
  })

  it('tell sections, authors, fronts, settings and addresses', async () => {
    expect(lines('sections').map(({ path, parent }) => [path, parent])).toEqual([['/world', null], ['/opinion', null], ['/world/south-asia', '/world']])
    expect(lines('authors').find(({ slug }) => slug === 'amna-rehmat')).toMatchObject({ role: 'Diplomatic editor', portrait: String(sample.media.picture), contacts: [{ label: 'Mail', href: 'mailto:amna@meridian.example' }, { label: 'Site', href: 'https://amna.example/' }] })
    expect(lines('fronts')).toMatchObject([{ section: null, pins: [{ story: String(sample.stories.everything), until: null }, { until: '2026-02-28T00:00:00.000Z' }], strips: [{ section: '/world', layout: 'feature' }] }])
    expect(lines('settings')[0]).toMatchObject({ timeZone: 'Asia/Karachi', navigation: [{ path: '/world' }, { path: '/about' }, { path: 'https://letter.example/' }], breaking: { story: String(sample.stories.live) } })
    const leads = Object.fromEntries(lines('redirects').map(({ path, state, target }) => [path, [state, target]]))
    expect(leads).toMatchObject({ '/world/old-words': ['moved', '/world/south-asia/everything'], '/world/south-asia/everything': ['live', '/world/south-asia/everything'], '/world/wrong': ['withdrawn', null], '/feed-of-old': ['moved', '/world'] })
    const [rows] = await sqlOf(payload).all<{ n: number }>(sql`SELECT count(*) AS n FROM paths`)
    expect(manifest.counts.redirects).toBe(Number(rows!.n))
  })
})

describe('media', () => {
  it('are taken along, as they are, with their sums', () => {
    for (const { file, sha256, url } of lines('media').filter(({ file }) => file !== null)) {
      expect(createHash('sha256').update(readFileSync(path.join(out, file!))).digest('hex')).toBe(sha256)
      expect(url).toMatch(/^https:\/\/meridian\.example\/api\/media\/file\/\S+$/)
    }
    expect(readdirSync(path.join(out, 'media')).sort()).toEqual(['expired.jpg', 'harbour.mp4', 'harbour.vtt', 'talk.mp3', 'two boats.jpg'])
    expect(lines('media').find(({ id }) => id === String(sample.media.picture))).toMatchObject({ file: 'media/two boats.jpg', mimeType: 'image/jpeg', bytes: 20, width: 1600, height: 900, focal: { x: 40, y: 60 }, alt: 'What two boats.jpg shows', caption: 'Two boats.', credit: 'N. Name / Agency' })
    expect(lines('media').find(({ id }) => id === String(sample.media.empty))).toMatchObject({ file: null, sha256: null, url: null })
    expect(statSync(path.join(out, 'media', 'talk.mp3')).ino).toBe(statSync(path.join(process.env.MEDIA_DIR!, 'talk.mp3')).ino)
  })

  it('are fetched from a store when they are kept in one', async () => {
    const { upload } = payload.collections.media.config
    const target = folder()
    renameSync(path.join(process.env.MEDIA_DIR!, 'two boats.jpg'), path.join(process.env.MEDIA_DIR!, 'elsewhere'))
    upload.handlers = [async (_, { params }) => new Response(`stored: ${params.filename}`)]
    try {
      const { problems } = await write(target, { wxr: false })
      expect(problems.total).toBe(0)
      expect(readFileSync(path.join(target, 'media', 'two boats.jpg'), 'utf8')).toBe('stored: two boats.jpg')
      expect(lines('media', target).find(({ id }) => id === String(sample.media.picture))).toMatchObject({ file: 'media/two boats.jpg', sha256: createHash('sha256').update('stored: two boats.jpg').digest('hex') })
    } finally {
      delete upload.handlers
      renameSync(path.join(process.env.MEDIA_DIR!, 'elsewhere'), path.join(process.env.MEDIA_DIR!, 'two boats.jpg'))
    }
  })
})

describe('secrets', () => {
  it('are in none of the files', async () => {
    const db = sqlOf(payload)
    const users = await db.all<{ hash: string; salt: string }>(sql`SELECT hash, salt FROM users`)
    const sessions = await db.all<{ id: string }>(sql`SELECT id FROM users_sessions`)
    const secrets = [PASSWORD, process.env.PAYLOAD_SECRET!, ...users.flatMap(({ hash, salt }) => [hash, salt]), ...sessions.map(({ id }) => id)]
    expect(secrets.length).toBeGreaterThanOrEqual(7)
    const files = (readdirSync(out, { recursive: true }) as string[]).filter((name) => statSync(path.join(out, name)).isFile())
    for (const file of files) {
      const written = readFileSync(path.join(out, file), 'utf8')
      for (const secret of secrets) expect(written.includes(secret), `${file} holds a secret`).toBe(false)
    }
    expect(lines('users')).toEqual([
      { id: String(sample.users.reporter), name: 'Rem Reporter', email: 'rem@meridian.example', role: 'reporter', closed: false, createdAt: expect.any(String) },
      { id: String(sample.users.admin), name: 'Ada Admin', email: 'ada@meridian.example', role: 'administrator', closed: false, createdAt: expect.any(String) },
    ])
  })
})

describe('the folder', () => {
  it('is not written into when something is there, and only an export is ever replaced', async () => {
    const other = folder()
    mkdirSync(other, { recursive: true })
    writeFileSync(path.join(other, 'thesis.txt'), 'years of work')
    await expect(write(other)).rejects.toThrow('--overwrite')
    await expect(write(other, { overwrite: true })).rejects.toThrow('something else than an export')
    expect(readdirSync(other)).toEqual(['thesis.txt'])
    expect(existsSync(`${other}.partial`)).toBe(false)

    const again = folder()
    await write(again, { wxr: false })
    await expect(write(again)).rejects.toThrow('--overwrite')
    await write(again, { overwrite: true, jsonl: false, media: false })
    expect(readdirSync(again).sort()).toEqual(['manifest.json', 'wordpress'])
    expect(existsSync(`${again}.old`)).toBe(false)
  })

  it('that an export left unfinished is replaced when told to', async () => {
    const target = folder()
    await write(target, { wxr: false })
    renameSync(target, `${target}.partial`)
    writeFileSync(path.join(`${target}.partial`, 'not-finished'), '')
    await expect(write(target)).rejects.toThrow('.partial is not empty')
    await write(target, { overwrite: true, media: false })
    expect(existsSync(`${target}.partial`)).toBe(false)
    expect(lines('media', target).every(({ file, sha256 }) => file === null && sha256 === null)).toBe(true)
  })
})

describe('what cannot be written', () => {
  it('is named and counted, and the rest goes on', async () => {
    const db = sqlOf(payload)
    const [kept] = await db.all<{ body: unknown }>(sql`SELECT body FROM stories WHERE id = ${sample.stories.hostile}`)
    const body = typeof kept!.body === 'string' ? kept!.body : JSON.stringify(kept!.body)
    const broken = db.dialect === 'sqlite' ? sql`'{"root": {'` : sql`'{"root": {"children": 5}}'::jsonb`
    await db.run(sql`UPDATE stories SET body = ${broken} WHERE id = ${sample.stories.hostile}`)
    const lost = path.join(process.env.MEDIA_DIR!, 'talk.mp3')
    renameSync(lost, `${lost}.away`)
    try {
      const target = folder()
      const { problems, counts } = await write(target)
      expect(problems).toMatchObject({ total: 2, first: [{ kind: 'story', id: String(sample.stories.hostile) }, { kind: 'media', id: String(sample.media.sound), title: 'talk.mp3', message: expect.stringContaining('missing') }] })
      expect(counts).toMatchObject({ stories: 7, media: 6 })
      expect(lines('stories', target).map(({ id }) => Number(id))).not.toContain(sample.stories.hostile)
      expect(lines('media', target).find(({ id }) => id === String(sample.media.sound))).toMatchObject({ file: null, sha256: null })
    } finally {
      renameSync(`${lost}.away`, lost)
      await db.run(db.dialect === 'sqlite' ? sql`UPDATE stories SET body = ${body} WHERE id = ${sample.stories.hostile}` : sql`UPDATE stories SET body = ${body}::jsonb WHERE id = ${sample.stories.hostile}`)
    }
  })
})
