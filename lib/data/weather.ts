import type { City, TemperatureUnit } from '@/lib/model/site'
import type { Weather } from '@/lib/model/weather'
import { readWeather, writeWeather } from '@/lib/adapters/weather/database'
import { fetchWeather } from '@/lib/adapters/weather/open-meteo'
import { env } from '@/lib/env'
import { isWeatherCurrent } from '@/lib/format/weather'
import { log } from '@/lib/log'
import { getSite } from './site'

const EVERY_MS = 10 * 60 * 1000
const WARN_EVERY_MS = 10 * 60 * 1000

/** What this process knows of one place: its last good value, when it last asked, and the asking under way. */
interface Place {
  last: Weather | null
  read: boolean
  askedAt: number
  asking: Promise<void> | null
  /** The last good value on its way to the disk: readers need not wait for it. */
  writing: Promise<unknown> | null
}

const key = Symbol.for('dateline.weather')
const sky = ((globalThis as { [key]?: { places: Map<string, Place>; warnedAt: number } })[key] ??= { places: new Map(), warnedAt: -Infinity })

/**
 * The weather in one of the newsroom's cities (null: its own); null when the city is none of them, when nothing
 * is known, or nothing younger than three hours. Only a reader who finds nothing known waits for the forecast API,
 * two and a half seconds at most; for others it is asked behind their back, every ten minutes at most.
 */
export async function getWeather(citySlug: string | null, now: Date = new Date()): Promise<Weather | null> {
  const site = await getSite(now)
  const city = citySlug === null ? site.city : findCity(site, citySlug)
  if (city === null || env().WEATHER_URL === 'off') return null
  const place = await placeOf(city, site.temperatureUnit)
  const asking = ask(place, city, site.temperatureUnit, now.getTime())
  if (asking !== null && !isCurrent(place.last, now)) await asking
  return isCurrent(place.last, now) ? place.last : null
}

/** The newsroom's own weather as last known, without asking anybody: pages are made with what the clock has fetched. */
export async function getLastWeather(now: Date = new Date()): Promise<Weather | null> {
  const { city, temperatureUnit } = await getSite(now)
  if (env().WEATHER_URL === 'off') return null
  const { last } = await placeOf(city, temperatureUnit)
  return isCurrent(last, now) ? last : null
}

/** Asks for the newsroom's own city when ten minutes have passed: by the clock, so that a page made next has it. */
export async function refreshWeather(now: Date = new Date()): Promise<void> {
  const { city, temperatureUnit } = await getSite(now)
  if (env().WEATHER_URL !== 'off') await ask(await placeOf(city, temperatureUnit), city, temperatureUnit, now.getTime())
}

/** Whether the newsroom has a city of this short name. */
export async function hasCity(citySlug: string): Promise<boolean> {
  return findCity(await getSite(), citySlug) !== null
}

const findCity = (site: { city: City; cities: City[] }, slug: string) => [site.city, ...site.cities].find((city) => city.slug === slug) ?? null
const isCurrent = (weather: Weather | null, now: Date): weather is Weather => weather !== null && isWeatherCurrent(weather, now.getTime())

/** A place is another when it is moved on the map or measured in another unit. */
const nameOf = (city: City, unit: TemperatureUnit) => `${city.slug} ${city.latitude} ${city.longitude} ${unit}`

async function placeOf(city: City, unit: TemperatureUnit): Promise<Place> {
  const name = nameOf(city, unit)
  const known = sky.places.get(name)
  if (known?.read) return known
  const last = await readWeather(name).catch((error: unknown) => warn(error, city, Date.now()))
  const place = sky.places.get(name) ?? { last: null, read: true, askedAt: -Infinity, asking: null, writing: null }
  if (!place.read || place.last === null) place.last = last
  place.read = true
  sky.places.set(name, place)
  return place
}

/** The asking under way, a new one when ten minutes have passed, or null. It never fails. */
function ask(place: Place, city: City, unit: TemperatureUnit, now: number): Promise<void> | null {
  if (place.asking !== null) return place.asking
  if (now - place.askedAt < EVERY_MS) return null
  place.askedAt = now
  place.asking = fetchWeather(env().WEATHER_URL, city, unit)
    .then(async (weather) => {
      // A clock that is ahead over there must not keep a value alive here.
      place.last = Date.parse(weather.observedAt) > now ? { ...weather, observedAt: new Date(now).toISOString() } : weather
      place.writing = writeWeather(nameOf(city, unit), place.last).catch((error: unknown) => warn(error, city, now))
    })
    .catch((error: unknown) => void warn(error, city, now))
    .finally(() => {
      place.asking = null
    })
  return place.asking
}

function warn(error: unknown, city: City, now: number): null {
  if (now - sky.warnedAt >= WARN_EVERY_MS) {
    sky.warnedAt = now
    log.warn({ err: error, city: city.slug }, 'no weather: the last good value is shown while it is younger than three hours')
  }
  return null
}
