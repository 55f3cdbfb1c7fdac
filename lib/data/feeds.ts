import type { Feed } from '@/lib/feeds/feed'
import { type FeedFormat, feedPathOf } from '@/lib/routes'
import { readRiverIds } from '@/lib/adapters/cms/river'
import { readStories } from '@/lib/adapters/cms/stories'
import { getAuthor } from './authors'
import { getSection } from './sections'
import { getSite } from './site'
import { tags } from './tags'
import { getTopic } from './topics'
import { recallWritten, type Written } from './written'

const LENGTH = 30

/** What a list is called, and where its page is; null when there is none. `list` is "latest" or "section:12". */
async function subjectOf(list: string): Promise<{ name: string | null; description: string | null; path: string } | null> {
  const [kind, id] = list.split(':')
  if (list === tags.latest) return { name: null, description: null, path: '/' }
  if (id === undefined) return null
  const found = kind === 'section' ? await getSection(id) : kind === 'topic' ? await getTopic(id) : kind === 'author' ? await getAuthor(id) : null
  if (found === null) return null
  return { name: found.name, description: 'description' in found ? found.description : found.biography, path: found.path }
}

/** The newest thirty of a list, whole, with its name and place; null when there is no such list. A story past its expiry is not in it. */
export async function getFeed(list: string, now: Date = new Date()): Promise<Feed | null> {
  const [site, subject] = await Promise.all([getSite(), subjectOf(list)])
  if (subject === null) return null
  const stories = await readStories(await readRiverIds(list, 0, LENGTH))
  return {
    title: subject.name === null ? site.name : `${subject.name} · ${site.name}`,
    description: subject.description ?? site.description,
    path: subject.path,
    stories: stories.filter(({ expiresAt }) => expiresAt === null || new Date(expiresAt) > now),
  }
}

/** A feed written once for all who ask, until a story in it, its list or the newsroom's settings change. */
export function recallFeed(list: string, format: FeedFormat, write: (feed: Feed) => string): Promise<Written | null> {
  return recallWritten(`feed ${format} ${list}`, [tags.site, tags.day, list], async () => {
    const feed = await getFeed(list)
    return feed && { body: write(feed), path: feedPathOf(feed.path, format) }
  })
}
