import { BRIEF, edgeHeaders } from '@/lib/data/edge'
import { listTrendingRows } from '@/lib/data/headlines'
import { tags } from '@/lib/data/tags'

export const dynamic = 'force-dynamic'

/** The eight most read stories, for a page that stays open. */
export async function GET(): Promise<Response> {
  return Response.json(await listTrendingRows(), {
    headers: { 'Cache-Control': 'public, max-age=30, stale-while-revalidate=60', ...edgeHeaders([tags.trending, tags.latest, tags.site], BRIEF) },
  })
}
