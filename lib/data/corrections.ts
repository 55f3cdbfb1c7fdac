import type { Card } from '@/lib/model/card'
import type { Paging } from '@/lib/model/front'
import type { Correction } from '@/lib/model/story'
import { readCorrections } from '@/lib/adapters/cms/corrections'
import { CORRECTIONS_PAGE_SIZE as STORIES_A_PAGE } from './page-size'
import { tagPage } from './remember'
import { readPage } from './rivers'
import { tags } from './tags'

/** The corrections page: stories that were corrected, newest first, each with what was said. Null past the end. */
export async function listCorrections(page: number): Promise<{ entries: { correction: Correction; card: Card }[]; paging: Paging } | null> {
  await tagPage([tags.corrections])
  const found = await readPage(tags.corrections, page, STORIES_A_PAGE)
  return found && { entries: await readCorrections(found.ids), paging: found.paging }
}
