import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/lib/routes'
import type { Weather } from '@/lib/model/weather'

const QUARTER_HOUR = 15 * 60 * 1000

async function fetchWeather(city: string, signal: AbortSignal): Promise<Weather | null> {
  const answer = await fetch(apiPaths.weather(city), { signal })
  if (!answer.ok) throw new Error(`Weather answered ${answer.status}`)
  return (await answer.json()) as Weather | null
}

/** The weather in one of the newsroom's cities, asked again every quarter of an hour while the tab is looked at. */
export const weatherQuery = (city: string) =>
  queryOptions({
    queryKey: ['weather', city],
    queryFn: ({ signal }) => fetchWeather(city, signal),
    staleTime: QUARTER_HOUR,
    refetchInterval: QUARTER_HOUR,
  })
