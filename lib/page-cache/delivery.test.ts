import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver, ready } from './delivery'

const PAGE = `<!DOCTYPE html><p>${'Words of a page. '.repeat(300)}</p>`
const TAG = 'W/"page-abc"'
let server: Server
let made = 0

beforeAll(async () => {
  server = createServer((asked, answer) => {
    if (deliver(asked, answer)) return
    made += 1
    if (asked.url === '/kept') answer.setHeader('x-nextjs-cache', 'HIT')
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    if (asked.url === '/made-now') return void answer.end(PAGE)
    answer.statusCode = asked.url === '/missing' ? 404 : 200
    answer.setHeader('etag', TAG)
    answer.setHeader('content-length', Buffer.byteLength(PAGE))
    answer.end(asked.method === 'HEAD' ? null : PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
})
afterAll(() => void server.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request({ port: (server.address() as AddressInfo).port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })

describe('a kept page', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('for a client that takes %s is sent as %s, with its length', async (accepted, encoding, open) => {
    const { headers, body } = await ask('/', { 'accept-encoding': accepted })
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(body.length), etag: TAG })
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(open(body).toString()).toBe(PAGE)
  })

  it.each([{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'zstd' }])('is sent as it is to who takes %j', async (headers) => {
    const answer = await ask('/', headers as Record<string, string>)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.body.toString()).toBe(PAGE)
  })

  it.each([TAG, '"page-abc"', '"x", W/"page-abc"', '*'])('is not sent again to who has it: %s', async (known) => {
    const { status, headers, body } = await ask('/', { 'if-none-match': known, 'accept-encoding': 'gzip' })
    expect([status, body.length, headers.etag]).toEqual([304, 0, TAG])
  })

  it('is sent to who has another, or wants it anew, or asks for what is not there', async () => {
    expect((await ask('/', { 'if-none-match': 'W/"page-other"' })).status).toBe(200)
    expect((await ask('/', { 'if-none-match': TAG, 'cache-control': 'no-cache' })).status).toBe(200)
    expect((await ask('/missing', { 'if-none-match': TAG })).status).toBe(404)
  })

  it('tells its tag to who asks for the headers only', async () => {
    const { status, headers, body } = await ask('/', {}, 'HEAD')
    expect([status, headers.etag, body.length]).toEqual([200, TAG, 0])
  })
})

it('compresses what was made just now as it goes', async () => {
  const { headers, body } = await ask('/made-now', { 'accept-encoding': 'gzip' })
  expect(headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(body).toString()).toBe(PAGE)
})

describe('a page of the cache that was sent just now', () => {
  it('is sent again as it was, without being asked for, in whatever form the client takes', async () => {
    ready.forget()
    const first = await ask('/kept', { 'accept-encoding': 'gzip' })
    const before = made
    const again = await ask('/kept', { 'accept-encoding': 'gzip' })
    const brotli = await ask('/kept', { 'accept-encoding': 'br' })
    const plain = await ask('/kept')
    const known = await ask('/kept', { 'if-none-match': TAG })
    const head = await ask('/kept', { 'accept-encoding': 'gzip' }, 'HEAD')
    expect(made).toBe(before)
    expect({ ...again.headers, date: null }).toEqual({ ...first.headers, date: null })
    expect(again.body.equals(first.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).toString()).toBe(PAGE)
    expect(plain.body.toString()).toBe(PAGE)
    expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, TAG])
    expect([head.body.length, head.headers['content-length']]).toEqual([0, String(first.body.length)])
    ready.forget()
    await ask('/kept')
    expect(made).toBe(before + 1)
  })
})
