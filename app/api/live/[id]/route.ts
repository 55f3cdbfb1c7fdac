import { BRIEF, edgeHeaders } from '@/lib/data/edge'
import { getLiveState } from '@/lib/data/live'
import { tags } from '@/lib/data/tags'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ id: string }>
}

/** How far a live story has come, for a page that stays open. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const state = await getLiveState(id)
  if (state === null) return Response.json({ message: 'There is no such live story.' }, { status: 404, headers: { 'Cache-Control': 'public, max-age=30' } })
  return Response.json(state, { headers: { 'Cache-Control': 'public, max-age=15', ...edgeHeaders([tags.story(id)], BRIEF) } })
}
