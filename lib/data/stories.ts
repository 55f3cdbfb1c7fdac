import { cache } from 'react'
import type { Card } from '@/lib/model/card'
import type { River } from '@/lib/model/front'
import type { Story } from '@/lib/model/story'
import { readStory, type References } from '@/lib/adapters/cms/stories'
import { getRiver, listNewest, mention } from './rivers'
import { tagPage } from './remember'
import { tags } from './tags'

/** Read once for the page, its head, its graph and its related news. */
const find = cache(async (id: string) => {
  await tagPage([tags.story(id)])
  if (!/^\d{1,15}$/.test(id)) return null
  const found = await readStory(Number(id))
  // A reference in the text follows its story at once, unlike a card in a widget.
  await tagPage((found?.mentions ?? []).map(tags.story))
  return found
})

/** A published story by its id; null when there is none (any more). */
export async function getStory(id: string): Promise<Story | null> {
  return (await find(id))?.story ?? null
}

/** What a published story points at; null when there is none. */
export async function getReferences(id: string): Promise<References | null> {
  return (await find(id))?.references ?? null
}

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
