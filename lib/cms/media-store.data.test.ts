import { createServer, type Server } from 'node:http'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openTestCms } from './testing'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

let payload: Payload
let store: Server
/** What the store holds, by bucket and name. */
const objects = new Map<string, { body: Buffer; type: string }>()

/** A store that speaks as much of S3 as the content system asks for, and answers nobody without a signature. */
function openStore(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const name = decodeURIComponent(new URL(request.url!, 'http://store').pathname)
    if (!/^AWS4-HMAC-SHA256 Credential=the-key\//.test(request.headers.authorization ?? '')) return void response.writeHead(403).end()
    if (request.method === 'PUT') {
      objects.set(name, { body: unchunk(Buffer.concat(parts), request.headers['content-encoding'] ?? ''), type: request.headers['content-type'] ?? '' })
      return void response.writeHead(200, { etag: '"1"' }).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      return void response.writeHead(204).end()
    }
    const found = objects.get(name)
    if (found === undefined) return void response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>')
    response.writeHead(200, { 'content-type': found.type, 'content-length': found.body.length, etag: '"1"', 'last-modified': new Date().toUTCString() })
    response.end(request.method === 'HEAD' ? undefined : found.body)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** Amazon's library may send a body in signed pieces: "size;signature CRLF bytes CRLF". */
function unchunk(body: Buffer, encoding: string): Buffer {
  if (!encoding.includes('aws-chunked')) return body
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.subarray(at, end).toString(), 16)
    if (!size) return Buffer.concat(pieces)
    pieces.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

beforeAll(async () => {
  store = await openStore()
  Object.assign(process.env, { S3_BUCKET: 'pictures', S3_ENDPOINT: `http://127.0.0.1:${(store.address() as AddressInfo).port}`, S3_ACCESS_KEY_ID: 'the-key', S3_SECRET_ACCESS_KEY: 'the-secret' })
  payload = await openTestCms()
})
afterAll(async () => {
  store.closeAllConnections()
  store.close()
  for (const name of ['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) delete process.env[name]
  await payload.destroy()
})

const read = (name: string) => handleEndpoints({ config: payload.config, path: `/api/media/file/${name}`, request: new Request(`http://localhost/api/media/file/${name}`) })

it('keeps a picture in the store, hands it on at the same address, and forgets it', async () => {
  const data = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a6ea5' } }).jpeg().toBuffer()
  const picture = await payload.create({ collection: 'media', data: { alt: 'A blue field' }, file: { name: 'field.jpg', data, mimetype: 'image/jpeg', size: data.length } })
  expect([...objects.keys()].sort()).toEqual(['/pictures/field-320x214.webp', '/pictures/field.jpg'])
  expect(existsSync(path.join(process.env.MEDIA_DIR!, 'field.jpg'))).toBe(false)
  expect(picture.url).toBe('/api/media/file/field.jpg')

  const response = await read('field.jpg')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  expect(Buffer.from(await response.arrayBuffer()).equals(data)).toBe(true)

  await payload.delete({ collection: 'media', id: picture.id })
  expect([...objects.keys()]).toEqual([])
  expect((await read('field.jpg')).status).toBe(403)
})
