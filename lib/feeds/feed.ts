import type { Site } from '@/lib/model/site'
import type { Story } from '@/lib/model/story'
import { modifiedAt } from '@/lib/model/story'
import { absoluteUrl, type FeedFormat, feedPathOf } from '@/lib/routes'

/** The newest stories of a list, whole. */
export interface Feed {
  title: string
  description: string
  /** Path of the page the feed belongs to. */
  path: string
  stories: Story[]
}

/** What every format is written for: the newsroom, and the origin its addresses start with. */
export interface FeedHome {
  site: Site
  origin: string
}

/** A story's id in feeds: from its own, so that it survives a new address. */
export const feedId = (story: Pick<Story, 'id'>, origin: string) => `${new URL(origin).host}/story/${story.id}`

/** When anything in the feed last changed; null when it is empty. */
export function feedModifiedAt(feed: Feed): string | null {
  return feed.stories.map(modifiedAt).sort().at(-1) ?? null
}

/** The feed's own full address. */
export const feedUrl = (feed: Feed, format: FeedFormat, origin: string) => absoluteUrl(origin, feedPathOf(feed.path, format))

/** What a feed reader files the story under: its section, then its topics, each once. */
export const categoriesOf = (story: Story): string[] => [...new Set([story.section.name, ...story.topics.map((topic) => topic.name)])]
