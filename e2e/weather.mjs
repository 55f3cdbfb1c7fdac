import { createServer } from 'node:http'

/** A weather service on this machine that answers as Open-Meteo's forecast API does (open-meteo.com/en/docs). */
export function startWeather(port) {
  const server = createServer((request, response) => {
    const asked = new URL(request.url, 'http://localhost').searchParams
    const fahrenheit = asked.get('temperature_unit') === 'fahrenheit'
    // Each place has a temperature of its own, so that a test can tell one city from another.
    const celsius = Math.round((Number(asked.get('latitude')) / 2 - 7.4) * 10) / 10
    const time = new Date(Math.floor(Date.now() / 900_000) * 900_000).toISOString().slice(0, 16)
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        latitude: Number(asked.get('latitude')),
        longitude: Number(asked.get('longitude')),
        generationtime_ms: 0.03,
        utc_offset_seconds: 0,
        timezone: 'GMT',
        timezone_abbreviation: 'GMT',
        elevation: 500,
        current_units: { time: 'iso8601', interval: 'seconds', temperature_2m: fahrenheit ? '°F' : '°C', weather_code: 'wmo code', is_day: '' },
        current: { time, interval: 900, temperature_2m: fahrenheit ? Math.round((celsius * 1.8 + 32) * 10) / 10 : celsius, weather_code: 0, is_day: 1 },
      }),
    )
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${port}/v1/forecast`, close: () => server.close() })))
}
