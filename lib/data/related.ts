import type { Card } from '@/lib/model/card'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { listNear, newestInList } from '@/lib/adapters/search/related'
import { mention } from './rivers'
import { remember } from './remember'
import { getReferences } from './stories'
import { tags, type Id } from './tags'

/**
 * "Related News" of a story: the editors' choice first, in their order; then what shares topics and words with it;
 * then the newest of its section. Never itself, never twice; what its text refers to already comes last.
 */
export async function listRelated(storyId: Id, limit: number = 4): Promise<Card[]> {
  const id = Number(storyId)
  if (!Number.isSafeInteger(id) || id < 1) return []
  const ids = await remember(`related:${id}:${limit}`, [tags.story(id), tags.aside], () => relatedIds(id, limit))
  const cards = (await listCardsByIds(ids)).slice(0, limit)
  await mention(cards)
  return cards
}

/** More than are shown, so that one withdrawn meanwhile leaves no hole. */
const SPARE = 4

async function relatedIds(id: number, limit: number): Promise<number[]> {
  const story = await getReferences(String(id))
  if (story === null) return []
  const wanted = limit + SPARE
  const lists = { everything: tags.latest, topics: story.topics.map(tags.topic) }
  const chosen = story.related.filter((other) => other !== id)
  const near = chosen.length >= wanted ? [] : await listNear(id, lists, wanted + story.mentioned.length + chosen.length)
  const mentioned = new Set(story.mentioned)
  const found = new Set([...chosen, ...near.filter((other) => !mentioned.has(other))])
  // Where little is near: the newest of its section, then of everything.
  for (const list of [...(story.section === null ? [] : [tags.section(story.section)]), tags.latest]) {
    if (found.size >= limit) break
    for (const other of await newestInList(list, wanted, [id, ...story.mentioned, ...found])) found.add(other)
  }
  return [...new Set([...found, ...near])].slice(0, wanted)
}
