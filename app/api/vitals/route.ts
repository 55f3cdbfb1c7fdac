import { readBeacon } from '@/lib/data/reading-request'
import { parseVitals, recordVitals } from '@/lib/data/vitals'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'no-store' }

/** How fast a page was for a reader, as their browser measured it. */
export async function POST(request: Request): Promise<Response> {
  const sent = await readBeacon(request)
  if (!('json' in sent)) return Response.json({ error: sent.error }, { status: sent.status, headers })
  const measured = parseVitals(sent.json)
  if (measured === null) return Response.json({ error: 'Expected {"path": "/…", "values": {"LCP": <milliseconds>}}.' }, { status: 400, headers })
  await recordVitals(measured)
  return new Response(null, { status: 204, headers })
}
