import type { Card } from '@/lib/model/card'
import type { River } from '@/lib/model/front'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { countRiver, readRiverIds } from '@/lib/adapters/cms/river'
import { PAGE_SIZE } from './page-size'
import { tagPage } from './remember'
import { tags } from './tags'

/** One page of a list, newest first; null when there is no such page. The first page of an empty list is there. */
export async function getRiver(list: string, page: number, size: number = PAGE_SIZE): Promise<River | null> {
  await tagPage([list])
  const total = await countRiver(list)
  const pageCount = Math.max(1, Math.ceil(total / size))
  if (!Number.isInteger(page) || page < 1 || page > pageCount) return null
  const cards = await listCardsByIds(await readRiverIds(list, (page - 1) * size, size))
  return { cards, page, pageCount, total }
}

/** The newest of a list, leaving out stories that stand elsewhere on the page. */
export async function listNewest(list: string, limit: number, without: ReadonlySet<string> = new Set()): Promise<Card[]> {
  const ids = await readRiverIds(list, 0, limit + without.size)
  return listCardsByIds(ids.filter((id) => !without.has(String(id))).slice(0, limit))
}

/** Puts on the page the tag of every story it carries, so that a withdrawn one leaves it at once. */
export async function mention(cards: readonly Card[]): Promise<void> {
  await tagPage(cards.map((card) => tags.mention(card.id)))
}
