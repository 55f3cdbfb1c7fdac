/**
 * Every address a reader, a crawler or a feed reader can follow, made in one place.
 * Sections and stories carry their own path (`section.path`, `story.path`); the rest is spelled here.
 */

const pad = (value: number) => String(value).padStart(2, '0')
const join = (base: string, rest: string) => (base === '/' ? `/${rest}` : `${base}/${rest}`)

export const homePath = '/'
export const searchPath = '/search'
/** The site's own sign, for those who want a fixed address and whole pixels. */
export const iconPath = '/icon-512.png'
export const faviconPath = '/favicon.ico'
export const offlinePath = '/offline'
export const feedPath = '/feed.xml'
export const sitemapPath = '/sitemap.xml'
export const robotsPath = '/robots.txt'
export const llmsPath = '/llms.txt'
export const licencePath = '/license.xml'
export const securityPath = '/.well-known/security.txt'

/** The same page in the lite edition. Files and other sites have none: they are left as they are. */
export function litePath(path: string): string {
  if (!/^\/(?![/\\])/.test(path) || path.startsWith('/api/') || /\.[a-z]{2,4}$/.test(path)) return path
  return path === homePath ? '/lite' : `/lite${path}`
}

export const sectionPath = (...slugs: string[]) => `/${slugs.join('/')}`
/** A story stands in its section, unless it kept the address it had on another site. */
export const storyPath = (sectionAddress: string, slug: string, kept: string | null = null) => kept || join(sectionAddress, slug)
export const topicPath = (slug: string) => `/topic/${slug}`
export const authorPath = (slug: string) => `/author/${slug}`
export const staticPagePath = (slug: string, kept: string | null = null) => kept || `/${slug}`
export const latestPath = (page = 1) => pagedPath('/latest', page)
export const correctionsPath = (page = 1) => pagedPath('/corrections', page)

/** Page N of a list; the first page has no number, so that one list has one address. */
export function pagedPath(base: string, page: number): string {
  return page > 1 ? join(base, `page/${page}`) : base
}

/** A sitemap by name; the second part and those after it carry their number. */
export const sitemapPartPath = (name: string, part = 1) => `/sitemaps/${name}${part > 1 ? `-${part}` : ''}.xml`
export const newsSitemapPagePath = (part = 1) => `/news-sitemap${part > 1 ? `-${part}` : ''}.xml`

/** The archive: its index, a year's month, or a day. */
export function archivePath(year?: number, month?: number, day?: number): string {
  const parts = ['/archive']
  if (year !== undefined) parts.push(String(year))
  if (month !== undefined) parts.push(pad(month))
  if (day !== undefined) parts.push(pad(day))
  return parts.join('/')
}

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

/** The file name of each format, beside the list it belongs to. */
export const feedFiles: Record<FeedFormat, string> = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }

/** The feed of a section, topic or author, from its own path; of everything, from "/". */
export const feedPathOf = (path: string, format: FeedFormat = 'rss') => join(path, feedFiles[format])

/** A feed's address taken apart: whose it is (the path of a list) and its format; null when it is none. */
export function readFeedPath(path: string): { base: string; format: FeedFormat } | null {
  const format = FEED_FORMATS.find((known) => path.endsWith(`/${feedFiles[known]}`))
  return format === undefined ? null : { base: path.slice(0, -feedFiles[format].length - 1) || '/', format }
}

/** The feeds of a list in every format. */
export const feedPathsOf = (path: string) => FEED_FORMATS.map((format) => feedPathOf(path, format))

/** A story as Markdown, for machines that read rather than crawl. */
export const markdownPath = (storyAddress: string) => `${storyAddress}.md`

/** One entry of a live story. */
export const livePostPath = (storyAddress: string, postId: string) => `${storyAddress}#post-${postId}`

export const SHARE_SHAPES = { card: [1200, 630], '16x9': [1200, 675], '4x3': [1200, 900], '1x1': [1200, 1200] } as const
export type ShareShape = keyof typeof SHARE_SHAPES

/** A story's picture in one of the shapes that share cards and search engines ask for; a new picture has a new version. */
export const sharePath = (storyId: string, version: string, shape: ShareShape = 'card') => `/share/${storyId}-${version}-${shape}.jpg`

/** A search with what is not empty, page 1 left out. */
export function searchResultsPath(query: { text: string; section?: string | null; from?: string | null; to?: string | null; page?: number }): string {
  const params = new URLSearchParams()
  if (query.text) params.set('q', query.text)
  if (query.section) params.set('section', query.section)
  if (query.from) params.set('from', query.from)
  if (query.to) params.set('to', query.to)
  if (query.page !== undefined && query.page > 1) params.set('page', String(query.page))
  const text = params.toString()
  return text ? `${searchPath}?${text}` : searchPath
}

export const apiPaths = {
  weather: (city: string) => `/api/weather?city=${encodeURIComponent(city)}`,
  trending: '/api/trending',
  latest: '/api/latest',
  suggest: (text: string) => `/api/suggest?q=${encodeURIComponent(text)}`,
  live: (storyId: string) => `/api/live/${storyId}`,
  read: '/api/read',
  vitals: '/api/vitals',
} as const

/** A path on this site as a full address in ASCII; full addresses are left as they are. */
export function absoluteUrl(origin: string, path: string): string {
  return /^https?:/.test(path) ? path : `${origin}${path === '/' ? '' : asciiPath(path)}` || origin
}

/** A path with what is not ASCII escaped; what is escaped already stays as it is. */
const asciiPath = (path: string) => path.replace(/[^\u0000-\u007f]+/g, encodeURI)
