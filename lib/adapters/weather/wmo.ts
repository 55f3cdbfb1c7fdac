/**
 * Weather in words, by the WMO codes (table 4677) that Open-Meteo uses, and by night where words differ.
 * Source: "WMO Weather interpretation codes", https://open-meteo.com/en/docs
 */
const WORDS: Record<number, string> = {
  0: 'Clear',
  1: 'Mostly clear',
  2: 'Partly cloudy',
  3: 'Overcast',
  45: 'Fog',
  48: 'Freezing fog',
  51: 'Light drizzle',
  53: 'Drizzle',
  55: 'Heavy drizzle',
  56: 'Light freezing drizzle',
  57: 'Freezing drizzle',
  61: 'Light rain',
  63: 'Rain',
  65: 'Heavy rain',
  66: 'Light freezing rain',
  67: 'Freezing rain',
  71: 'Light snow',
  73: 'Snow',
  75: 'Heavy snow',
  77: 'Snow grains',
  80: 'Light showers',
  81: 'Showers',
  82: 'Heavy showers',
  85: 'Light snow showers',
  86: 'Snow showers',
  95: 'Thunderstorm',
  96: 'Thunderstorm with hail',
  99: 'Thunderstorm with heavy hail',
}
const BY_DAY: Record<number, string> = { 0: 'Sunny', 1: 'Mostly sunny' }

/** The condition in words; null for a code that the table does not have. */
export function conditionOf(code: number, isDay: boolean): string | null {
  return (isDay ? BY_DAY[code] : undefined) ?? WORDS[code] ?? null
}
