import type { Card } from '@/lib/model/card'
import type { Site } from '@/lib/model/site'
import { absoluteUrl } from '@/lib/routes'
import { element, escapeXml } from './xml'

export interface Feed {
  title: string
  description: string
  /** Path of the page the feed belongs to, and of the feed itself. */
  path: string
  feedPath: string
  cards: Card[]
}

/** A time as RSS writes it (RFC 822, section 5, with a numeric zone): "Thu, 16 Jan 2025 09:05:00 +0000". */
export function rfc822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000')
}

/** An item's id: from the story's own, so that it survives a new address. */
const guid = (card: Card, origin: string) => `${new URL(origin).host}/story/${card.id}`

function item(card: Card, origin: string): string {
  const url = absoluteUrl(origin, card.path)
  const picture = card.picture
  return [
    '<item>',
    element('title', card.headline),
    element('link', url),
    element('guid', guid(card, origin), { isPermaLink: 'false' }),
    element('pubDate', rfc822(card.publishedAt)),
    ...card.authors.map((author) => element('dc:creator', author.name)),
    element('category', card.section.name),
    element('description', card.standfirst),
    picture === null
      ? ''
      : `<media:content url="${escapeXml(absoluteUrl(origin, picture.src))}" type="${escapeXml(picture.mimeType)}" medium="image" width="${picture.width}" height="${picture.height}">${element('media:description', picture.alt)}${element('media:credit', picture.credit)}</media:content>`,
    '</item>',
  ].join('')
}

/** An RSS 2.0 document (rssboard.org/rss-specification) with Dublin Core authors and Media RSS pictures. */
export function rssFeed(feed: Feed, site: Site, origin: string): string {
  const newest = feed.cards.map((card) => card.updatedAt ?? card.publishedAt).sort().at(-1)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>',
    element('title', feed.title),
    element('link', absoluteUrl(origin, feed.path)),
    element('description', feed.description || feed.title),
    element('language', site.locale.toLowerCase()),
    newest === undefined ? '' : element('lastBuildDate', rfc822(newest)),
    `<atom:link href="${escapeXml(absoluteUrl(origin, feed.feedPath))}" rel="self" type="application/rss+xml"/>`,
    ...feed.cards.map((card) => item(card, origin)),
    '</channel></rss>',
  ].join('\n')
}
