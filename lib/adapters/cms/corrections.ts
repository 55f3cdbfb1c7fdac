import type { Card } from '@/lib/model/card'
import type { Correction } from '@/lib/model/story'
import { among, sql, sqlOf } from '@/lib/cms/sql'
import { listCardsByIds } from './cards'
import { cms } from './client'
import { timeOf } from './links'
import { toCorrections } from './stories'

/** The corrections of these stories, newest correction first. */
export async function readCorrections(storyIds: readonly number[]): Promise<{ correction: Correction; card: Card }[]> {
  const cards = await listCardsByIds(storyIds)
  if (cards.length === 0) return []
  const { all } = sqlOf(await cms())
  const rows = await all<{ story: number; kind: string; at: string; text: string }>(
    sql`SELECT _parent_id AS story, kind, at, text FROM stories_corrections WHERE _parent_id IN (${among(cards.map((card) => Number(card.id)))})`,
  )
  return cards
    .flatMap((card) => toCorrections(rows.filter((row) => String(row.story) === card.id).map((row) => ({ ...row, at: timeOf(row.at) }))).map((correction) => ({ correction, card })))
    .sort((a, b) => b.correction.at.localeCompare(a.correction.at))
}
