import { describe, expect, it, vi } from 'vitest'
import { DAY, HOUR, MINUTE, openNoticesDesk, SITE } from './testing/notices-desk'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

const desk = openNoticesDesk()
const { pass, sweep, settle, settings, change, publish, rows } = desk

describe('when it fails', () => {
  it('tries again after longer and longer, and gives up after the eighth time', async () => {
    desk.engine.manner = { status: 500 }
    await publish('Nobody takes it')
    await settle()
    for (const [i, wait] of [1, 5, 15, 60, 180, 360, 720].entries()) {
      expect(await rows()).toMatchObject([{ state: 'waiting', attempts: i + 1, due: new Date(Date.now() + wait * MINUTE).toISOString(), answer: 'It has a fault of its own (500).' }])
      pass(wait * MINUTE - 1)
      await sweep()
      expect(desk.engine.asked).toBe(i + 1)
      pass(1)
      await sweep()
      expect(desk.engine.asked).toBe(i + 2)
    }
    expect(await rows()).toMatchObject([{ state: 'given-up', attempts: 8, due: null, answer: 'It has a fault of its own (500). Tried 8 times.' }])
    pass(2 * DAY)
    await sweep()
    expect(desk.engine.asked).toBe(8)
  })

  it('recovers, and says a newer change in place of the one that waits', async () => {
    desk.engine.manner = { status: 503 }
    const id = await publish('Down for now')
    await settle()
    desk.engine.manner = 'well'
    await change(id, { headline: 'Down for now, says newsroom' })
    await settle()
    expect(await rows()).toMatchObject([{ reason: 'updated', state: 'sent', attempts: 1 }])
    pass(HOUR)
    await sweep()
    expect(desk.engine.taken).toEqual([[`${SITE}/world/down-for-now`]])
  })

  it('leaves a service alone for as long as it asks, with newer notices too', async () => {
    desk.engine.manner = { status: 429, headers: { 'Retry-After': '600' } }
    await publish('Too much')
    await settle()
    const until = new Date(Date.now() + 10 * MINUTE).toISOString()
    expect(await rows()).toMatchObject([{ state: 'waiting', due: until, answer: 'Too many notices at once (429).' }])
    desk.engine.manner = 'well'
    await publish('And more')
    await settle()
    expect(await rows()).toMatchObject([{ due: until }, { attempts: 0, due: until }])
    expect(desk.engine.asked).toBe(1)
    pass(10 * MINUTE)
    await sweep()
    expect(desk.engine.taken).toEqual([[`${SITE}/world/too-much`, `${SITE}/world/and-more`]])
  })

  it('does not repeat what was refused, and says why', async () => {
    await settings({ indexNowKey: 'another-key-2' })
    await publish('Wrong key')
    await settle()
    expect(await rows()).toMatchObject([{ state: 'refused', due: null, answer: `The key file could not be read, or does not hold the key: ${SITE}/another-key-2.txt (403).` }])
    pass(DAY)
    await sweep()
    expect(desk.engine.asked).toBe(1)
  })

  it('drops what waits for somebody who is no longer to be told', async () => {
    await settings({ hubs: [{ url: desk.hub.url }] })
    await publish('Switched off')
    await settings({ indexNowKey: null, hubs: [] })
    await settle()
    expect(desk.engine.asked + desk.hub.asked).toBe(0)
    expect(new Set((await rows()).map(({ state, answer }) => `${state} ${answer}`))).toEqual(new Set(['given-up Not sent: it was switched off in the settings first.']))
  })

  it('keeps an address of where the site stood before out of the post', async () => {
    const { sql, sqlOf } = await import('@/lib/cms/sql')
    await publish('Before the move of the house')
    await sqlOf(desk.room.payload).run(sql`UPDATE notices SET address = 'https://news.example.org/world/before'`)
    await publish('After the move of the house')
    await settle()
    expect(desk.engine.taken).toEqual([[`${SITE}/world/after-the-move-of-the-house`]])
    expect(await rows()).toMatchObject([{ state: 'given-up', answer: 'Not sent: the site has moved to another address since.' }, { state: 'sent' }])
  })
})

describe('the log', () => {
  it('is kept for thirty days, and what waits for longer', async () => {
    await publish('Remembered')
    await settle()
    desk.engine.manner = { status: 500 }
    await publish('Still waiting')
    await settle()
    pass(30 * DAY - MINUTE)
    await desk.door.forgetOldNotices(new Date())
    expect(await rows()).toHaveLength(2)
    pass(2 * MINUTE)
    await desk.door.forgetOldNotices(new Date())
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting'])
  })

  it('is for everybody in the newsroom to read and nobody to write', async () => {
    await publish('Logged')
    const user = { ...(await desk.room.payload.create({ collection: 'users', data: { name: 'R', email: 'r@example.org', password: 'only-for-tests', role: 'administrator' } as never, depth: 0 })), collection: 'users' as const }
    const ask = { collection: 'notices', overrideAccess: false } as const
    const { docs } = await desk.room.payload.find({ ...ask, user })
    expect(docs).toHaveLength(1)
    await expect(desk.room.payload.find(ask)).rejects.toThrow(/not allowed/)
    await expect(desk.room.payload.delete({ ...ask, user, id: docs[0]!.id })).rejects.toThrow(/not allowed/)
    await expect(desk.room.payload.update({ ...ask, user, id: docs[0]!.id, data: { state: 'sent' } })).rejects.toThrow(/not allowed/)
  })
})
