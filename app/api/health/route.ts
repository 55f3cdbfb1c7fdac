import { getHealth } from '@/lib/data/health'

export const dynamic = 'force-dynamic'

/** For a load balancer: 200 while this process can serve, 503 with the reason when it cannot. */
export async function GET(): Promise<Response> {
  const health = await getHealth()
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
