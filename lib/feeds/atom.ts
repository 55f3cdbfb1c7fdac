import { modifiedAt, type Story } from '@/lib/model/story'
import { absoluteUrl } from '@/lib/routes'
import { categoriesOf, type Feed, feedId, feedModifiedAt, feedUrl, type FeedHome } from './feed'
import { storyHtml } from './html'
import { readerEntry, readerHeader, STYLESHEET } from './reader-view'
import { mediaContent } from './rss'
import { element, escapeXml } from './xml'

/** An identifier that is an IRI, as Atom asks (RFC 4287, section 4.2.6): the address no page stands at, but never another's. */
const iri = (id: string, origin: string) => `${new URL(origin).protocol}//${id}`

const person = (name: string, uri: string) => `<author>${element('name', name)}${element('uri', uri)}</author>`
const link = (rel: string, href: string, type?: string) => `<link rel="${rel}" href="${escapeXml(href)}"${type ? ` type="${type}"` : ''}/>`

function entry(story: Story, home: FeedHome): string {
  const { site, origin } = home
  const url = absoluteUrl(origin, story.path)
  const authors = story.authors.length > 0 ? story.authors.map((author) => person(author.name, absoluteUrl(origin, author.path))) : [person(site.name, origin)]
  const terms = categoriesOf(story).map((name) => `<category term="${escapeXml(name)}"/>`)
  return [
    story.language === site.language ? '<entry>' : `<entry xml:lang="${escapeXml(story.language)}">`,
    element('title', story.headline),
    element('id', iri(feedId(story, origin), origin)),
    link('alternate', url, 'text/html'),
    element('published', story.publishedAt),
    element('updated', modifiedAt(story)),
    ...authors,
    ...terms,
    element('summary', story.standfirst ?? story.search.description),
    readerEntry(story, home),
    element('content', storyHtml(story, origin, site), { type: 'html' }),
    // After the text: readers that do not mind namespaces take the first "content" for it.
    story.hero ? mediaContent(story.hero, origin) : '',
    '</entry>',
  ].join('')
}

/** An Atom 1.0 document (RFC 4287) with the full text. */
export function atomFeed(feed: Feed, home: FeedHome): string {
  const { site, origin } = home
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    STYLESHEET,
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:xhtml="http://www.w3.org/1999/xhtml" xml:lang="${escapeXml(site.locale)}">`,
    element('title', feed.title),
    element('subtitle', feed.description),
    element('id', feedUrl(feed, 'atom', origin)),
    link('self', feedUrl(feed, 'atom', origin), 'application/atom+xml'),
    link('alternate', absoluteUrl(origin, feed.path), 'text/html'),
    ...site.hubs.map((hub) => link('hub', hub)),
    // An Atom feed must have a time; an empty one has never changed.
    element('updated', feedModifiedAt(feed) ?? '1970-01-01T00:00:00Z'),
    element('generator', 'Dateline'),
    site.logo ? element('logo', absoluteUrl(origin, site.logo.src)) : '',
    readerHeader(feed, home),
    ...feed.stories.map((story) => entry(story, home)),
    '</feed>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}
