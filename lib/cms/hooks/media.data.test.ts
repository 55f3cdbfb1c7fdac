import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { animatedGif, jpeg, pdf, picture, signedPhoto, wav } from '@/lib/import/media/testing/samples'
import { openTestCms } from '../testing'

let payload: Payload

beforeAll(async () => {
  payload = await openTestCms()
})

const upload = (name: string, mimetype: string, data: Buffer, req = {}) => payload.create({ collection: 'media', data: { alt: 'What is to be seen' }, file: { name, data, mimetype, size: data.length }, req })
const stored = (filename: unknown) => readFile(path.join(process.env.MEDIA_DIR!, String(filename)))
const serve = async (filename: unknown, headers = {}) => handleEndpoints({ config: payload.config, request: new Request(`http://localhost/api/media/file/${String(filename)}`, { headers }) })

describe('an uploaded picture', () => {
  it.each([
    ['photo.webp', 'image/webp', () => signedPhoto('webp'), 300, 400],
    ['photo.jpg', 'image/jpeg', () => signedPhoto('jpeg'), 300, 400],
    ['moving.gif', 'image/gif', animatedGif, 400, 300],
    ['drawing.png', 'image/png', () => picture(1).png().toBuffer(), 400, 300],
  ])('%s is kept byte by byte, with its size as it is seen and a thumbnail', async (name, type, make, width, height) => {
    const bytes = await make()
    const doc = await upload(name, type, bytes)
    expect(doc).toMatchObject({ filename: name, mimeType: type, filesize: bytes.length, width, height })
    expect(bytes.equals(await stored(name))).toBe(true)
    const thumbnail = await sharp(await stored(doc.sizes?.thumbnail?.filename)).metadata()
    expect(thumbnail).toMatchObject({ format: 'webp', width: 320, height: 214 })
  })

  it('that is cut out keeps what was cut', async () => {
    const doc = await upload('cut.webp', 'image/webp', await signedPhoto('webp'), { query: { uploadEdits: { crop: { x: 0, y: 0, width: 50, height: 50, unit: '%' }, widthInPixels: 200, heightInPixels: 150 } } })
    expect(await sharp(await stored('cut.webp')).metadata()).toMatchObject({ width: doc.width, height: doc.height })
    expect(doc.width).toBe(200)
  })

  it('that cannot be read is refused', async () => {
    await expect(upload('broken.webp', 'image/webp', Buffer.from('RIFF\x20\0\0\0WEBPVP8 broken', 'latin1'))).rejects.toThrow()
  })
})

describe('a document', () => {
  it('of the type PDF is taken, and shown by the browser’s own viewer without leave to run anything', async () => {
    const doc = await upload('report.pdf', 'application/pdf', pdf('Words'))
    const response = await serve(doc.filename)
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-security-policy')]).toEqual([200, 'application/pdf', "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"])
    expect(pdf('Words').equals(Buffer.from(await response.arrayBuffer()))).toBe(true)
  })

  it('that only begins like one is refused', async () => {
    await expect(upload('report.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n<script>alert(1)</script>'))).rejects.toMatchObject({ data: { errors: [{ message: 'Invalid PDF file.' }] } })
  })

  it('is not taken for a picture', async () => {
    const { id } = await upload('notes.pdf', 'application/pdf', pdf('Notes'))
    await expect(payload.create({ collection: 'authors', data: { name: 'A Writer', portrait: id } as never })).rejects.toThrow(/Portrait/)
  })
})

it('a sandbox is kept around everything else, and parts of a large file are served', async () => {
  const doc = await upload('talk.wav', 'audio/wav', wav(30 * 1024 * 1024))
  const response = await serve(doc.filename, { range: 'bytes=100-199' })
  expect([response.status, response.headers.get('content-range'), response.headers.get('content-security-policy')]).toEqual([206, `bytes 100-199/${30 * 1024 * 1024 + 44}`, "default-src 'none'; sandbox"])
  await response.body?.cancel()
})

describe('a change of a picture', () => {
  const touched = async (act: () => Promise<unknown>) => {
    const { sql, sqlOf } = await import('../sql')
    const db = sqlOf(payload)
    const [{ id: last } = { id: 0 }] = await db.all<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM changes`)
    await act()
    const rows = await db.all<{ expire: string; refresh: string }>(sql`SELECT expire, refresh FROM changes WHERE id > ${Number(last)} ORDER BY id`)
    return rows.map(({ expire, refresh }) => ({ expire: JSON.parse(expire) as string[], refresh: JSON.parse(refresh) as string[] }))
  }
  const publishWith = async (hero: number | string) => {
    const section = await payload.create({ collection: 'sections', data: { name: `Section of ${hero}`, slug: `section-of-${hero}` } as never })
    const author = await payload.create({ collection: 'authors', data: { name: `Author of ${hero}` } as never })
    return payload.create({ collection: 'stories', data: { headline: `Story of ${hero}`, standfirst: 'With a picture.', hero, section: section.id, authors: [author.id], _status: 'published' } as never })
  }

  it('is told of to pages that show it: at once where it stands above a story', async () => {
    const { id } = await upload('boats.jpg', 'image/jpeg', await jpeg(4))
    const story = await publishWith(id)
    expect(await touched(() => payload.update({ collection: 'media', id, data: { credit: 'Another photographer' } }))).toEqual([{ expire: [`story:${story.id}`, `mention:${story.id}`], refresh: ['site'] }])
    expect(await touched(() => payload.update({ collection: 'media', id, data: { credit: 'Another photographer' } }))).toEqual([])
  })

  it('has edges forget a file that is replaced or deleted, and its thumbnail', async () => {
    const { id } = await upload('two boats é.jpg', 'image/jpeg', await jpeg(5))
    const name = encodeURIComponent('two boats é.jpg')
    const keys = async (act: () => Promise<unknown>) => (await touched(act)).flatMap(({ expire }) => expire)
    const data = await jpeg(6)
    expect(await keys(() => payload.update({ collection: 'media', id, data: {}, file: { name: 'other.jpg', data, mimetype: 'image/jpeg', size: data.length } }))).toEqual([`media:${name}`, expect.stringMatching(/^media:two%20boats%20%C3%A9-320x214\.webp$/)])
    expect(await keys(() => payload.delete({ collection: 'media', id }))).toEqual(['media:other.jpg', 'media:other-320x214.webp'])
  })

  it('that is new is told to nobody', async () => {
    expect(await touched(async () => upload('new.jpg', 'image/jpeg', await jpeg(7)))).toEqual([])
  })
})

it('a story whose pictures are still to come can be saved', async () => {
  const media = await payload.create({ collection: 'media', data: { alt: 'To come' }, file: { name: 'x.jpg', data: await jpeg(3), mimetype: 'image/jpeg', size: 1 } })
  const { sql, sqlOf } = await import('../sql')
  await sqlOf(payload).run(sql`UPDATE media SET filename = NULL, mime_type = NULL WHERE id = ${Number(media.id)}`)
  const author = await payload.create({ collection: 'authors', data: { name: 'Another Writer', portrait: media.id } as never })
  expect(author.portrait).toMatchObject({ id: media.id })
})
