import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openNewsroom, type Newsroom } from './testing/newsroom'
import { openSky, type Sky } from './testing/sky'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

const PHONE = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const reader = (address: string) => ({ address, userAgent: PHONE, acceptLanguage: 'en-GB,ur;q=0.8', purpose: null })
const HOUR = 60 * 60 * 1000

describe('widgets', () => {
  let room: Newsroom
  let sky: Sky
  const id: Record<string, number> = {}
  const named = (ids: readonly (string | number)[]) => ids.map((one) => Object.keys(id).find((name) => String(id[name]) === String(one)) ?? one)

  beforeAll(async () => {
    sky = await openSky()
    room = await openNewsroom({ WEATHER_URL: sky.url })
    const city = (slug: string, name: string) => ({ slug, name, latitude: 33.7, longitude: 73.1, timeZone: 'Asia/Karachi' })
    await room.payload.updateGlobal({ slug: 'settings', data: { cities: [city('islamabad', 'Islamabad'), city('lahore', 'Lahore')], temperatureUnit: 'celsius' } as never, depth: 0 })
    const [world, sport] = [await room.section('World'), await room.section('Sport')]
    const author = await room.author('Omar Ali')
    const [water, trade] = [await room.topic('Water'), await room.topic('Trade')]
    const tell = async (name: string, headline: string, day: string, more: object = {}) => {
      id[name] = await room.story({ headline, section: world, authors: [author], publishedAt: `2026-03-${day}T08:00:00Z`, ...more } as never)
    }
    await tell('dam', 'The dam above the valley fills', '01', { topics: [water] })
    await tell('canal', 'Canal engineers count the valley water', '02', { topics: [water] })
    await tell('port', 'A port waits for ships', '03', { topics: [trade] })
    await tell('match', 'Eleven players and a ball', '04', { section: sport })
    await tell('race', 'Runners at dawn', '05', { section: sport })
    await tell('valley', 'The valley votes', '06')
    await tell('dam2', 'Dam keepers of the valley', '07', { topics: [water, trade], body: ['Words.', id.canal!] })
  })
  afterAll(async () => {
    await room.close()
    sky.server.closeAllConnections()
    sky.server.close()
  })

  describe('Related News', () => {
    const related = async (name: string, limit?: number) => {
      const { listRelated } = await import('@/lib/data/related')
      return named((await listRelated(id[name]!, limit)).map((card) => card.id))
    }

    it('puts shared topics and words first, what the text refers to last, and never itself', async () => {
      const found = await related('dam2', 6)
      expect(found.slice(0, 3)).toEqual(['dam', 'port', 'valley'])
      expect(found.at(-1)).toBe('canal')
      expect(found).not.toContain('dam2')
      expect(new Set(found).size).toBe(6)
    })

    it('keeps to what is asked for, and answers the same each time', async () => {
      const once = await related('valley', 3)
      expect(once).toHaveLength(3)
      const { forget } = await import('@/lib/data/memory')
      forget([`story:${id.valley}`])
      expect(await related('valley', 3)).toEqual(once)
    })

    it('is filled from its own section first', async () => {
      expect((await related('race'))[0]).toBe('match')
    })

    it('puts the editors’ choice first, in their order', async () => {
      await room.payload.update({ collection: 'stories', id: id.dam!, data: { related: [id.match, id.dam, id.port], _status: 'published' } as never, depth: 0 })
      expect((await related('dam')).slice(0, 2)).toEqual(['match', 'port'])
    })

    it('leaves out what has been withdrawn, and is empty for what is not there', async () => {
      await room.payload.update({ collection: 'stories', id: id.match!, data: { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.', _status: 'published' } as never, depth: 0 })
      expect(await related('dam')).not.toContain('match')
      expect(await related('nothing')).toEqual([])
      expect(await related('match')).toEqual([])
    })
  })

  describe('readings and Trending Now', () => {
    const now = new Date('2026-03-20T12:10:00Z')
    const door = async () => ({ ...(await import('@/lib/data/reads')), ...(await import('@/lib/data/trending')) })
    const trending = async () => named((await (await door()).listTrending(3)).map((card) => card.id))
    const counts = async () => {
      const { sql, sqlOf } = await import('@/lib/cms/sql')
      const rows = await sqlOf(room.payload).all<{ story_id: number; count: number }>(sql`SELECT story_id, sum(count) AS count FROM reads GROUP BY story_id ORDER BY story_id`)
      return Object.fromEntries(rows.map((row) => [named([Number(row.story_id)])[0], Number(row.count)]))
    }

    it('shows the newest while nothing has been read', async () => {
      expect(await trending()).toEqual(['dam2', 'valley', 'race'])
    })

    it('counts a reader once a day for each story, and writes down no more than the count', async () => {
      const { recordRead, flushReads } = await door()
      expect(await recordRead(id.port!, reader('192.0.2.1'), now)).toBe(true)
      expect(await recordRead(id.port!, reader('192.0.2.1'), now)).toBe(false)
      expect(await recordRead(id.port!, reader('192.0.2.2'), now)).toBe(true)
      expect(await recordRead(id.dam!, reader('192.0.2.1'), now)).toBe(true)
      await flushReads()
      await flushReads()
      expect(await counts()).toEqual({ port: 2, dam: 1 })
      expect(await recordRead(id.port!, reader('192.0.2.1'), new Date(now.getTime() + 24 * HOUR))).toBe(true)
    })

    it('adds up, and counts neither machines nor what is not published', async () => {
      const { recordRead, flushReads } = await door()
      await recordRead(id.port!, reader('192.0.2.3'), now)
      expect(await recordRead(id.match!, reader('192.0.2.3'), now)).toBe(false)
      expect(await recordRead(999_999, reader('192.0.2.3'), now)).toBe(false)
      expect(await recordRead(id.port!, { ...reader('192.0.2.4'), userAgent: 'curl/8.5.0' }, now)).toBe(false)
      await flushReads()
      expect(await counts()).toEqual({ port: 4, dam: 1 })
    })

    it('ranks by readings that fade: half as much after twelve hours, none after three days', async () => {
      const { rescore } = await door()
      const { addReads, hourOf, listMostRead } = await import('@/lib/adapters/reads/database')
      const { sql, sqlOf } = await import('@/lib/cms/sql')
      await sqlOf(room.payload).run(sql`DELETE FROM reads`)
      const hour = hourOf(now.getTime())
      await addReads([
        { storyId: id.port!, hour, count: 10 },
        { storyId: id.canal!, hour: hour - 12, count: 21 },
        { storyId: id.dam!, hour: hour - 24, count: 39 },
        { storyId: id.valley!, hour: hour - 73, count: 9_000 },
        { storyId: id.match!, hour, count: 9_000 },
      ])
      const ranked = async (at: Date) => named(await listMostRead('latest', at.getTime(), { hours: 72, halfLife: 12 }, 10))
      // 21 / 2 and 39 / 4 against 10; what is withdrawn does not count.
      expect(await ranked(now)).toEqual(['canal', 'port', 'dam'])
      expect(await ranked(new Date(now.getTime() + 49 * HOUR))).toEqual(['canal', 'port'])
      expect(await rescore(now)).toBe(true)
      expect(await rescore(now)).toBe(false)
    })

    it('keeps the counts when they cannot be written down', async () => {
      const { recordRead, flushReads } = await door()
      const { payload } = room
      const { sql, sqlOf } = await import('@/lib/cms/sql')
      await sqlOf(payload).run(sql`ALTER TABLE reads RENAME TO reads_away`)
      await recordRead(id.race!, reader('192.0.2.9'), now)
      await flushReads()
      await sqlOf(payload).run(sql`ALTER TABLE reads_away RENAME TO reads`)
      await flushReads()
      expect((await counts()).race).toBe(1)
    })
  })

  describe('weather', () => {
    const now = new Date('2026-03-20T12:00:00Z')
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    const weather = async (at: Date, city: string | null = null) => (await import('@/lib/data/weather')).getWeather(city, at)
    const restart = async () => {
      const known = (globalThis as { [key: symbol]: { places: Map<string, { writing: Promise<unknown> | null }> } | undefined })[Symbol.for('dateline.weather')]
      // What is still on its way to the disk is there when a process starts anew.
      await Promise.all([...(known?.places.values() ?? [])].map(({ writing }) => writing))
      Reflect.deleteProperty(globalThis, Symbol.for('dateline.weather'))
    }

    beforeEach(async () => {
      Object.assign(sky, { mode: 'well', asked: [] })
      await restart()
      vi.resetModules()
      const { sql, sqlOf } = await import('@/lib/cms/sql')
      await sqlOf(room.payload).run(sql`DELETE FROM weather`)
    })
    afterEach(() => sky.server.closeAllConnections())

    it('asks as Open-Meteo wants to be asked', async () => {
      expect(await weather(now)).toEqual({ city: 'Islamabad', temperature: 9.4, unit: 'celsius', condition: 'Sunny', observedAt: '2026-03-20T11:45:00.000Z' })
      expect(Object.fromEntries(sky.asked[0]!.searchParams)).toEqual({
        latitude: '33.7',
        longitude: '73.1',
        current: 'temperature_2m,weather_code,is_day',
        temperature_unit: 'celsius',
        timezone: 'UTC',
      })
    })

    it('asks once for many readers, and at most every ten minutes', async () => {
      await Promise.all(Array.from({ length: 20 }, () => weather(now)))
      await weather(later(9))
      expect(sky.asked).toHaveLength(1)
      sky.answer = { time: '2026-03-20T12:00', temperature: 10.1, code: 3 }
      // The reader who comes then gets the last value at once, the next the new one.
      expect((await weather(later(11)))?.temperature).toBe(9.4)
      await vi.waitFor(async () => expect((await weather(later(11)))?.temperature).toBe(10.1), { timeout: 10_000 })
      expect(sky.asked).toHaveLength(2)
      sky.answer = { time: '2026-03-20T11:45', temperature: 9.4, code: 0 }
    })

    it.each(['broken', 'fails'] as const)('has no weather when the API answers but %s, and the last good value later', async (mode) => {
      sky.mode = mode
      expect(await weather(now)).toBeNull()
      sky.mode = 'well'
      expect(await weather(later(5))).toBeNull()
      expect((await weather(later(11)))?.temperature).toBe(9.4)
      sky.mode = mode
      await weather(later(30))
      expect((await weather(later(60)))?.temperature).toBe(9.4)
      // Three hours after it was measured it is gone.
      expect(await weather(later(164))).not.toBeNull()
      expect(await weather(later(166))).toBeNull()
    })

    it('keeps nobody waiting for longer than the limit', async () => {
      sky.mode = 'slow'
      const began = performance.now()
      expect(await weather(now)).toBeNull()
      expect(performance.now() - began).toBeGreaterThan(2_400)
      expect(performance.now() - began).toBeLessThan(8_000)
      const again = performance.now()
      expect(await weather(later(1))).toBeNull()
      expect(performance.now() - again).toBeLessThan(2_000)
    })

    it('remembers the last good value across a restart', async () => {
      await weather(now)
      const { readWeather } = await import('@/lib/adapters/weather/database')
      await vi.waitFor(async () => expect(await readWeather('islamabad 33.7 73.1 celsius')).not.toBeNull(), { timeout: 10_000 })
      await restart()
      vi.resetModules()
      sky.mode = 'fails'
      expect((await weather(later(20)))?.temperature).toBe(9.4)
    })

    it('knows the newsroom’s cities and no others', async () => {
      expect((await weather(now, 'lahore'))?.city).toBe('Lahore')
      expect(await weather(now, 'atlantis')).toBeNull()
    })

    it('asks nobody when it is off', async () => {
      process.env.WEATHER_URL = 'off'
      vi.resetModules()
      expect(await weather(now)).toBeNull()
      expect(sky.asked).toHaveLength(0)
      process.env.WEATHER_URL = sky.url
    })
  })

  describe('doors for our own browser code', () => {
    const get = async (name: 'weather' | 'suggest', query: string) => {
      const { GET } = name === 'weather' ? await import('@/app/api/weather/route') : await import('@/app/api/suggest/route')
      return GET(new Request(`http://localhost/api/${name}${query}`))
    }

    it('weather: of a known city, 404 for another, 400 for what is no name', async () => {
      const answer = await get('weather', '?city=lahore')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
      expect([404, 400, 400]).toEqual([(await get('weather', '?city=atlantis')).status, (await get('weather', '?city=../etc')).status, (await get('weather', '')).status])
      expect(Object.keys((await (await get('weather', '?city=atlantis')).json()) as object)).toEqual(['error'])
    })

    it('suggestions: by what is typed, none for nothing, 400 for too much', async () => {
      expect(await (await get('suggest', '?q=keep')).json()).toEqual([{ headline: 'Dam keepers of the valley', path: '/world/dam-keepers-of-the-valley' }])
      expect(await (await get('suggest', '?q=')).json()).toEqual([])
      expect((await get('suggest', '')).status).toBe(400)
      expect((await get('suggest', `?q=${'x'.repeat(201)}`)).status).toBe(400)
    })

    it('latest and trending: what a headline needs and no more', async () => {
      const latest = (await (await (await import('@/app/api/latest/route')).GET()).json()) as object[]
      expect(latest[0]).toEqual({ id: String(id.dam2), path: '/world/dam-keepers-of-the-valley', headline: 'Dam keepers of the valley', publishedAt: '2026-03-07T08:00:00.000Z', section: { name: 'World', path: '/world' } })
      const trending = (await (await (await import('@/app/api/trending/route')).GET()).json()) as object[]
      expect(trending.length).toBeGreaterThan(3)
    })

    it('the beacon: says nothing of whether it counted', async () => {
      const door = await import('@/app/api/read/route')
      const post = (body: string, headers: object = {}) =>
        door.POST(new Request('http://localhost/api/read', { method: 'POST', body, headers: { host: 'localhost', origin: 'http://localhost', 'user-agent': PHONE, 'accept-language': 'en', ...headers } }))
      expect((await post(JSON.stringify({ story: String(id.port) }))).status).toBe(204)
      expect((await post(JSON.stringify({ story: String(id.port) }))).status).toBe(204)
      expect((await post('{"story":"999999"}')).status).toBe(204)
      expect((await post('{"story":"1"}', { 'user-agent': 'Googlebot' })).status).toBe(204)
      expect((await post('nonsense')).status).toBe(400)
      expect((await post('x'.repeat(2000))).status).toBe(413)
      expect((await post('{"story":"1"}', { origin: 'https://evil.example' })).status).toBe(403)
      expect(door.GET().status).toBe(405)
      expect(door.GET().headers.get('allow')).toBe('POST')
    })
  })
})
