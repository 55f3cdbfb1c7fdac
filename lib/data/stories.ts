import { cache } from 'react'
import type { Card } from '@/lib/model/card'
import type { River } from '@/lib/model/front'
import type { Story } from '@/lib/model/story'
import { readStory } from '@/lib/adapters/cms/stories'
import { listRelated as relatedTo } from './related'
import { getRiver, listNewest, mention } from './rivers'
import { tagPage } from './remember'
import { tags } from './tags'

/** A published story by its id; null when there is none (any more). Read once for the page, its head and its graph. */
export const getStory = cache(async (id: string): Promise<Story | null> => {
  await tagPage([tags.story(id)])
  if (!/^\d{1,15}$/.test(id)) return null
  const found = await readStory(Number(id))
  if (found === null) return null
  // A reference in the text follows its story at once, unlike a card in a widget.
  await tagPage(found.mentions.map(tags.story))
  return found.story
})

/** The river of everything, newest first; null past its end. */
export function getLatest(page: number): Promise<River | null> {
  return getRiver(tags.latest, page)
}

/** "Latest News" beside a story: refreshed behind the reader's back, since it stands on every page there is. */
export async function listLatestBeside(limit: number, without: string | null = null): Promise<Card[]> {
  await tagPage([tags.aside])
  const cards = await listNewest(tags.latest, limit, new Set(without === null ? [] : [without]))
  await mention(cards)
  return cards
}

/** "Related News" of a story: the editor's choice first, then what is near it. Never itself, never a repeat. */
export function listRelated(id: string): Promise<Card[]> {
  return relatedTo(Number(id))
}
