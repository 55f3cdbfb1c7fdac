import type { Figure } from '@/lib/model/block'
import { modifiedAt, type Story } from '@/lib/model/story'
import { absoluteUrl } from '@/lib/routes'
import { categoriesOf, type Feed, feedId, feedModifiedAt, feedUrl, type FeedHome } from './feed'
import { storyHtml } from './html'
import { readerEntry, readerHeader, STYLESHEET } from './reader-view'
import { element, escapeXml } from './xml'

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  sy: 'http://purl.org/rss/1.0/modules/syndication/',
  xhtml: 'http://www.w3.org/1999/xhtml',
}

/** A time as RSS writes it (RFC 822, section 5, with a numeric zone): "Thu, 16 Jan 2025 09:05:00 +0000". */
export function rfc822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000')
}

/** A picture as Media RSS has it (rssboard.org/media-rss), with what is needed to show it rightly. */
export function mediaContent({ picture, caption }: Figure, origin: string): string {
  const address = escapeXml(absoluteUrl(origin, picture.src))
  const words = element('media:title', picture.alt, { type: 'plain' }) + element('media:description', caption ?? picture.caption, { type: 'plain' }) + element('media:credit', picture.credit, { role: 'photographer' })
  return `<media:content url="${address}" type="${escapeXml(picture.mimeType)}" medium="image" width="${picture.width}" height="${picture.height}">${words}</media:content>`
}

function item(story: Story, home: FeedHome): string {
  const { site, origin } = home
  const url = absoluteUrl(origin, story.path)
  return [
    '<item>',
    element('title', story.headline),
    element('link', url),
    element('guid', feedId(story, origin), { isPermaLink: 'false' }),
    element('pubDate', rfc822(story.publishedAt)),
    element('atom:updated', modifiedAt(story)),
    ...story.authors.map((author) => element('dc:creator', author.name)),
    story.language === site.language ? '' : element('dc:language', story.language),
    ...categoriesOf(story).map((name) => element('category', name)),
    element('description', story.standfirst ?? story.search.description),
    readerEntry(story, home),
    story.hero ? mediaContent(story.hero, origin) : '',
    element('content:encoded', storyHtml(story, origin, site)),
    '</item>',
  ].join('')
}

/** An RSS 2.0 document (rssboard.org/rss-specification) with the full text, Dublin Core authors and Media RSS pictures. */
export function rssFeed(feed: Feed, home: FeedHome): string {
  const { site, origin } = home
  const newest = feedModifiedAt(feed)
  const page = absoluteUrl(origin, feed.path)
  const image = site.logo ? `<image>${element('url', absoluteUrl(origin, site.logo.src))}${element('title', feed.title)}${element('link', page)}</image>` : ''
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    STYLESHEET,
    `<rss version="2.0" ${Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')}><channel>`,
    element('title', feed.title),
    element('link', page),
    element('description', feed.description || feed.title),
    element('language', site.locale.toLowerCase()),
    newest === null ? '' : element('lastBuildDate', rfc822(newest)),
    element('generator', 'Dateline'),
    element('ttl', '15'),
    '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
    `<atom:link href="${escapeXml(feedUrl(feed, 'rss', origin))}" rel="self" type="application/rss+xml"/>`,
    ...site.hubs.map((hub) => `<atom:link href="${escapeXml(hub)}" rel="hub"/>`),
    image,
    readerHeader(feed, home),
    ...feed.stories.map((story) => item(story, home)),
    '</channel></rss>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
