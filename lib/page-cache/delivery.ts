import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import compression from 'compression'

const MOST_BYTES = 64 * 1024 * 1024
/** Shorter ones would not get shorter. */
const SHORTEST = 1024
const compress = compression()

/**
 * How answers leave: pages of the cache are compressed once, when first asked for, and not for each reader; a client that
 * has the page already is told so (RFC 9110, 13.1.2). Everything else is compressed as it goes. The tag by which a page is
 * known was made when it entered the cache.
 */
export function deliver(request: IncomingMessage, response: ServerResponse): void {
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {})
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.end = ((...args: unknown[]) => {
    const tag = response.getHeader('etag')
    const [page] = args
    if (typeof tag !== 'string' || typeof page !== 'string' || !tag.startsWith(MARK) || response.headersSent) return end(...args)
    if (response.statusCode === 200 && isKnown(request.headers, tag)) {
      response.statusCode = 304
      for (const name of ['content-length', 'content-type']) response.removeHeader(name)
      return end()
    }
    const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
    if (page.length < SHORTEST || encoding === null) return end(...args)
    const short = shorten(tag, page, encoding)
    response.setHeader('content-encoding', encoding)
    response.setHeader('content-length', short.length)
    return end(short)
  }) as ServerResponse['end']
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
