import { NextResponse, type NextRequest } from 'next/server'
import { settle } from '@/lib/data/doorway'
import { addressKeys, redirectHeaders } from '@/lib/data/edge'
import { isIndexable } from '@/lib/site'

/**
 * Settles every public address before a page is made: where it leads, and with which status. A page cannot
 * set its own status, and a redirect or a 404 that costs no rendering is cheap.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const answer = await settle(request.nextUrl.pathname, request.nextUrl.search)
  const response = answer.to === 'redirect' ? redirect(request, answer.location) : enter(request, answer)
  // A meta element covers pages only; feeds, pictures and text files need the header.
  if (!isIndexable) response.headers.set('X-Robots-Tag', 'noindex, nofollow')
  return response
}

function redirect(request: NextRequest, location: string): NextResponse {
  const response = NextResponse.redirect(new URL(location, publicOrigin(request)), 301)
  // There is no end of queries, and what is kept for one of them is kept for nobody else.
  if (request.nextUrl.search === '') for (const [name, value] of Object.entries(redirectHeaders(request.nextUrl.pathname))) response.headers.set(name, value)
  return response
}

function enter(request: NextRequest, answer: Exclude<Awaited<ReturnType<typeof settle>>, { to: 'redirect' }>): NextResponse {
  const url = new URL(request.nextUrl)
  url.pathname = answer.room
  if (answer.to === 'machine') {
    url.search = ''
    return NextResponse.rewrite(url)
  }
  url.search = answer.query ?? ''
  const response = NextResponse.rewrite(url, { status: answer.status })
  // Next would let shared caches keep a page for a year; without an edge that is purged, they must ask each time.
  response.headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  // What may be kept at an edge, and for how long, the page says itself: a search or an error says nothing.
  if (answer.status !== 400) for (const [name, value] of Object.entries(addressKeys(request.nextUrl.pathname))) response.headers.set(name, value)
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.headers.set(name, value)
  return response
}

/** The origin a reader used: behind a load balancer the host in the request is the public one. */
function publicOrigin(request: NextRequest): string {
  const host = request.headers.get('host')
  return host ? `${request.nextUrl.protocol}//${host}` : request.nextUrl.origin
}

export const config = {
  // The back office, our own JSON, Next's files and the few files served as they are (public/) are answered elsewhere.
  matcher: ['/((?!admin(?:/|$)|api(?:/|$)|_next/|styles/|favicon\\.ico$|icon|apple-icon).*)'],
}
