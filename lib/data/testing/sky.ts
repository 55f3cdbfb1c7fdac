import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A forecast API in Open-Meteo's form that does as it is told. */
export interface Sky {
  server: Server
  url: string
  mode: 'well' | 'slow' | 'broken' | 'fails'
  asked: URL[]
  answer: { time: string; temperature: number; code: number }
}

/** Starts one on a free port; it answers well, slowly, brokenly or with 500 by its `mode`. */
export async function openSky(): Promise<Sky> {
  const sky: Sky = { server: null!, url: '', mode: 'well', asked: [], answer: { time: '2026-03-20T11:45', temperature: 9.4, code: 0 } }
  sky.server = createServer((request, response) => {
    sky.asked.push(new URL(request.url!, 'http://localhost'))
    if (sky.mode === 'slow') return
    response.writeHead(sky.mode === 'fails' ? 500 : 200, { 'Content-Type': 'application/json', Connection: 'close' })
    if (sky.mode === 'broken') return response.end('{"current": {"time": ')
    const { time, temperature, code } = sky.answer
    response.end(
      JSON.stringify({
        latitude: 33.75,
        longitude: 73,
        utc_offset_seconds: 0,
        timezone: 'GMT',
        current_units: { time: 'iso8601', interval: 'seconds', temperature_2m: '°C', weather_code: 'wmo code', is_day: '' },
        current: { time, interval: 900, temperature_2m: temperature, weather_code: code, is_day: 1 },
      }),
    )
  })
  await new Promise<void>((resolve) => sky.server.listen(0, '127.0.0.1', resolve))
  sky.url = `http://127.0.0.1:${(sky.server.address() as AddressInfo).port}/v1/forecast`
  return sky
}
