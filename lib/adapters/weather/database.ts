import { z } from 'zod'
import type { Weather } from '@/lib/model/weather'
import { cms } from '@/lib/adapters/cms/client'
import { sql, sqlOf } from '@/lib/cms/sql'

const schema = z.object({
  city: z.string(),
  temperature: z.number(),
  unit: z.enum(['celsius', 'fahrenheit']),
  condition: z.string(),
  observedAt: z.iso.datetime(),
}) satisfies z.ZodType<Weather>

/** The last good value under a name; null when there is none that can be read. */
export async function readWeather(name: string): Promise<Weather | null> {
  const [row] = await sqlOf(await cms()).all<{ body: string }>(sql`SELECT body FROM weather WHERE city = ${name}`)
  if (row === undefined) return null
  try {
    return schema.parse(JSON.parse(row.body))
  } catch {
    return null
  }
}

/** Keeps the last good value under a name; an older observation never replaces a newer one. */
export async function writeWeather(name: string, weather: Weather): Promise<void> {
  const at = Date.parse(weather.observedAt)
  await sqlOf(await cms()).run(sql`INSERT INTO weather (city, body, observed_at) VALUES (${name}, ${JSON.stringify(weather)}, ${at})
    ON CONFLICT (city) DO UPDATE SET body = excluded.body, observed_at = excluded.observed_at WHERE excluded.observed_at >= weather.observed_at`)
}
