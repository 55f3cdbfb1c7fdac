import { describe, expect, it } from 'vitest'
import { toWeather } from './open-meteo'
import { conditionOf } from './wmo'

const city = { slug: 'islamabad', name: 'Islamabad', latitude: 33.7, longitude: 73.1, timeZone: 'Asia/Karachi' }
/** As the API documents its answer. */
const recorded = {
  latitude: 33.75,
  longitude: 73,
  generationtime_ms: 0.03,
  utc_offset_seconds: 0,
  timezone: 'GMT',
  timezone_abbreviation: 'GMT',
  elevation: 517,
  current_units: { time: 'iso8601', interval: 'seconds', temperature_2m: '°C', weather_code: 'wmo code', is_day: '' },
  current: { time: '2025-01-16T09:15', interval: 900, temperature_2m: 9.4, weather_code: 61, is_day: 1 },
}

describe('an answer of the forecast API', () => {
  it('is weather', () => {
    expect(toWeather(recorded, city, 'celsius')).toEqual({ city: 'Islamabad', temperature: 9.4, unit: 'celsius', condition: 'Light rain', observedAt: '2025-01-16T09:15:00.000Z' })
  })

  it('has its time in its own zone', () => {
    expect(toWeather({ ...recorded, utc_offset_seconds: 18_000 }, city, 'celsius').observedAt).toBe('2025-01-16T04:15:00.000Z')
  })

  it.each([
    ['nothing', null],
    ['an error', { error: true, reason: 'Latitude must be in range of -90 to 90°.' }],
    ['no temperature', { ...recorded, current: { ...recorded.current, temperature_2m: null } }],
    ['an impossible temperature', { ...recorded, current: { ...recorded.current, temperature_2m: 900 } }],
    ['another unit', { ...recorded, current_units: { temperature_2m: '°F' } }],
    ['an unknown code', { ...recorded, current: { ...recorded.current, weather_code: 17 } }],
    ['a time that is none', { ...recorded, current: { ...recorded.current, time: 'now' } }],
  ])('is refused when it is %s', (_, value) => {
    expect(() => toWeather(value, city, 'celsius')).toThrow()
  })
})

describe('the weather in words', () => {
  it.each([
    [0, true, 'Sunny'],
    [0, false, 'Clear'],
    [1, true, 'Mostly sunny'],
    [3, true, 'Overcast'],
    [48, false, 'Freezing fog'],
    [95, true, 'Thunderstorm'],
    [4, true, null],
  ])('code %i, by day %s: %s', (code, isDay, words) => {
    expect(conditionOf(code, isDay)).toBe(words)
  })
})
