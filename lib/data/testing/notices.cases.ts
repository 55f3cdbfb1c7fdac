import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHub, openIndexNow, type TestReceiver } from '@/lib/adapters/notices/testing'
import { openNewsroom, type Newsroom } from './newsroom'

const KEY = 'a-key-of-our-own-1'
const SITE = 'https://news.example'
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Row {
  address: string
  receiver: string
  reason: string
  state: string
  attempts: number
  due: string | null
  answer: string | null
}

/** The feeds of these pages, as their own `rel=self` names them. */
const feedsOf = (...pages: string[]) => pages.flatMap((page) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${SITE}${page}/${file}`)).sort()

/** What search engines and hubs are promised, on a database of this kind. */
export function noticeCases(dialect: 'sqlite' | 'postgres'): void {
  describe(`notices (${dialect})`, () => {
    let room: Newsroom
    let engine: TestReceiver
    let hub: TestReceiver
    let door: typeof import('@/lib/data/notices')
    let world: number
    let author: number

    const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
    const sweep = () => door.sendNotices(new Date())
    /** Sends what was noted just now, when it has settled. */
    const settle = async () => {
      pass(5 * SECOND)
      await sweep()
    }
    const settings = (data: object) => room.payload.updateGlobal({ slug: 'settings', data: data as never, depth: 0 })
    const change = (id: number, data: object) => room.payload.update({ collection: 'stories', id, data: { ...data, _status: 'published' } as never, depth: 0 })
    const publish = (headline: string, more: object = {}) => room.story({ headline, section: world, authors: [author], publishedAt: new Date().toISOString(), ...more })
    const withdraw = (id: number) => change(id, { withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.' })
    const rows = async (receiver?: string): Promise<Row[]> => {
      const { docs } = await room.payload.find({ collection: 'notices', pagination: false, sort: 'id', where: receiver === undefined ? {} : { receiver: { equals: receiver } } })
      return docs.map(({ address, receiver, reason, state, attempts, dueAt, answer }) => ({ address, receiver, reason, state, attempts, due: dueAt ?? null, answer: answer ?? null }))
    }
    /** Resolves when nothing is being sent to a receiver any more. */
    const landed = (receiver: string) => ((globalThis as never)[Symbol.for('dateline.notices')] as { flights: Map<string, Promise<void>> }).flights.get(receiver)

    beforeAll(async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-20T12:00:00Z') })
      ;[engine, hub] = await Promise.all([openIndexNow('news.example', KEY), openHub()])
      Object.assign(process.env, { SITE_URL: SITE, INDEXING: 'allow', INDEXNOW_URL: engine.url, WEATHER_URL: 'off' })
      room = await openNewsroom(dialect)
      door = await import('@/lib/data/notices')
      ;[world, author] = [await room.section('World'), await room.author('Omar Ali')]
    })
    afterAll(async () => {
      vi.useRealTimers()
      for (const server of [engine, hub]) server.close()
      await room.close()
    })
    beforeEach(async () => {
      // The day after, with an empty queue: nothing is held back any more.
      pass(DAY)
      const { sql, sqlOf } = await import('@/lib/cms/sql')
      await sqlOf(room.payload).run(sql`DELETE FROM notices`)
      await settings({ indexNowKey: KEY, hubs: [] })
      for (const server of [engine, hub]) Object.assign(server, { manner: 'well', taken: [], asked: 0 })
    })

    describe('what is told', () => {
      it('of a new story: its address, and each feed that carries it', async () => {
        await settings({ hubs: [{ url: hub.url }] })
        const [asia, water] = [await room.section('Asia', world), await room.topic('Water')]
        await publish('Rivers rise', { section: asia, topics: [water] })
        pass(4 * SECOND)
        await sweep()
        expect(engine.asked + hub.asked).toBe(0)
        pass(1 * SECOND)
        await sweep()
        expect(engine.taken).toEqual([[`${SITE}/world/asia/rivers-rise`]])
        expect(hub.taken.flat().sort()).toEqual(feedsOf('', '/world', '/world/asia', '/topic/water', '/author/omar-ali').sort())
        expect(await rows('IndexNow')).toEqual([{ address: `${SITE}/world/asia/rivers-rise`, receiver: 'IndexNow', reason: 'published', state: 'sent', attempts: 1, due: null, answer: 'Accepted (200).' }])
        await sweep()
        expect(engine.asked).toBe(1)
      })

      it('of several stories: in one post', async () => {
        for (const headline of ['First of three', 'Second of three', 'Third of three']) await publish(headline)
        await settle()
        expect(engine.taken).toEqual([[`${SITE}/world/first-of-three`, `${SITE}/world/second-of-three`, `${SITE}/world/third-of-three`]])
      })

      it('of an update, and not of a minor change, a save without one, or a draft', async () => {
        const id = await publish('Words change')
        await settle()
        pass(HOUR)
        await change(id, { headline: 'Words change.', minorChange: true })
        await change(id, { kicker: 'Language' })
        await room.payload.update({ collection: 'stories', id, data: { headline: 'Not yet' } as never, draft: true, autosave: true, depth: 0 })
        expect(await rows()).toHaveLength(1)
        await change(id, { headline: 'Words have changed' })
        await settle()
        expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['published', 'sent'], ['updated', 'sent']])
        expect(engine.taken[1]).toEqual([`${SITE}/world/words-change`])
      })

      it('of a move: the new address and the old', async () => {
        const id = await publish('Old address')
        await settle()
        await change(id, { slug: 'new-address' })
        await settle()
        expect(engine.taken[1]!.sort()).toEqual([`${SITE}/world/new-address`, `${SITE}/world/old-address`])
        expect((await rows()).map(({ reason }) => reason)).toEqual(['published', 'moved', 'moved'])
      })

      it('of a withdrawal and of a deletion: every address it had', async () => {
        const id = await publish('Gone soon')
        await change(id, { slug: 'gone-now' })
        await settle()
        await withdraw(id)
        await withdraw(id)
        await settle()
        expect(engine.taken[1]!.sort()).toEqual([`${SITE}/world/gone-now`, `${SITE}/world/gone-soon`])
        const other = await publish('Deleted soon')
        await settle()
        await room.payload.delete({ collection: 'stories', id: other, depth: 0 })
        await settle()
        expect(engine.taken.slice(2)).toEqual([[`${SITE}/world/deleted-soon`], [`${SITE}/world/deleted-soon`]])
      })

      it('of a feed once, whatever number of stories move with their section', async () => {
        await settings({ hubs: [{ url: hub.url }] })
        const section = await room.section('Markets')
        for (const headline of ['Copper', 'Wheat', 'Tin']) await publish(headline, { section })
        await settle()
        const before = (await rows(hub.url)).length
        await room.payload.update({ collection: 'sections', id: section, data: { slug: 'trade' } as never, depth: 0 })
        expect((await rows(hub.url)).slice(before).map(({ address }) => address).sort()).toEqual(feedsOf('', '/trade', '/author/omar-ali'))
        await settle()
        expect(engine.taken[1]!.sort()).toEqual(['markets', 'trade'].flatMap((slug) => ['copper', 'tin', 'wheat'].map((story) => `${SITE}/${slug}/${story}`)))
      })

      it('nothing, when the site may not be listed', async () => {
        const { env } = await import('@/lib/env')
        await publish('Before')
        Object.assign(env(), { INDEXING: 'deny' })
        await publish('While hidden')
        await settle()
        Object.assign(env(), { INDEXING: 'allow' })
        expect((await rows()).map(({ address, state, answer }) => [address, state, answer])).toEqual([[`${SITE}/world/before`, 'given-up', 'Not sent: search engines may not list this site.']])
        expect(engine.asked).toBe(0)
      })

      it('nothing, when nobody is to be told', async () => {
        await settings({ indexNowKey: null })
        await publish('In silence')
        expect(await rows()).toEqual([])
      })
    })

    describe('in time', () => {
      it('says once what was published and withdrawn before it was sent', async () => {
        await withdraw(await publish('A second too early'))
        await settle()
        expect(engine.taken).toEqual([[`${SITE}/world/a-second-too-early`]])
        expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['withdrawn', 'sent']])
      })

      it('says again what was withdrawn while it was being told', async () => {
        const id = await publish('On its way')
        engine.manner = 'silent'
        pass(5 * SECOND)
        const flight = sweep()
        await engine.heard(1)
        expect((await rows()).map(({ state }) => state)).toEqual(['waiting'])
        await withdraw(id)
        // The next beat does not send what is on its way already.
        await sweep()
        engine.manner = 'well'
        engine.speak()
        await flight
        expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['published', 'sent'], ['withdrawn', 'waiting']])
        await settle()
        expect(engine.taken).toHaveLength(2)
        expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent'])
      })

      it('keeps neither publishing nor the clock waiting for a hub that says nothing', async () => {
        const { tick } = await import('@/lib/data/clock')
        await settings({ hubs: [{ url: hub.url }] })
        hub.manner = 'silent'
        await publish('Said into silence')
        pass(5 * SECOND)
        expect(await tick(new Date())).toMatchObject({ sweeps: true })
        await Promise.all([hub.heard(1), engine.heard(1)])
        await landed('IndexNow')
        await publish('Published meanwhile')
        pass(5 * SECOND)
        await tick(new Date())
        await engine.heard(2)
        await landed('IndexNow')
        expect(hub.taken).toEqual([])
        hub.manner = 'well'
        hub.speak()
        await landed(hub.url)
        expect(engine.taken.flat()).toEqual([`${SITE}/world/said-into-silence`, `${SITE}/world/published-meanwhile`])
        await sweep()
        expect(hub.taken.flat().sort()).toEqual([...feedsOf('', '/world', '/author/omar-ali'), ...feedsOf('', '/world', '/author/omar-ali')].sort())
      })
    })

    describe('when it fails', () => {
      it('tries again after longer and longer, and gives up after the eighth time', async () => {
        engine.manner = { status: 500 }
        await publish('Nobody takes it')
        await settle()
        for (const [i, wait] of [1, 5, 15, 60, 180, 360, 720].entries()) {
          expect(await rows()).toMatchObject([{ state: 'waiting', attempts: i + 1, due: new Date(Date.now() + wait * MINUTE).toISOString(), answer: 'It has a fault of its own (500).' }])
          pass(wait * MINUTE - 1)
          await sweep()
          expect(engine.asked).toBe(i + 1)
          pass(1)
          await sweep()
          expect(engine.asked).toBe(i + 2)
        }
        expect(await rows()).toMatchObject([{ state: 'given-up', attempts: 8, due: null, answer: 'It has a fault of its own (500). Tried 8 times.' }])
        pass(2 * DAY)
        await sweep()
        expect(engine.asked).toBe(8)
      })

      it('recovers, and says a newer change in place of the one that waits', async () => {
        engine.manner = { status: 503 }
        const id = await publish('Down for now')
        await settle()
        engine.manner = 'well'
        await change(id, { headline: 'Down for now, says newsroom' })
        await settle()
        expect(await rows()).toMatchObject([{ reason: 'updated', state: 'sent', attempts: 1 }])
        pass(HOUR)
        await sweep()
        expect(engine.taken).toEqual([[`${SITE}/world/down-for-now`]])
      })

      it('leaves a service alone for as long as it asks, with newer notices too', async () => {
        engine.manner = { status: 429, headers: { 'Retry-After': '600' } }
        await publish('Too much')
        await settle()
        const until = new Date(Date.now() + 10 * MINUTE).toISOString()
        expect(await rows()).toMatchObject([{ state: 'waiting', due: until, answer: 'Too many notices at once (429).' }])
        engine.manner = 'well'
        await publish('And more')
        await settle()
        expect(await rows()).toMatchObject([{ due: until }, { attempts: 0, due: until }])
        expect(engine.asked).toBe(1)
        pass(10 * MINUTE)
        await sweep()
        expect(engine.taken).toEqual([[`${SITE}/world/too-much`, `${SITE}/world/and-more`]])
      })

      it('does not repeat what was refused, and says why', async () => {
        await settings({ indexNowKey: 'another-key-2' })
        await publish('Wrong key')
        await settle()
        expect(await rows()).toMatchObject([{ state: 'refused', due: null, answer: `The key file could not be read, or does not hold the key: ${SITE}/another-key-2.txt (403).` }])
        pass(DAY)
        await sweep()
        expect(engine.asked).toBe(1)
      })

      it('drops what waits for somebody who is no longer to be told', async () => {
        await settings({ hubs: [{ url: hub.url }] })
        await publish('Switched off')
        await settings({ indexNowKey: null, hubs: [] })
        await settle()
        expect(engine.asked + hub.asked).toBe(0)
        expect(new Set((await rows()).map(({ state, answer }) => `${state} ${answer}`))).toEqual(new Set(['given-up Not sent: it was switched off in the settings first.']))
      })

      it('keeps an address of where the site stood before out of the post', async () => {
        const { sql, sqlOf } = await import('@/lib/cms/sql')
        await publish('Before the move of the house')
        await sqlOf(room.payload).run(sql`UPDATE notices SET address = 'https://news.example.org/world/before'`)
        await publish('After the move of the house')
        await settle()
        expect(engine.taken).toEqual([[`${SITE}/world/after-the-move-of-the-house`]])
        expect(await rows()).toMatchObject([{ state: 'given-up', answer: 'Not sent: the site has moved to another address since.' }, { state: 'sent' }])
      })
    })

    describe('the log', () => {
      it('is kept for thirty days, and what waits for longer', async () => {
        await publish('Remembered')
        await settle()
        engine.manner = { status: 500 }
        await publish('Still waiting')
        await settle()
        pass(30 * DAY - MINUTE)
        await door.forgetOldNotices(new Date())
        expect(await rows()).toHaveLength(2)
        pass(2 * MINUTE)
        await door.forgetOldNotices(new Date())
        expect((await rows()).map(({ state }) => state)).toEqual(['waiting'])
      })

      it('is for everybody in the newsroom to read and nobody to write', async () => {
        await publish('Logged')
        const user = { ...(await room.payload.create({ collection: 'users', data: { name: 'R', email: 'r@example.org', password: 'only-for-tests', role: 'administrator' } as never, depth: 0 })), collection: 'users' as const }
        const ask = { collection: 'notices', overrideAccess: false } as const
        const { docs } = await room.payload.find({ ...ask, user })
        expect(docs).toHaveLength(1)
        await expect(room.payload.find(ask)).rejects.toThrow(/not allowed/)
        await expect(room.payload.delete({ ...ask, user, id: docs[0]!.id })).rejects.toThrow(/not allowed/)
        await expect(room.payload.update({ ...ask, user, id: docs[0]!.id, data: { state: 'sent' } })).rejects.toThrow(/not allowed/)
      })
    })
  })
}
