import { absoluteUrl } from '@/lib/routes'
import type { Feed, FeedHome } from './feed'
import { escapeXml } from './xml'

/**
 * What a person sees who opens a feed in a browser: the same document under a stylesheet, with a few elements of
 * XHTML in it that browsers show and feed readers pass over. Needs no script and no XSLT (docs/decisions/0010).
 */
export const STYLESHEET = '<?xml-stylesheet type="text/css" href="/styles/feed.css"?>'

/** Says what this is, whose, and where the page itself stands. */
export function readerHeader(feed: Feed, { site, origin }: FeedHome): string {
  const link = (path: string, words: string) => `<xhtml:a href="${escapeXml(absoluteUrl(origin, path))}">${escapeXml(words)}</xhtml:a>`
  return [
    '<xhtml:header>',
    `<xhtml:p class="masthead">${link('/', site.name)}</xhtml:p>`,
    `<xhtml:h1>${escapeXml(feed.title)}</xhtml:h1>`,
    `<xhtml:p>This is a web feed: new stories come to you as they are published. Copy the address of this page into a feed reader to follow it. ${link(feed.path, 'See it as a web page')}.</xhtml:p>`,
    '</xhtml:header>',
  ].join('')
}

/** A headline that can be followed; the feed's own title element is text only. */
export const readerLink = (url: string, headline: string) => `<xhtml:a class="headline" href="${escapeXml(url)}">${escapeXml(headline)}</xhtml:a>`
