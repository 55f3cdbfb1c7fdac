import type { Card } from '@/lib/model/card'
import { feedPathOf } from '@/lib/routes'
import { getAuthor } from './authors'
import { listNewest, mention } from './rivers'
import { getSection } from './sections'
import { getSite } from './site'
import { tagPage } from './remember'
import { tags } from './tags'
import { getTopic } from './topics'

const LENGTH = 30

export interface FeedSource {
  title: string
  description: string
  path: string
  feedPath: string
  cards: Card[]
}

/** What a list is called, and where its page is; null when there is none. `list` is "latest" or "section:12". */
async function subjectOf(list: string): Promise<{ name: string | null; description: string | null; path: string } | null> {
  const [kind, id] = list.split(':')
  if (list === 'latest') return { name: null, description: null, path: '/' }
  if (id === undefined) return null
  const found = kind === 'section' ? await getSection(id) : kind === 'topic' ? await getTopic(id) : kind === 'author' ? await getAuthor(id) : null
  if (found === null) return null
  return { name: found.name, description: 'description' in found ? found.description : found.biography, path: found.path }
}

/** The newest thirty of a list with its name and place; null when there is no such list. */
export async function getFeed(list: string): Promise<FeedSource | null> {
  await tagPage([tags.feeds, list])
  const [site, subject] = await Promise.all([getSite(), subjectOf(list)])
  if (subject === null) return null
  const cards = await listNewest(list, LENGTH)
  await mention(cards)
  return {
    title: subject.name === null ? site.name : `${subject.name} · ${site.name}`,
    description: subject.description ?? site.description,
    path: subject.path,
    feedPath: feedPathOf(subject.path),
    cards,
  }
}
