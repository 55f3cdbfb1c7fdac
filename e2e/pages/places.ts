import type { APIRequestContext, Page } from '@playwright/test'

/** The story of the demonstration that was told as it happened. */
export const LIVE_STORY = '/climate/rawalpindi-monsoon-day-lai-hour-by-hour'

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

/** The same page in the lite edition. */
export const liteOf = (path: string) => (path === '/' ? '/lite' : `/lite${path}`)

/** A page's HTML as a plain client gets it, without following redirects. */
export async function read(request: APIRequestContext, path: string): Promise<{ status: number; html: string; location: string | undefined; headers: Record<string, string> }> {
  const response = await request.get(path, { maxRedirects: 0, headers: { cookie: '' } })
  return { status: response.status(), html: await response.text(), location: response.headers()['location'], headers: response.headers() }
}

/** Moves as a reader does, which fetches the page's scripts, and waits until they have settled. */
export async function awaken(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.mouse.move(20, 20)
  await page.mouse.move(40, 60)
  // The network may have been idle for long: what is waited for is that the header has come alive.
  await page.waitForFunction(() => [...document.querySelectorAll('header summary, header button')].some((element) => Object.keys(element).some((key) => key.startsWith('__reactProps'))))
  await page.waitForLoadState('networkidle')
}
