'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/Icon'
import { queryClient } from '@/lib/queries/client'
import { formatTime } from '@/lib/format/dates'
import { formatWeather, isWeatherCurrent } from '@/lib/format/weather'
import type { Weather } from '@/lib/model/weather'
import { weatherQuery } from '@/lib/queries/weather'

interface Props {
  weather: Weather | null
  /** When the page was made, ISO. */
  madeAt: string
  city: string
  cities: { slug: string; name: string }[]
  timeZone: string
}

const KEY = 'city'
const MINUTE = 60_000

function watchChoice(changed: () => void) {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}

function watchMinutes(tick: () => void) {
  const timer = setInterval(tick, MINUTE)
  return () => clearInterval(timer)
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keepChoice(slug: string) {
  try {
    localStorage.setItem(KEY, slug)
  } catch {
    // A browser that keeps nothing still shows the city for this page.
  }
  window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
}

/** City and temperature. Absent rather than wrong: the temperature goes when it is three hours old. */
export function WeatherNow({ weather, madeAt, city, cities, timeZone }: Props) {
  const field = useId()
  const select = useRef<HTMLSelectElement>(null)
  const choice = useSyncExternalStore(watchChoice, readChoice, () => null)
  const chosen = cities.find(({ slug }) => slug === choice) ?? cities.find(({ slug }) => slug === city)
  const slug = chosen?.slug ?? city
  const now = useSyncExternalStore(watchMinutes, () => Math.floor(Date.now() / MINUTE) * MINUTE, () => Date.parse(madeAt))
  const first = slug === city && weather ? { initialData: weather, initialDataUpdatedAt: Date.parse(madeAt) } : {}
  const { data } = useQuery({ ...weatherQuery(slug), ...first }, queryClient())
  const current = data && isWeatherCurrent(data, now) ? data : null
  const name = chosen?.name ?? weather?.city ?? ''

  // Scripts come when the reader first moves: a city chosen before they are there counts, too.
  useEffect(() => {
    const picked = select.current?.value
    if (picked && picked !== city) keepChoice(picked)
  }, [city])

  return (
    <details className="relative" name="masthead">
      <summary className="tap gap-x-1 whitespace-nowrap hover:text-accent">
        <span>{name}</span>
        {current && <span className="text-ink">{formatWeather(current)}</span>}
        <Icon name="chevron" size={14} className="max-sm:-me-1" />
      </summary>
      <div className="absolute end-0 z-20 w-60 border border-ink bg-paper p-4 text-soft lg:start-0 lg:end-auto">
        <p>
          {current ? (
            <>
              As of <time dateTime={current.observedAt}>{formatTime(current.observedAt, { locale: 'en', timeZone })}</time> in {name}.
            </>
          ) : (
            'No fresh reading of the weather just now.'
          )}
        </p>
        <p className="needs-script mt-3">
          <label htmlFor={field} className="block">
            City
          </label>
          <select ref={select} id={field} value={slug} onChange={(event) => keepChoice(event.target.value)} className="field">
            {cities.map((entry) => (
              <option key={entry.slug} value={entry.slug}>
                {entry.name}
              </option>
            ))}
          </select>
        </p>
      </div>
    </details>
  )
}
