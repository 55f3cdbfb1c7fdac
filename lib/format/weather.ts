import type { Weather } from '@/lib/model/weather'

const THREE_HOURS = 3 * 60 * 60 * 1000

/** "9.4 °C": one decimal and the unit, a true minus sign below zero. */
export function formatTemperature({ temperature, unit }: Pick<Weather, 'temperature' | 'unit'>): string {
  const rounded = Math.round(temperature * 10) / 10
  const digits = Math.abs(rounded).toFixed(1)
  return `${rounded < 0 ? '−' : ''}${digits}\u00a0${unit === 'celsius' ? '°C' : '°F'}`
}

/** "9.4 °C, Clear". */
export const formatWeather = (weather: Weather) => `${formatTemperature(weather)}, ${weather.condition}`

/** Weather is shown for three hours after it was measured; after that it is absent rather than wrong. */
export function isWeatherCurrent(weather: Pick<Weather, 'observedAt'>, now: number): boolean {
  return now - Date.parse(weather.observedAt) < THREE_HOURS
}
