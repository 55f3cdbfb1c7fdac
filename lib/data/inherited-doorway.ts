import { originalsOf } from '@/lib/import/media/names'
import { archivePath, authorPath, feedPathOf, homePath, latestPath, pagedPath, searchResultsPath, sitemapPath, topicPath, type FeedFormat } from '@/lib/routes'
import { findAddress, findFirst, hasMonth, hasPage, hasYear, isList, type Address, type AddressKind } from './addresses'
import { gone, NOT_FOUND, redirectTo, type Answer } from './answer'
import { tags } from './tags'

/*
 * Addresses that a WordPress answers by rule rather than by a row: feeds, pages by number, the archive by date, sizes
 * of pictures. Asked only where nothing of this site answers, so that what stands at an address comes first and
 * readers of today's pages pay nothing. All lead on by one 301.
 */

const FEEDS: Record<string, FeedFormat> = {
  '/rss': 'rss',
  '/rss.xml': 'rss',
  '/rdf': 'rss',
  '/index.rdf': 'rss',
  '/index.xml': 'rss',
  '/atom': 'atom',
  '/wp-rss.php': 'rss',
  '/wp-rss2.php': 'rss',
  '/wp-rdf.php': 'rss',
  '/wp-feed.php': 'rss',
  '/wp-commentsrss2.php': 'rss',
  '/wp-atom.php': 'atom',
}

const formatOf = (name: string | undefined): FeedFormat => (name === 'atom' ? 'atom' : 'rss')

type Rule = [pattern: RegExp, settle: (found: string[]) => Answer | null | Promise<Answer | null>]

const RULES: Rule[] = [
  [/^\/(?:wp-sitemap(?:-[a-z0-9-]+)?|sitemap[-_]index|[a-z0-9_-]+-sitemap\d*)\.xml$/, () => redirectTo(sitemapPath)],
  [/^(?:\/comments)?\/feed(?:\/(rss2?|rdf|atom))?$/, ([, format]) => redirectTo(feedPathOf(homePath, formatOf(format)))],
  [/^\/search\/(?!page\/)(.+?)(?:\/(?:feed(?:\/\w+)?|page\/\d+))?$/, ([, words]) => redirectTo(searchResultsPath({ text: words!.replaceAll('+', ' ') }))],
  [/^\/page\/(\d{1,6})$/, ([, page]) => settleFrontPage(Number(page))],
  [/^\/(\d{4})(?:\/(\d{1,2})(?:\/(\d{1,2}))?)?(?:\/page\/\d+)?$/, ([, year, month, day]) => settleDate(year!, month, day)],
  [/^.+\.(?:jpe?g|png|gif|webp|avif)$/, ([path]) => settleFile(path!)],
  [/^(.+)\/feed(?:\/(rss2?|rdf|atom))?$/, ([, base, format]) => lead(base!, (kind, to) => feedBeside(kind, to, format))],
  [/^(.*)\/amp$/, ([, base]) => (base === '' ? redirectTo(homePath) : lead(base!, (_, to) => to))],
  [/^(.+)\/(?:embed|trackback|comment-page-\d+|[1-9]\d{0,2})$/, ([, base]) => lead(base!, (kind, to) => (kind === 'story' || kind === 'page' ? to : null))],
]

/** Where an address of a WordPress leads here; null when it is none, or nothing of it moved in. `path` in its one spelling. */
export async function settleInherited(path: string): Promise<Answer | null> {
  const feed = FEEDS[path]
  if (feed !== undefined) return redirectTo(feedPathOf(homePath, feed))
  for (const [pattern, settle] of RULES) {
    const found = pattern.exec(path)
    const answer = found === null ? null : await settle([...found])
    if (answer !== null) return answer
  }
  return null
}

/** What stands beside a document's address: leads to wherever `onto` says, or nowhere. */
async function lead(base: string, onto: (kind: AddressKind, to: string) => string | null): Promise<Answer | null> {
  return leadOn(await findAddress(base), base, onto)
}

async function leadOn(found: Address | null, base: string, onto: (kind: AddressKind, to: string) => string | null): Promise<Answer | null> {
  if (found === null) return null
  if (found.state === 'withdrawn') return gone(found)
  if (found.state === 'moved' && found.kind === 'redirect') {
    const last = found.to.startsWith('/') ? await findAddress(found.to) : null
    return leadTo(onto(last?.state === 'live' ? last.kind : 'redirect', found.to))
  }
  return leadTo(onto(found.kind, found.state === 'live' ? base : found.to))
}

