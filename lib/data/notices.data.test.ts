import { describe, expect, it, vi } from 'vitest'
import { feedsOf, HOUR, openNoticesDesk, SECOND, SITE } from './testing/notices-desk'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))
vi.mock('next/server', () => ({ after: () => undefined }))

const desk = openNoticesDesk()
const { pass, sweep, settle, settings, change, publish, withdraw, rows, landed } = desk

describe('what is told', () => {
  it('of a new story: its address, and each feed that carries it', async () => {
    await settings({ hubs: [{ url: desk.hub.url }] })
    const [asia, water] = [await desk.room.section('Asia', desk.world), await desk.room.topic('Water')]
    await publish('Rivers rise', { section: asia, topics: [water] })
    pass(4 * SECOND)
    await sweep()
    expect(desk.engine.asked + desk.hub.asked).toBe(0)
    pass(1 * SECOND)
    await sweep()
    expect(desk.engine.taken).toEqual([[`${SITE}/world/asia/rivers-rise`]])
    expect(desk.hub.taken.flat().sort()).toEqual(feedsOf('', '/world', '/world/asia', '/topic/water', '/author/omar-ali').sort())
    expect(await rows('IndexNow')).toEqual([{ address: `${SITE}/world/asia/rivers-rise`, receiver: 'IndexNow', reason: 'published', state: 'sent', attempts: 1, due: null, answer: 'Accepted (200).' }])
    await sweep()
    expect(desk.engine.asked).toBe(1)
  })

  it('of several stories: in one post', async () => {
    for (const headline of ['First of three', 'Second of three', 'Third of three']) await publish(headline)
    await settle()
    expect(desk.engine.taken).toEqual([[`${SITE}/world/first-of-three`, `${SITE}/world/second-of-three`, `${SITE}/world/third-of-three`]])
  })

  it('of an update, and not of a minor change, a save without one, or a draft', async () => {
    const id = await publish('Words change')
    await settle()
    pass(HOUR)
    await change(id, { headline: 'Words change.', minorChange: true })
    await change(id, { kicker: 'Language' })
    await desk.room.payload.update({ collection: 'stories', id, data: { headline: 'Not yet' } as never, draft: true, autosave: true, depth: 0 })
    expect(await rows()).toHaveLength(1)
    await change(id, { headline: 'Words have changed' })
    await settle()
    expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['published', 'sent'], ['updated', 'sent']])
    expect(desk.engine.taken[1]).toEqual([`${SITE}/world/words-change`])
  })

  it('of a move: the new address and the old', async () => {
    const id = await publish('Old address')
    await settle()
    await change(id, { slug: 'new-address' })
    await settle()
    expect(desk.engine.taken[1]!.sort()).toEqual([`${SITE}/world/new-address`, `${SITE}/world/old-address`])
    expect((await rows()).map(({ reason }) => reason)).toEqual(['published', 'moved', 'moved'])
  })

  it('of a withdrawal and of a deletion: every address it had', async () => {
    const id = await publish('Gone soon')
    await change(id, { slug: 'gone-now' })
    await settle()
    await withdraw(id)
    await withdraw(id)
    await settle()
    expect(desk.engine.taken[1]!.sort()).toEqual([`${SITE}/world/gone-now`, `${SITE}/world/gone-soon`])
    const other = await publish('Deleted soon')
    await settle()
    await desk.room.payload.delete({ collection: 'stories', id: other, depth: 0 })
    await settle()
    expect(desk.engine.taken.slice(2)).toEqual([[`${SITE}/world/deleted-soon`], [`${SITE}/world/deleted-soon`]])
  })

  it('of a feed once, whatever number of stories move with their section', async () => {
    await settings({ hubs: [{ url: desk.hub.url }] })
    const section = await desk.room.section('Markets')
    for (const headline of ['Copper', 'Wheat', 'Tin']) await publish(headline, { section })
    await settle()
    const before = (await rows(desk.hub.url)).length
    await desk.room.payload.update({ collection: 'sections', id: section, data: { slug: 'trade' } as never, depth: 0 })
    expect((await rows(desk.hub.url)).slice(before).map(({ address }) => address).sort()).toEqual(feedsOf('', '/trade', '/author/omar-ali'))
    await settle()
    expect(desk.engine.taken[1]!.sort()).toEqual(['markets', 'trade'].flatMap((slug) => ['copper', 'tin', 'wheat'].map((story) => `${SITE}/${slug}/${story}`)))
  })

  it('nothing, when the site may not be listed', async () => {
    const { env } = await import('@/lib/env')
    await publish('Before')
    Object.assign(env(), { INDEXING: 'deny' })
    await publish('While hidden')
    await settle()
    Object.assign(env(), { INDEXING: 'allow' })
    expect((await rows()).map(({ address, state, answer }) => [address, state, answer])).toEqual([[`${SITE}/world/before`, 'given-up', 'Not sent: search engines may not list this site.']])
    expect(desk.engine.asked).toBe(0)
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
    expect(desk.engine.taken).toEqual([[`${SITE}/world/a-second-too-early`]])
    expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['withdrawn', 'sent']])
  })

  it('says again what was withdrawn while it was being told', async () => {
    const id = await publish('On its way')
    desk.engine.manner = 'silent'
    pass(5 * SECOND)
    const flight = sweep()
    await desk.engine.heard(1)
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting'])
    await withdraw(id)
    // The next beat does not send what is on its way already.
    await sweep()
    desk.engine.manner = 'well'
    desk.engine.speak()
    await flight
    expect((await rows()).map(({ reason, state }) => [reason, state])).toEqual([['published', 'sent'], ['withdrawn', 'waiting']])
    await settle()
    expect(desk.engine.taken).toHaveLength(2)
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('keeps neither publishing nor the clock waiting for a hub that says nothing', async () => {
    const { tick } = await import('@/lib/data/clock')
    await settings({ hubs: [{ url: desk.hub.url }] })
    desk.hub.manner = 'silent'
    await publish('Said into silence')
    pass(5 * SECOND)
    expect(await tick(new Date())).toMatchObject({ sweeps: true })
    await Promise.all([desk.hub.heard(1), desk.engine.heard(1)])
    await landed('IndexNow')
    await publish('Published meanwhile')
    pass(5 * SECOND)
    await tick(new Date())
    await desk.engine.heard(2)
    await landed('IndexNow')
    expect(desk.hub.taken).toEqual([])
    desk.hub.manner = 'well'
    desk.hub.speak()
    await landed(desk.hub.url)
    expect(desk.engine.taken.flat()).toEqual([`${SITE}/world/said-into-silence`, `${SITE}/world/published-meanwhile`])
    await sweep()
    expect(desk.hub.taken.flat().sort()).toEqual([...feedsOf('', '/world', '/author/omar-ali'), ...feedsOf('', '/world', '/author/omar-ali')].sort())
  })
})
