import { createHash } from 'node:crypto'
import { edgeHeaders } from '@/lib/data/edge'

interface Document {
  body: string | Uint8Array<ArrayBuffer>
  type: string
  /** When what it says last changed, ISO 8601; null when it has no such time. */
  modifiedAt?: string | null
  /** How long a cache may answer without asking, in seconds. */
  maxAge?: number
  headers?: Record<string, string>
  /** What it is forgotten by at the edge. */
  tags: readonly string[]
}

/**
 * A document with the validators that feed readers and crawlers send back, and 304 when they hold the newest
 * (RFC 9110, section 13: an entity tag goes before a date).
 */
export function respond(request: Request, { body, type, modifiedAt = null, maxAge = 300, headers = {}, tags }: Document): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  // Weak, for it is the same whether the answer is compressed or not (RFC 9110, 8.8.1).
  const answer = new Headers({ 'Cache-Control': `public, max-age=${maxAge}, must-revalidate`, ETag: `W/${tag}`, ...(isPrivate(headers) ? {} : edgeHeaders(tags)), ...headers })
  if (modifiedAt !== null) answer.set('Last-Modified', new Date(modifiedAt).toUTCString())
  if (isFresh(request.headers, tag, modifiedAt)) return new Response(null, { status: 304, headers: answer })
  answer.set('Content-Type', type)
  return new Response(body, { headers: answer })
}

const isPrivate = (headers: Record<string, string>) => headers['Cache-Control']?.includes('private') === true

function isFresh(request: Headers, tag: string, modifiedAt: string | null): boolean {
  const held = request.get('if-none-match')
  if (held !== null) return held.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
  const since = Date.parse(request.get('if-modified-since') ?? '')
  return modifiedAt !== null && !Number.isNaN(since) && Math.floor(Date.parse(modifiedAt) / 1000) * 1000 <= since
}

/** What a machine is told when there is nothing at its address. */
export const notThere = (what: string): Response => new Response(`${what}\n`, { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=60' } })
