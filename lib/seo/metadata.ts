import type { Metadata } from 'next'
import type { Site } from '@/lib/model/site'
import type { Story } from '@/lib/model/story'
import { absoluteUrl, feedPathOf, pagedPath } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'

interface ListFacts {
  title: string
  description: string | null
  path: string
  page?: number
  /** Whether the list has feeds beside it. */
  feed?: boolean
  noindex?: boolean
}

const GENEROUS = { 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 } as const
const robots = (noindex: boolean): Metadata['robots'] => (noindex ? { index: false, follow: true } : { index: true, follow: true, ...GENEROUS })
const openGraphLocale = (site: Site) => site.locale.replace('-', '_')

/** What the head of a story's page says. */
export function storyMetadata(story: Story, site: Site): Metadata {
  const url = absoluteUrl(siteOrigin, story.path)
  const picture = story.social.picture
  return {
    title: { absolute: `${story.search.headline} | ${site.name}` },
    description: story.search.description,
    authors: story.authors.map((author) => ({ name: author.name, url: absoluteUrl(siteOrigin, author.path) })),
    alternates: { canonical: url, types: feedTypes(story.section.path, story.section.name) },
    robots: robots(story.search.noindex),
    openGraph: {
      type: 'article',
      url,
      title: story.social.headline,
      description: story.social.description,
      siteName: site.name,
      locale: openGraphLocale(site),
      publishedTime: story.publishedAt,
      modifiedTime: story.updatedAt ?? story.publishedAt,
      section: story.section.name,
      tags: story.topics.map((topic) => topic.name),
      authors: story.authors.map((author) => absoluteUrl(siteOrigin, author.path)),
      ...(picture ? { images: [{ url: absoluteUrl(siteOrigin, picture.src), width: picture.width, height: picture.height, alt: picture.alt }] } : {}),
    },
    twitter: { card: picture ? 'summary_large_image' : 'summary', title: story.social.headline, description: story.social.description },
  }
}

/** What the head of any other page says. */
export function listMetadata({ title, description, path, page = 1, feed = false, noindex = false }: ListFacts, site: Site): Metadata {
  const url = absoluteUrl(siteOrigin, pagedPath(path, page))
  const name = page > 1 ? `${title}, page ${page}` : title
  const text = description ?? `${title}: ${site.description}`
  return {
    title: { absolute: path === '/' ? `${site.name}: ${site.tagline}` : `${name} | ${site.name}` },
    description: text,
    alternates: { canonical: url, ...(feed ? { types: feedTypes(path, title) } : {}) },
    robots: robots(noindex),
    openGraph: { type: 'website', url, title: name, description: text, siteName: site.name, locale: openGraphLocale(site) },
  }
}

const feedTypes = (path: string, title: string) => ({ 'application/rss+xml': [{ url: absoluteUrl(siteOrigin, feedPathOf(path)), title }] })
