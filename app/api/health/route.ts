import { tellHealth } from '@/lib/data/health'

export const dynamic = 'force-dynamic'

/** For a load balancer: 200 while this process can serve, 503 when it cannot; why, the operator is told. */
export async function GET(request: Request): Promise<Response> {
  const health = await tellHealth(request.headers)
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
