import type { Metadata } from 'next'
import type { Site } from '@/lib/model/site'
import { modifiedAt, type Story } from '@/lib/model/story'
import { absoluteUrl, feedPathOf, markdownPath, pagedPath } from '@/lib/routes'
import { isIndexable, siteOrigin } from '@/lib/site'
import { languageVersions } from './languages'
import { shareImage } from './share'

interface ListFacts {
  title: string
  description: string | null
  path: string
  page?: number
  /** Whether the list has feeds beside it. */
  feed?: boolean
  noindex?: boolean
  /** Its Open Graph type. */
  type?: 'website' | 'profile'
}

type Alternates = NonNullable<Metadata['alternates']>
type Links = NonNullable<Alternates['types']>

const GENEROUS = { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 } as const

/** What crawlers may do with a page; nothing may be listed from a copy of the site that is not the newsroom's own. */
function robots(noindex: boolean, expiresAt: string | null = null): Metadata['robots'] {
  if (!isIndexable) return { index: false, follow: false }
  if (noindex) return { index: false, follow: true }
  return { index: true, follow: true, ...GENEROUS, ...(expiresAt === null ? {} : { unavailable_after: new Date(expiresAt).toISOString() }) }
}

const openGraphLocale = (locale: string) => locale.replace('-', '_')
const accountOnX = (site: Site) => site.social.find(({ network }) => network === 'x')?.handle?.replace(/^@?/, '@')

/** What the head of a story's page says. */
export function storyMetadata(story: Story, site: Site): Metadata {
  const url = absoluteUrl(siteOrigin, story.path)
  const card = shareImage(story, site)
  const image = { url: absoluteUrl(siteOrigin, card.path), width: card.width, height: card.height, alt: story.social.picture?.alt || story.social.headline }
  const { canonical } = story.search
  const versions = story.search.noindex || canonical !== null ? null : languageVersions(story, site.language)
  return {
    title: { absolute: `${story.search.headline} | ${site.name}` },
    description: story.search.description,
    authors: story.authors.map((author) => ({ name: author.name, url: absoluteUrl(siteOrigin, author.path) })),
    alternates: {
      canonical: canonical ?? url,
      ...(versions === null ? {} : { languages: Object.fromEntries(Object.entries(versions).map(([language, path]) => [language, absoluteUrl(siteOrigin, path)])) }),
      types: { ...feedLinks(story.section.path, story.section.name), 'text/markdown': [{ url: absoluteUrl(siteOrigin, markdownPath(story.path)), title: story.headline }] },
    },
    robots: robots(story.search.noindex, story.expiresAt),
    openGraph: {
      type: 'article',
      url,
      title: story.social.headline,
      description: story.social.description,
      siteName: site.name,
      locale: openGraphLocale(story.language === site.language ? site.locale : story.language),
      publishedTime: story.publishedAt,
      modifiedTime: modifiedAt(story),
      section: story.section.name,
      tags: story.topics.map((topic) => topic.name),
      authors: story.authors.map((author) => absoluteUrl(siteOrigin, author.path)),
      images: [{ ...image, type: 'image/jpeg' }],
    },
    twitter: { card: 'summary_large_image', site: accountOnX(site), title: story.social.headline, description: story.social.description, images: [{ url: image.url, alt: image.alt }] },
  }
}

/** What the head of any other page says. */
export function listMetadata({ title, description, path, page = 1, feed = false, noindex = false, type = 'website' }: ListFacts, site: Site): Metadata {
  const url = absoluteUrl(siteOrigin, pagedPath(path, page))
  const name = page > 1 ? `${title}, page ${page}` : title
  const text = description ?? `${title}: ${site.description}`
  const logo = site.logo
  return {
    title: { absolute: path === '/' ? `${site.name}: ${site.tagline}` : `${name} | ${site.name}` },
    description: text,
    alternates: { canonical: url, types: feedLinks(feed ? path : '/', feed && path !== '/' ? title : site.name) },
    robots: robots(noindex),
    openGraph: {
      type,
      url,
      title: path === '/' ? site.name : name,
      description: text,
      siteName: site.name,
      locale: openGraphLocale(site.locale),
      ...(logo ? { images: [{ url: absoluteUrl(siteOrigin, logo.src), width: logo.width, height: logo.height, alt: logo.alt || site.name }] } : {}),
    },
    twitter: { card: 'summary', site: accountOnX(site), title: path === '/' ? site.name : name, description: text },
  }
}

/**
 * What the head of a page of the lite edition says: little, and that the full page is the one to list. It is not
 * "noindex": that would contradict the canonical address, and search engines might drop both.
 */
export function liteMetadata({ title, description, path, page = 1, noindex = false }: ListFacts, site: Site): Metadata {
  const name = page > 1 ? `${title}, page ${page}` : title
  return {
    title: { absolute: `${name} | ${site.name}, lite edition` },
    description: description ?? undefined,
    alternates: { canonical: absoluteUrl(siteOrigin, pagedPath(path, page)) },
    ...(noindex || !isIndexable ? { robots: robots(noindex) } : {}),
  }
}

/** What pages say that are for nobody's index: errors, and what has been withdrawn. */
export const hiddenMetadata = (title: string): Metadata => ({ title, robots: { index: false, follow: isIndexable } })

/** The feeds of a list, in every format, for readers that look for them in the head. */
const feedLinks = (path: string, title: string): Links => {
  const link = (format: 'rss' | 'atom' | 'json') => [{ url: absoluteUrl(siteOrigin, feedPathOf(path, format)), title }]
  return { 'application/rss+xml': link('rss'), 'application/atom+xml': link('atom'), 'application/feed+json': link('json') }
}
