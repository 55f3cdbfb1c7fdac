import type { Card } from '@/lib/model/card'
import { recall } from './memory'
import { listNewest } from './rivers'
import { tags } from './tags'
import { listTrending } from './trending'

/** A story in a widget that is filled anew while the page stays open. Times are ISO 8601 in UTC. */
export interface HeadlineRow {
  id: string
  path: string
  headline: string
  publishedAt: string
  section: { name: string; path: string }
}

const ROWS = 8

const toRow = ({ id, path, headline, publishedAt, section }: Card): HeadlineRow => ({ id, path, headline, publishedAt, section: { name: section.name, path: section.path } })

/** The eight newest stories. */
export function listLatestRows(): Promise<HeadlineRow[]> {
  return recall('rows:latest', [tags.latest, tags.site], async () => (await listNewest(tags.latest, ROWS)).map(toRow))
}

/** The eight most read stories. */
export function listTrendingRows(): Promise<HeadlineRow[]> {
  // Any story that changes is announced under "latest" as well.
  return recall('rows:trending', [tags.trending, tags.latest, tags.site], async () => (await listTrending(ROWS)).map(toRow))
}

/** The newest stories as cards, for what machines read. */
export function listLatestCards(limit: number): Promise<Card[]> {
  return recall(`cards:latest:${limit}`, [tags.latest, tags.site], () => listNewest(tags.latest, limit))
}
