import { NextResponse, type NextRequest } from 'next/server'
import { settle } from '@/lib/data/doorway'
import { isIndexable } from '@/lib/site'

/**
 * Settles every public address before a page is made: where it leads, and with which status. A page cannot
 * set its own status, and a redirect or a 404 that costs no rendering is cheap.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const answer = await settle(request.nextUrl.pathname, request.nextUrl.search)
  const response = answer.to === 'redirect' ? NextResponse.redirect(new URL(answer.location, publicOrigin(request)), 301) : enter(request, answer)
  // A meta element covers pages only; feeds, pictures and text files need the header.
  if (!isIndexable) response.headers.set('X-Robots-Tag', 'noindex, nofollow')
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
  matcher: ['/((?!admin(?:/|$)|api(?:/|$)|_next/|styles/feed\\.css$|sw\\.js$|favicon\\.ico$|icon\\.svg$|icon-512\\.png$|apple-icon\\.png$).*)'],
}
