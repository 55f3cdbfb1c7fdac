import { after } from 'next/server'
import { parseReading } from '@/lib/data/reading-request'
import { readsWritten, recordRead } from '@/lib/data/reads'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'no-store' }

/** The reading beacon: counts a story as read. Nothing in the answer tells whether it was. */
export async function POST(request: Request): Promise<Response> {
  const reading = await parseReading(request)
  if ('status' in reading) return Response.json({ error: reading.error }, { status: reading.status, headers })
  const counted = await recordRead(reading.storyId, reading.facts)
  // A server that is told to stop waits until this is written.
  if (counted) after(readsWritten)
  return new Response(null, { status: 204, headers })
}

function refuse(): Response {
  return Response.json({ error: 'Only POST is answered here.' }, { status: 405, headers: { ...headers, Allow: 'POST' } })
}

export { refuse as GET, refuse as HEAD, refuse as PUT, refuse as PATCH, refuse as DELETE, refuse as OPTIONS }
