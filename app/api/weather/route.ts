import { z } from 'zod'
import { BRIEF, edgeHeaders } from '@/lib/data/edge'
import { tags } from '@/lib/data/tags'
import { getWeather, hasCity } from '@/lib/data/weather'

export const dynamic = 'force-dynamic'

const asked = z.string().regex(/^[a-z0-9-]{1,80}$/)

/** GET ?city=: the weather in one of the newsroom's cities, or null when nothing younger than three hours is known. */
export async function GET(request: Request): Promise<Response> {
  const city = asked.safeParse(new URL(request.url).searchParams.get('city'))
  if (!city.success) return Response.json({ error: 'Expected ?city= with the short name of a city.' }, { status: 400 })
  if (!(await hasCity(city.data))) return Response.json({ error: 'The newsroom has no such city.' }, { status: 404 })
  return Response.json(await getWeather(city.data), { headers: { 'Cache-Control': 'public, max-age=300', ...edgeHeaders([tags.weather, tags.site], BRIEF) } })
}
