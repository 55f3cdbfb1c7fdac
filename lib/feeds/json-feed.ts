import { modifiedAt, type Story } from '@/lib/model/story'
import { absoluteUrl, faviconPath, iconPath } from '@/lib/routes'
import { categoriesOf, type Feed, feedId, feedUrl, type FeedHome } from './feed'
import { storyHtml } from './html'

function item(story: Story, { site, origin }: FeedHome) {
  const picture = story.hero?.picture
  return {
    id: feedId(story, origin),
    url: absoluteUrl(origin, story.path),
    title: story.headline,
    summary: story.standfirst ?? story.search.description,
    content_html: storyHtml(story, origin, site),
    ...(picture ? { image: absoluteUrl(origin, picture.src) } : {}),
    date_published: story.publishedAt,
    date_modified: modifiedAt(story),
    authors: story.authors.length > 0 ? story.authors.map((author) => ({ name: author.name, url: absoluteUrl(origin, author.path) })) : [{ name: site.name, url: origin }],
    tags: categoriesOf(story),
    language: story.language,
  }
}

/** A JSON Feed 1.1 document (jsonfeed.org/version/1.1) with the full text. */
export function jsonFeed(feed: Feed, home: FeedHome): string {
  const { site, origin } = home
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.description ? { description: feed.description } : {}),
    home_page_url: absoluteUrl(origin, feed.path),
    feed_url: feedUrl(feed, 'json', origin),
    language: site.locale,
    icon: absoluteUrl(origin, site.logo?.src ?? iconPath),
    favicon: absoluteUrl(origin, faviconPath),
    authors: [{ name: site.name, url: origin }],
    ...(site.hubs.length > 0 ? { hubs: site.hubs.map((url) => ({ type: 'WebSub', url })) } : {}),
    items: feed.stories.map((story) => item(story, home)),
  })
}
