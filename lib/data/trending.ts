import type { Card } from '@/lib/model/card'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { readRiverIds } from '@/lib/adapters/cms/river'
import { listMostRead } from '@/lib/adapters/reads/database'
import { invalidate } from './invalidate'
import { remember } from './remember'
import { mention } from './rivers'
import { tags } from './tags'

/** Readings of the last three days, half as much after each twelve hours. */
const DECAY = { hours: 72, halfLife: 12 }
/** As many as any list of the site shows, and some to spare. */
const KEPT = 20

const key = Symbol.for('dateline.trending')
const ranking = ((globalThis as { [key]?: { last: string | null } })[key] ??= { last: null })

/** "Trending Now": the most read, filled up with the newest while there are too few readings. At most twenty. */
export async function listTrending(limit: number): Promise<Card[]> {
  const ids = await remember('trending', [tags.trending], () => rank(new Date()))
  const cards = (await listCardsByIds(ids.slice(0, limit + SPARE))).slice(0, limit)
  await mention(cards)
  return cards
}

/** More than are shown, so that one withdrawn meanwhile leaves no hole. */
const SPARE = 4

/**
 * Ranks anew, once a minute by the clock; where the order has changed, pages that show it are refreshed behind
 * their readers' backs.
 * @returns whether it has changed.
 */
export async function rescore(now: Date = new Date()): Promise<boolean> {
  const order = (await rank(now)).join(' ')
  // After a start, pages kept from before may show another order.
  const changed = ranking.last !== order
  ranking.last = order
  if (changed) invalidate({ expire: [], refresh: [tags.trending] })
  return changed
}

async function rank(now: Date): Promise<number[]> {
  const read = await listMostRead(tags.latest, now.getTime(), DECAY, KEPT)
  const newest = read.length < KEPT ? await readRiverIds(tags.latest, 0, KEPT) : []
  return [...new Set([...read, ...newest])].slice(0, KEPT)
}