const leadTo = (path: string | null): Answer | null => (path === null ? null : redirectTo(path))

/** A list's feed; the page itself of what has none. */
function feedBeside(kind: AddressKind, path: string, format: string | undefined): string {
  if (isList(kind)) return feedPathOf(path, formatOf(format))
  return path === homePath || path === latestPath() ? feedPathOf(homePath, formatOf(format)) : path
}

/** Further pages of the front page were the newest stories. */
async function settleFrontPage(page: number): Promise<Answer | null> {
  return (await hasPage(tags.latest, page)) ? redirectTo(latestPath(page)) : null
}

/** The archive of a year, a month or a day, where anything was published in it. */
async function settleDate(year: string, month?: string, day?: string): Promise<Answer | null> {
  if (month === undefined) return (await hasYear(year)) ? redirectTo(archivePath()) : null
  const [m, d] = [Number(month), Number(day ?? 1)]
  const date = new Date(Date.UTC(Number(year), m - 1, d))
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  if (!(await hasMonth(`${year}-${String(m).padStart(2, '0')}`))) return null
  return redirectTo(archivePath(Number(year), m, day === undefined ? undefined : d))
}

/** A picture in one of the sizes WordPress made, or a treated copy, leads to the file it was made from. */
async function settleFile(path: string): Promise<Answer | null> {
  const originals = new Set(originalsOf(path).map((name) => name.toLowerCase()))
  const found = await findFirst([...originals].filter((name) => name !== path))
  return found?.state === 'moved' ? redirectTo(found.to) : null
}

const NUMBER = /^[1-9]\d{0,9}$/
const isSlug = (value: string | null): value is string => value !== null && /^[^\s/?#&]{1,200}$/.test(value)

/** The rows that a query of a WordPress's front page may be written down as, likeliest first; null when it names nothing. */
function rowsOf(given: URLSearchParams): { rows: string[]; isNumber: boolean } | null {
  for (const name of ['p', 'page_id', 'attachment_id', 'cat', 'tag_id', 'author']) {
    const value = given.get(name)
    if (value === null || !NUMBER.test(value)) continue
    // Posts, pages and attachments share their numbers, and WordPress takes one name for another.
    const names = /^(?:p|page_id|attachment_id)$/.test(name) ? [name, 'p', 'page_id', 'attachment_id'] : [name]
    return { rows: [...new Set(names)].map((key) => `/?${key}=${value}`), isNumber: true }
  }
  const tag = given.get('tag')?.toLowerCase().normalize('NFC') ?? null
  if (isSlug(tag)) return { rows: [`/?tag=${tag}`, `/tag/${tag}`, topicPath(tag)], isNumber: false }
  const author = given.get('author_name')?.toLowerCase().normalize('NFC') ?? null
  return isSlug(author) ? { rows: [`/?author_name=${author}`, authorPath(author)], isNumber: false } : null
}

/**
 * Where a query to the front page leads: "?p=12", "?cat=3&paged=2", "?feed=atom", "?m=201905", "?s=words". A number
 * that nothing has is a 404; any other query is null, and dropped like what newsletters hang on their links.
 */
export async function settleInheritedQuery(search: string): Promise<Answer | null> {
  const given = new URLSearchParams(search)
  const feed = /^(?:comments-)?(rss2?|rdf|atom)$/.exec(given.get('feed') ?? '')?.[1] ?? (given.get('feed') === 'feed' ? 'rss' : undefined)
  const named = rowsOf(given)
  if (named !== null) {
    const page = NUMBER.test(given.get('paged') ?? '') ? Number(given.get('paged')) : 1
    const found = await findFirst(named.rows)
    const to = (kind: AddressKind, path: string) => (feed !== undefined ? feedBeside(kind, path, feed) : isList(kind) ? pagedPath(path, page) : path)
    if (found !== null) return leadOn(found, named.rows.at(-1)!, to)
    return named.isNumber ? NOT_FOUND : null
  }
  const date = /^(\d{4})(?:(\d{2})(\d{2})?)?$/.exec(given.get('m') ?? '')
  if (date !== null) return (await settleDate(date[1]!, date[2], date[3])) ?? NOT_FOUND
  if (feed !== undefined) return redirectTo(feedPathOf(homePath, formatOf(feed)))
  const words = given.get('s')
  return words === null ? null : redirectTo(searchResultsPath({ text: words }))
}
