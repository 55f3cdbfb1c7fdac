import { deflateSync } from 'node:zlib'
import { handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestCms } from './testing'

let payload: Payload
beforeAll(async () => {
  payload = await openTestCms()
})

const upload = (name: string, mimetype: string, data: Buffer) => payload.create({ collection: 'media', data: { alt: 'x' } as never, file: { name, mimetype, data, size: data.length }, depth: 0 }) as unknown as Promise<{ filename: string; mimeType: string; width?: number }>

/** The file as a reader without an account gets it. */
const serve = (filename: string, headers: Record<string, string> = {}) => handleEndpoints({ config: payload.config, request: new Request(`http://localhost/api/media/file/${filename}`, { headers }) })
const SANDBOX = "default-src 'none'; sandbox"

const jpeg = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#753' } }).jpeg().withExif({ IFD0: { Copyright: 'The Photographer' } }).toBuffer()
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

/** A PNG that says it is enormous: a few hundred kilobytes of zeros, and gigabytes once unpacked. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), chunk('IEND', Buffer.alloc(0))])
}

/** A GIF of very many frames, each as large as its screen to whoever unpacks it, and of one pixel in the file. */
function film(side: number, frames: number): Buffer {
  const two = (value: number) => [value & 255, value >> 8]
  const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, ...two(0), ...two(0), ...two(1), ...two(1), 0, 2, 2, 0x44, 1, 0]
  return Buffer.from([...Buffer.from('GIF89a'), ...two(side), ...two(side), 0x80, 0, 0, 0, 0, 0, 255, 255, 255, ...Array.from({ length: frames }, () => frame).flat(), 0x3b])
}

function crc32(data: Buffer): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

describe('uploads', () => {
  it.each([
    ['an SVG', 'drawing.svg', 'image/svg+xml', Buffer.from(SVG)],
    ['an SVG called a picture', 'drawing.png', 'image/png', Buffer.from(SVG)],
    ['a page', 'page.html', 'text/html', Buffer.from('<html><script>alert(1)</script>')],
    ['a page called a sound', 'song.mp3', 'audio/mpeg', Buffer.from('<html><script>alert(1)</script>')],
    ['a page called a picture', 'photo.jpg', 'image/jpeg', Buffer.from('<html><script>alert(1)</script>')],
    ['a page called captions', 'captions.vtt', 'text/vtt', Buffer.from('<html><script>alert(1)</script>')],
    ['a script called a film', 'film.mp4', 'video/mp4', Buffer.from('alert(1)')],
    ['nothing', 'photo.jpg', 'image/jpeg', Buffer.alloc(0)],
    ['a bomb of 30,000 by 30,000', 'bomb.png', 'image/png', bomb(30_000)],
    ['a bomb of sixty frames of 2,000 by 2,000', 'bomb.gif', 'image/gif', film(2_000, 60)],
  ])('%s is refused', async (_, name, type, data) => {
    await expect(upload(name, type, data)).rejects.toSatisfy((error: { status?: number }) => error.status === 400)
  })

  it('a bomb of frames is refused by their number and size, and one frame of it would be taken', async () => {
    await expect(upload('bomb.gif', 'image/gif', film(2_000, 60))).rejects.toThrow('2000 by 2000 pixels large in each of its 60 frames')
    expect(await upload('one.gif', 'image/gif', film(2_000, 1))).toMatchObject({ mimeType: 'image/gif', width: 2_000 })
  })

  it.each(['gif', 'webp'] as const)('a moving picture (%s) is taken, whatever its name says, and served with all its frames', async (format) => {
    const frames = await Promise.all(['#753', '#357', '#573'].map((background) => sharp({ create: { width: 40, height: 30, channels: 3, background } }).png().toBuffer()))
    const made = await upload(`moving-${format}.jpg`, 'image/jpeg', await sharp(frames, { join: { animated: true } }).toFormat(format, { delay: [100, 100, 100] }).toBuffer())
    expect(made).toMatchObject({ mimeType: `image/${format}`, width: 40, height: 30 })
    const response = await serve(made.filename)
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-security-policy')]).toEqual([200, `image/${format}`, SANDBOX])
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format, pages: 3, height: 30 })
  })

  it('a picture keeps who made it, and what hides behind it is served as a picture', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('<script>alert(document.domain)</script>')])
    const made = await upload('polyglot.html', 'text/html', polyglot)
    expect(made).toMatchObject({ mimeType: 'image/jpeg', width: 40 })
    const response = await serve(made.filename)
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-security-policy')]).toEqual([200, 'image/jpeg', SANDBOX])
    expect(Buffer.from(await response.arrayBuffer()).includes('The Photographer')).toBe(true)
    // Nor is the hidden part a page to whoever asks for it alone.
    const part = await serve(made.filename, { range: `bytes=${polyglot.length - 39}-`, accept: 'text/html' })
    expect([part.status, part.headers.get('content-type'), part.headers.get('content-security-policy')]).toEqual([206, 'image/jpeg', SANDBOX])
  })

  it('no browser guesses at what a file is: every answer of the site says so', async () => {
    const { default: config } = await import('../../next.config')
    const rules = await config.headers!()
    expect(rules.find(({ source }) => source === '/:path*')!.headers).toContainEqual({ key: 'X-Content-Type-Options', value: 'nosniff' })
  })

  it('a picture under another name is served as what it is', async () => {
    expect((await upload('photo.png', 'image/png', await jpeg())).mimeType).toBe('image/jpeg')
  })

  it('captions are taken', async () => {
    expect((await upload('captions.vtt', 'text/vtt', Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'))).mimeType).toBe('text/vtt')
  })

  it('no file leaves its folder by its name', async () => {
    const { filename } = await upload('../../etc/passwd.jpg', 'image/jpeg', await jpeg())
    expect(filename).not.toMatch(/[/\\]|\.\./)
  })
})
