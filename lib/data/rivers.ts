import type { Card } from '@/lib/model/card'
import type { Paging, River } from '@/lib/model/front'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { countRiver, readRiverIds } from '@/lib/adapters/cms/river'
import { PAGE_SIZE } from './page-size'
import { tagPage } from './remember'
import { tags } from './tags'

/** One page of a list, newest first; null when there is no such page. The first page of an empty list is there. */
export async function getRiver(list: string, page: number, size: number = PAGE_SIZE): Promise<River | null> {
  await tagPage([list])
  const found = await readPage(list, page, size)
  return found && { ...found.paging, cards: await listCardsByIds(found.ids), total: found.total, isMore: found.isMore }
}

/** Stories of a list are counted so far: to count all of a million would take longer than the page. */
const COUNTED = 2_000

/** The stories on one page of a list by their ids, and where it stands among the pages; null when there is no such page. */
export async function readPage(list: string, page: number, size: number): Promise<{ ids: number[]; paging: Paging; total: number; isMore: boolean } | null> {
  if (!Number.isSafeInteger(page) || page < 1) return null
  const [ids, counted] = await Promise.all([readRiverIds(list, (page - 1) * size, size + 1), countRiver(list, COUNTED + 1)])
  if (page > 1 && ids.length === 0) return null
  const isMore = counted > COUNTED
  const total = Math.min(counted, COUNTED)
  return { ids: ids.slice(0, size), paging: { page, pageCount: isMore ? null : Math.max(1, Math.ceil(total / size)), hasOlder: ids.length > size }, total, isMore }
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
