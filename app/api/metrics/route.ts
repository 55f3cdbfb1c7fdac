import { readMetrics } from '@/lib/data/metrics'
import { isOperator } from '@/lib/data/operator'

export const dynamic = 'force-dynamic'

/** For Prometheus, on this machine or with the operator's token. */
export async function GET(request: Request): Promise<Response> {
  if (!isOperator(request.headers)) {
    return Response.json({ error: 'Ask from this machine, or send METRICS_TOKEN as a bearer token.' }, { status: 403, headers: { 'Cache-Control': 'no-store' } })
  }
  const { text, contentType } = await readMetrics()
  return new Response(text, { headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
}
