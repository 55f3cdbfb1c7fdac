import type { Weather } from '@/lib/model/weather'
import { tagPage } from './remember'
import { tags } from './tags'
import { getLastWeather } from './weather'

/** What the top of a page says of today: the moment it was made, and the weather, or none. */
export async function getMasthead(now: Date = new Date()): Promise<{ now: string; weather: Weather | null }> {
  await tagPage([tags.day, tags.weather])
  return { now: now.toISOString(), weather: await getLastWeather(now) }
}
