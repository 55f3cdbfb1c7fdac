import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import compression from 'compression'
import { ReadyPages } from './ready'

const MOST_BYTES = 64 * 1024 * 1024
/** Shorter ones would not get shorter. */
const SHORTEST = 1024
const compress = compression()

/** Told of every change by the cache of pages: lib/page-cache/handler.cjs. */
export const ready = new ReadyPages()
Object.assign(globalThis, { [Symbol.for('dateline.forgetReadyPages')]: () => ready.forget() })

/** What belongs to one answer, and what is settled anew for each client. */
const OF_ONE_ANSWER = ['x-request-id', 'content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive', 'date']

/**
 * How answers leave: pages of the cache are compressed once, when first asked for, and not for each reader; a client that
 * has the page already is told so (RFC 9110, 13.1.2). Everything else is compressed as it goes. The tag by which a page is
 * known was made when it entered the cache. Returns whether the request is answered: by a page that was sent just now.
 */
export function deliver(request: IncomingMessage, response: ServerResponse): boolean {
  const found = ready.find(request)
  if (found !== null) {
    for (const [name, value] of Object.entries(found.headers)) if (value !== undefined) response.setHeader(name, value)
    send(request, response, found.tag, found.page)
    return true
  }
  const { changes } = ready
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {})
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.end = ((...args: unknown[]) => {
    const tag = response.getHeader('etag')
    const [page] = args
    if (typeof tag !== 'string' || typeof page !== 'string' || !tag.startsWith(MARK) || response.headersSent) return end(...args)
    if (response.statusCode === 200 && response.getHeader('x-nextjs-cache') === 'HIT') {
      const headers = { ...response.getHeaders() }
      for (const name of OF_ONE_ANSWER) delete headers[name]
      ready.keep(request, { page, tag, headers: { ...headers, vary: withEncoding(headers.vary) } }, changes)
    }
    response.end = end as ServerResponse['end']
    // A page that is made just now may be a search's, which nobody asks for again.
    return send(request, response, tag, page, response.getHeader('x-nextjs-cache') !== 'MISS')
  }) as ServerResponse['end']
  return false
}

/** A page in the form that the client takes, or that it has it. */
function send(request: IncomingMessage, response: ServerResponse, tag: string, page: string, isKept = true): ServerResponse {
  if (response.statusCode === 200 && isKnown(request.headers, tag)) {
    response.statusCode = 304
    for (const name of ['content-length', 'content-type']) response.removeHeader(name)
    return response.end()
  }
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
  if (page.length < SHORTEST || encoding === null) return response.end(request.method === 'HEAD' ? undefined : page)
  const short = isKept ? shorten(tag, page, encoding) : SHORTENERS[encoding](page)
  response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', short.length)
  return response.end(request.method === 'HEAD' ? undefined : short)
}

function withEncoding(vary: OutgoingHttpHeaders[string]): string {
  const names = [vary ?? []].flat().join(', ')
  return /accept-encoding/i.test(names) ? names : [names, 'Accept-Encoding'].filter(Boolean).join(', ')
}

/** What tags of kept pages begin with: lib/page-cache/handler.cjs. */
const MARK = 'W/"page-'

function isKnown(headers: IncomingMessage['headers'], tag: string): boolean {
  if (/\bno-cache\b/.test(headers['cache-control'] ?? '')) return false
  const known = headers['if-none-match']
  return known !== undefined && known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''))
}

type Encoding = 'br' | 'gzip'

/** Brotli where the client knows it: a quarter smaller, and no slower at this quality (bench/edge.md). */
const SHORTENERS: Record<Encoding, (page: string) => Buffer> = {
  br: (page) => brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }),
  gzip: (page) => gzipSync(page),
}

function encodingFor(accepted: string): Encoding | null {
  const takes = (encoding: Encoding) => accepted.split(',').some((one) => new RegExp(`^\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*$).*)?$`, 'i').test(one))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

const kept = new Map<string, Buffer>()
let keptBytes = 0

/** A page compressed; those asked for least go first when there are too many. */
function shorten(tag: string, page: string, encoding: Encoding): Buffer {
  const name = `${tag} ${encoding}`
  const short = kept.get(name) ?? SHORTENERS[encoding](page)
  if (!kept.delete(name)) keptBytes += short.length
  kept.set(name, short)
  for (const [oldest, { length }] of kept) {
    if (keptBytes <= MOST_BYTES) break
    kept.delete(oldest)
    keptBytes -= length
  }
  return short
}
