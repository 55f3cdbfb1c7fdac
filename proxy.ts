import { NextResponse, type NextRequest } from 'next/server'
import type { Answer } from '@/lib/data/answer'
import { settle } from '@/lib/data/doorway'
import { addressKeys, fileKeys, redirectHeaders } from '@/lib/data/edge'
import { doorOf, knock } from '@/lib/data/limits'
import { env } from '@/lib/env'
import { offlinePath } from '@/lib/routes'
import { isIndexable, siteOrigin } from '@/lib/site'
import { machinePolicy, newNonce, officePolicy, pagePolicy } from '@/lib/watch/policy'

const READS = new Set(['GET', 'HEAD'])

/**
 * Settles every public address before a page is made: where it leads, and with which status. A page cannot
 * set its own status, and a redirect or a 404 that costs no rendering is cheap.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const door = doorOf(request.method, pathname)
  const wait = door === null ? null : await knock(door, request.headers.get('x-forwarded-for') ?? '')
  if (wait !== null) return tellToWait(request, wait)
  if (/^\/(api|_next)\//.test(pathname)) return NextResponse.next({ headers: fileKeys(request.nextUrl) })
  // What changes something goes to /api, or carries the header that the matcher below leaves out.
  if (!READS.has(request.method)) return new NextResponse('Pages are only read.\n', { status: 405, headers: { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
  if (/^\/admin(\/|$)/.test(pathname)) return withNonce(request, officePolicy, (headers) => NextResponse.next({ request: { headers } }))
  const answer = await settle(pathname, search)
  const response = answer.to === 'redirect' ? redirect(request, answer.location) : enter(request, answer)
  // A meta element covers pages only; feeds, pictures and text files need the header.
  if (!isIndexable) response.headers.set('X-Robots-Tag', 'noindex, nofollow')
  return response
}

function redirect(request: NextRequest, location: string): NextResponse {
  const response = NextResponse.redirect(new URL(location, publicOrigin(request)), 301)
  // What leads elsewhere today may stand there again tomorrow, and a browser would remember this for good.
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  // There is no end of queries, and what is kept for one of them is kept for nobody else.
  if (request.nextUrl.search === '') for (const [name, value] of Object.entries(redirectHeaders(request.nextUrl.pathname))) response.headers.set(name, value)
  return response
}

function enter(request: NextRequest, answer: Exclude<Answer, { to: 'redirect' }>): NextResponse {
  const url = new URL(request.nextUrl)
  url.pathname = answer.room
  url.search = ''
  if (answer.to === 'machine') {
    const response = NextResponse.rewrite(url)
    // The offline page is the one that people see: it says itself what it may run.
    if (request.nextUrl.pathname !== offlinePath) response.headers.set('Content-Security-Policy', machinePolicy)
    return response
  }
  const { status } = answer
  // A page that is kept brings its own policy (lib/page-cache); one that is made for this reader has a nonce.
  const response = answer.fresh ? withNonce(request, pagePolicy, (headers) => NextResponse.rewrite(url, { status, request: { headers } })) : NextResponse.rewrite(url, { status })
  // Next would let shared caches keep a page for a year; without an edge that is purged, they must ask each time.
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  // What may be kept at an edge, and for how long, the page says itself: a search or an error says nothing.
  if (answer.status !== 400) for (const [name, value] of Object.entries(addressKeys(request.nextUrl.pathname))) response.headers.set(name, value)
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.headers.set(name, value)
  return response
}

/** Next reads the nonce for its scripts from the policy among the request's headers. */
function withNonce(request: NextRequest, write: (nonce: string) => string, answer: (headers: Headers) => NextResponse): NextResponse {
  // While developing, Next evaluates text and reloads over sockets.
  if (env().NODE_ENV === 'development') return answer(request.headers)
  const policy = write(newNonce())
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = answer(headers)
  response.headers.set('Content-Security-Policy', policy)
  return response
}

function tellToWait(request: NextRequest, seconds: number): NextResponse {
  const headers = { 'Retry-After': String(seconds), 'Cache-Control': 'no-store' }
  if (request.nextUrl.pathname.startsWith('/api/')) {
    // In the form in which the back office expects errors, too.
    const message = `Too many attempts. Try again in ${seconds} seconds.`
    return NextResponse.json({ error: message, errors: [{ message }] }, { status: 429, headers })
  }
  return NextResponse.rewrite(new URL('/missing/busy', request.nextUrl), { status: 429, headers })
}

/** The origin a reader used: behind a load balancer the host in the request is the public one, and TLS ends before us. */
function publicOrigin(request: NextRequest): string {
  const host = request.headers.get('host')
  if (host === new URL(siteOrigin).host) return siteOrigin
  return host ? `${request.nextUrl.protocol}//${host}` : request.nextUrl.origin
}

export const config = {
  matcher: [
    // Our own JSON, Next's files and the few files served as they are (public/) are answered elsewhere.
    '/((?!admin(?:/|$)|api(?:/|$)|_next/|styles/feed\\.css$|sw\\.js$|favicon\\.ico$|icon\\.svg$|icon-512\\.png$|apple-icon\\.png$).*)',
    // The back office's pages, but not what its scripts send: they are no documents, and may be large.
    { source: '/admin/:path*', missing: [{ type: 'header', key: 'next-action' }] },
    // Doors at which one sender may not knock without end.
    '/api/users/:path*',
    '/api/(read|vitals|suggest)',
    // Files that an edge forgets by name.
    '/api/media/file/:path*',
    '/_next/image',
  ],
}
