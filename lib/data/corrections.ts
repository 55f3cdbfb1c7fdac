import type { Card } from '@/lib/model/card'
import type { Correction } from '@/lib/model/story'
import { readCorrections } from '@/lib/adapters/cms/corrections'
import { countRiver } from '@/lib/adapters/cms/river'
import { CORRECTIONS_PAGE_SIZE as STORIES_A_PAGE } from './page-size'
import { tagPage } from './remember'
import { tags } from './tags'

/** The corrections page: stories that were corrected, newest first, each with what was said. Null past the end. */
export async function listCorrections(page: number): Promise<{ entries: { correction: Correction; card: Card }[]; page: number; pageCount: number } | null> {
  await tagPage([tags.corrections])
  const total = await countRiver(tags.corrections)
  const pageCount = Math.max(1, Math.ceil(total / STORIES_A_PAGE))
  if (!Number.isInteger(page) || page < 1 || page > pageCount) return null
  const entries = await readCorrections((page - 1) * STORIES_A_PAGE, STORIES_A_PAGE)
  return { entries, page, pageCount }
}
