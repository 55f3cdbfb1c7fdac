import { formatDateTime } from '@/lib/format/dates'
import type { Story } from '@/lib/model/story'
import { absoluteUrl } from '@/lib/routes'
import type { Feed, FeedHome } from './feed'
import { escapeXml } from './xml'

/**
 * What a person sees who opens a feed in a browser: the same document under a stylesheet, with a few elements of
 * XHTML in it that browsers show and feed readers pass over. Needs no script and no XSLT (docs/decisions/0010).
 */
export const STYLESHEET = '<?xml-stylesheet type="text/css" href="/styles/feed.css"?>'

/** Says what this is, whose, and where the page itself stands. */
export function readerHeader(feed: Feed, { origin }: FeedHome): string {
  return [
    '<xhtml:header>',
    '<xhtml:p class="label">Web feed</xhtml:p>',
    `<xhtml:h1>${escapeXml(feed.title)}</xhtml:h1>`,
    '<xhtml:p>This is a web feed: new stories come to you as they are published. Copy the address of this page into a feed reader to follow it. ',
    `<xhtml:a href="${escapeXml(absoluteUrl(origin, feed.path))}">See it as a web page</xhtml:a>.</xhtml:p>`,
    '</xhtml:header>',
  ].join('')
}

/** A headline that can be followed, and its section and time in the newsroom's own words; the feed's elements are text only, in machine form. */
export function readerEntry(story: Story, { site, origin }: FeedHome): string {
  const link = `<xhtml:a class="headline" href="${escapeXml(absoluteUrl(origin, story.path))}">${escapeXml(story.headline)}</xhtml:a>`
  return `${link}<xhtml:p class="when">${escapeXml(`${story.section.name} · ${formatDateTime(story.publishedAt, site)}`)}</xhtml:p>`
}
