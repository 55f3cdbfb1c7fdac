import { timingSafeEqual } from 'node:crypto'
import { after } from 'next/server'
import { clockKey } from '@/lib/clock'
import { tick } from '@/lib/data/clock'
import { keepTellingEdges } from '@/lib/data/edge-purge'

export const dynamic = 'force-dynamic'

/** The clock's own door: one beat, for whoever shows its key. */
export async function POST(request: Request): Promise<Response> {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${clockKey()}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return Response.json({ error: 'This door is for the site’s own clock.' }, { status: 403 })
  }
  // After the answer, when this process's own pages have been made to expire.
  after(() => keepTellingEdges())
  return Response.json(await tick())
}
