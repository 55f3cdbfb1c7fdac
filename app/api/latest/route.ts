import { BRIEF, edgeHeaders } from '@/lib/data/edge'
import { listLatestRows } from '@/lib/data/headlines'
import { tags } from '@/lib/data/tags'

export const dynamic = 'force-dynamic'

/** The eight newest stories, for a page that stays open. */
export async function GET(): Promise<Response> {
  return Response.json(await listLatestRows(), {
    headers: { 'Cache-Control': 'public, max-age=30, stale-while-revalidate=60', ...edgeHeaders([tags.latest, tags.site], BRIEF) },
  })
}
