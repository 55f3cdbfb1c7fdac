import { timingSafeEqual } from 'node:crypto'
import { clockKey } from '@/lib/clock'
import { tick } from '@/lib/data/clock'

export const dynamic = 'force-dynamic'

/** The clock's own door: one beat, for whoever shows its key. */
export async function POST(request: Request): Promise<Response> {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${clockKey()}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return Response.json({ error: 'This door is for the site’s own clock.' }, { status: 403 })
  }
  return Response.json(await tick())
}
