import type { APIRequestContext } from '@playwright/test'

/** The kinds of page readers meet, by an address that the demonstration newsroom has. */
export const PLACES = {
  home: '/',
  section: '/world',
  'section, page 2': '/latest/page/2',
  subsection: '/world/south-asia',
  story: '/diplomacy/river-commission-agrees-shared-gauges',
  author: '/author/amna-rehmat',
  topic: '/topic/indus-basin',
  latest: '/latest',
  archive: '/archive',
  search: '/search?q=river',
  'static page': '/about',
  corrections: '/corrections',
} as const

/** A page's HTML as a plain client gets it, without following redirects. */
export async function read(request: APIRequestContext, path: string): Promise<{ status: number; html: string; location: string | undefined; headers: Record<string, string> }> {
  const response = await request.get(path, { maxRedirects: 0, headers: { cookie: '' } })
  return { status: response.status(), html: await response.text(), location: response.headers()['location'], headers: response.headers() }
}
