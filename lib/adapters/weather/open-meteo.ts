import { z } from 'zod'
import type { City, TemperatureUnit } from '@/lib/model/site'
import type { Weather } from '@/lib/model/weather'
import { conditionOf } from './wmo'

/** How long the forecast API has to answer, in milliseconds. */
export const TIME_LIMIT_MS = 2_500
const MOST_LETTERS = 20_000

/** The part of Open-Meteo's answer that is used. Times have no zone of their own: they are in the answer's. */
const answer = z.object({
  utc_offset_seconds: z.number().default(0),
  current_units: z.object({ temperature_2m: z.enum(['°C', '°F']) }),
  current: z.object({
    time: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/),
    temperature_2m: z.number().min(-130).max(150),
    weather_code: z.number().int(),
    is_day: z.union([z.literal(0), z.literal(1)]).default(1),
  }),
})

/**
 * The weather in a city now, from a forecast API in Open-Meteo's form (https://open-meteo.com/en/docs).
 * @throws when it does not answer in two and a half seconds, answers an error, or in another form or unit.
 */
export async function fetchWeather(address: string, city: City, unit: TemperatureUnit, limitMs: number = TIME_LIMIT_MS): Promise<Weather> {
  const url = new URL(address)
  const params = {
    latitude: String(city.latitude),
    longitude: String(city.longitude),
    current: 'temperature_2m,weather_code,is_day',
    temperature_unit: unit,
    timezone: 'UTC',
  }
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  const response = await fetch(url, { signal: AbortSignal.timeout(limitMs), headers: { accept: 'application/json' }, redirect: 'error', cache: 'no-store' })
  if (!response.ok) throw new Error(`The forecast API answered ${response.status}.`)
  const text = await response.text()
  if (text.length > MOST_LETTERS) throw new Error('The forecast API answered at an unlikely length.')
  return toWeather(JSON.parse(text), city, unit)
}

/** An answer of the API as weather. @throws when it is in another form or unit. */
export function toWeather(value: unknown, city: City, unit: TemperatureUnit): Weather {
  const { current, current_units: units, utc_offset_seconds: offset } = answer.parse(value)
  if (units.temperature_2m !== (unit === 'celsius' ? '°C' : '°F')) throw new Error(`The forecast API answered in ${units.temperature_2m}.`)
  const condition = conditionOf(current.weather_code, current.is_day === 1)
  if (condition === null) throw new Error(`The forecast API answered a weather code that is none: ${current.weather_code}.`)
  const observedAt = new Date(Date.parse(`${current.time.slice(0, 16)}Z`) - offset * 1000).toISOString()
  return { city: city.name, temperature: current.temperature_2m, unit, condition, observedAt }
}
