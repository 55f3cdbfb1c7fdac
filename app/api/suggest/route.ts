import { z } from 'zod'
import { suggest } from '@/lib/data/search'

export const dynamic = 'force-dynamic'

const asked = z.string().trim().max(200)

/** GET ?q=: stories whose headlines begin like what is being typed, newest first, at most eight. */
export async function GET(request: Request): Promise<Response> {
  const q = asked.safeParse(new URL(request.url).searchParams.get('q'))
  if (!q.success) return Response.json({ error: 'Expected ?q= with at most 200 letters.' }, { status: 400 })
  return Response.json(await suggest(q.data), { headers: { 'Cache-Control': 'public, max-age=60' } })
}
