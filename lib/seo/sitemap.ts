import { element, escapeXml } from '@/lib/feeds/xml'
import { absoluteUrl } from '@/lib/routes'

/** One address in a sitemap (sitemaps.org/protocol). */
export interface SitemapEntry {
  path: string
  /** When it last changed for readers, ISO 8601; null when that is not known. */
  modifiedAt: string | null
  /** A picture on it, or null. */
  picture?: string | null
  /** The same page by language, "x-default" among them; null when there is but one. */
  languages?: Record<string, string> | null
}

/** A story of the last two days. */
export interface NewsEntry {
  path: string
  headline: string
  language: string
  /** First publication, ISO 8601. */
  publishedAt: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
const CORE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** An index of sitemaps, each with the newest change in it. */
export function sitemapIndex(sitemaps: readonly { path: string; modifiedAt: string | null }[], origin: string): string {
  const entries = sitemaps.map(({ path, modifiedAt }) => `<sitemap>${element('loc', absoluteUrl(origin, path))}${element('lastmod', modifiedAt)}</sitemap>`)
  return [DECLARATION, `<sitemapindex ${CORE}>`, ...entries, '</sitemapindex>', ''].join('\n')
}

/** A sitemap with pictures and, where a page has versions in other languages, these. */
export function sitemap(entries: readonly SitemapEntry[], origin: string): string {
  const url = ({ path, modifiedAt, picture, languages }: SitemapEntry) => {
    const alternates = Object.entries(languages ?? {}).map(([language, to]) => `<xhtml:link rel="alternate" hreflang="${escapeXml(language)}" href="${escapeXml(absoluteUrl(origin, encodeURI(to)))}"/>`)
    const image = picture ? `<image:image>${element('image:loc', absoluteUrl(origin, picture))}</image:image>` : ''
    return `<url>${element('loc', absoluteUrl(origin, encodeURI(path)))}${element('lastmod', modifiedAt)}${alternates.join('')}${image}</url>`
  }
  const namespaces = `${CORE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"`
  return [DECLARATION, `<urlset ${namespaces}>`, ...entries.map(url), '</urlset>', ''].join('\n')
}

/** A language as the news sitemap wants it: two or three letters, apart from the two ways of writing Chinese. */
export function newsLanguage(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  if (language !== 'zh') return language
  return rest.some((part) => part === 'tw' || part === 'hk' || part === 'hant') ? 'zh-tw' : 'zh-cn'
}

/** A news sitemap (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap); one without stories is as good as any. */
export function newsSitemap(entries: readonly NewsEntry[], publication: string, origin: string): string {
  // Google matches the name with the one it knows, which has nothing in brackets.
  const name = publication.replace(/\s*\([^)]*\)/g, '').trim()
  const url = ({ path, headline, language, publishedAt }: NewsEntry) =>
    [
      '<url>',
      element('loc', absoluteUrl(origin, encodeURI(path))),
      `<news:news><news:publication>${element('news:name', name)}${element('news:language', newsLanguage(language))}</news:publication>`,
      element('news:publication_date', publishedAt),
      element('news:title', headline),
      '</news:news></url>',
    ].join('')
  return [DECLARATION, `<urlset ${CORE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`, ...entries.map(url), '</urlset>', ''].join('\n')
}
