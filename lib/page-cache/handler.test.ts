import { createRequire } from 'node:module'
import { afterEach, describe, expect, it, vi } from 'vitest'

interface Page {
  kind: 'APP_PAGE'
  html: string
  headers: Record<string, string>
}

interface Cache {
  get: (key: string, context: object) => Promise<{ value: Page; lastModified: number } | null>
  set: (key: string, page: Page, context: object) => Promise<void>
  revalidateTag: (tags: string | string[], durations?: { expire?: number }) => Promise<void>
}

const require = createRequire(import.meta.url)
const PageCache = require('./handler.cjs') as new (options: object) => Cache
const { createDefaultCacheHandler } = require('next/dist/server/lib/cache-handlers/default') as { createDefaultCacheHandler: (size: number) => { updateTags: (tags: string[], durations?: { expire?: number }) => Promise<void> } }
const { SharedCacheControls } = require('next/dist/server/lib/incremental-cache/shared-cache-controls.external') as { SharedCacheControls: { cacheControls: Map<string, object> } }
const fs = { existsSync: () => false, readFile: () => Promise.reject(new Error('pages are not kept on disk')) }
const options = { fs, flushToDisk: false, serverDistDir: '/nowhere', revalidatedTags: [], maxMemoryCacheSize: 1_000_000 }
const cache = new PageCache(options)

const beside = createDefaultCacheHandler(1_000_000)
/** As Next does it: the cache of its other kind is told first, and writes into the same manifest. */
const revalidate = async (tags: string | string[], durations?: { expire?: number }) => {
  await Promise.all([beside.updateTags([tags].flat(), durations), cache.revalidateTag(tags, durations)])
}

const page = (tags: string): Page => ({ kind: 'APP_PAGE', html: '<html><body><script src="/_next/static/a.js" async=""></script></body></html>', headers: { 'x-next-cache-tags': tags } })
const get = (key: string) => cache.get(key, { kind: 'APP_PAGE' })
const later = () => new Promise((resolve) => setTimeout(resolve, 5))
const globals = globalThis as Record<symbol, unknown>

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  delete globals[Symbol.for('dateline.pageHeaders')]
  delete globals[Symbol.for('dateline.sharedPages')]
  delete globals[Symbol.for('dateline.clock')]
})

describe('the page cache', () => {
  it('does not take a hard expiry back for a soft one', async () => {
    await cache.set('/a', page('aside,site'), {})
    await later()
    await revalidate('aside', { expire: 0 })
    await later()
    expect(await get('/a')).toBeNull()
    await revalidate(['aside'], { expire: 31_536_000 })
    expect(await get('/a')).toBeNull()
  })

  it.each([
    ['put back', -3_600_000],
    ['put ahead', 3_600_000],
  ])('shows no page again that must not be shown, and keeps what is made since, while the clock of the machine is %s', async (_, ms) => {
    const real = Date.now
    const since = `/since/${ms}`
    await cache.set('/before', page('story:9'), {})
    vi.spyOn(Date, 'now').mockImplementation(() => real() + ms)
    await cache.set('/between', page('story:9'), {})
    await later()
    await revalidate('story:9')
    await later()
    expect([await get('/before'), await get('/between')]).toEqual([null, null])
    await cache.set(since, page('story:9'), {})
    expect(await get(since)).not.toBeNull()
    vi.restoreAllMocks()
    expect(await get(since)).not.toBeNull()
    await revalidate('story:9')
    await later()
    expect(await get(since)).toBeNull()
  })

  it('takes pages of others over by the clock that they share', async () => {
    const real = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => real() + 3_600_000)
    const theirs = { value: page('story:8'), lastModified: Date.now() }
    globals[Symbol.for('dateline.sharedPages')] = { put: vi.fn(), get: () => Promise.resolve(theirs) }
    expect((await get('/theirs'))?.value).toBe(theirs.value)
    await later()
    await revalidate('story:8')
    expect(await get('/theirs')).toBeNull()
  })

  it('keeps a page that is only to be refreshed', async () => {
    await cache.set('/b', page('story:1'), {})
    await later()
    await revalidate('story:1', { expire: 31_536_000 })
    expect(await get('/b')).not.toBeNull()
  })

  it('refreshes one such page at a time: the others are as good as new meanwhile', async () => {
    // The one before has had its turn, and its pause.
    await cache.set('/b', page('story:1'), {})
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const key of ['/x', '/y']) await cache.set(key, page('aside'), {})
    await later()
    await revalidate('aside', { expire: 31_536_000 })
    const made = Date.now()
    await later()
    const [x, y] = [await get('/x'), await get('/y')]
    expect(x!.lastModified).toBeLessThanOrEqual(made)
    expect(y!.lastModified).toBeGreaterThan(made)
    await cache.set('/x', page('aside'), {})
  })

  it('makes a page anew that was begun before a change and finished after it', async () => {
    expect(await get('/slow')).toBeNull()
    await later()
    await revalidate('latest', { expire: 0 })
    await later()
    await cache.set('/slow', page('latest'), {})
    expect(await get('/slow')).toBeNull()
    await later()
    await cache.set('/slow', page('latest'), {})
    expect(await get('/slow')).not.toBeNull()
  })

  it('keeps an old page for old when the new one cannot be made', async () => {
    globals[Symbol.for('dateline.pageHeaders')] = (_: string[], { isOld = false } = {}) => ({ 'Surrogate-Control': isOld ? 'max-age=10' : 'max-age=600' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    await cache.set('/fails', page('aside'), {})
    await later()
    await revalidate('aside', { expire: 31_536_000 })
    const changed = Date.now()
    await later()
    const old = await get('/fails')
    expect(old!.lastModified).toBeLessThanOrEqual(changed)
    // An edge asks again soon: it will be there by then.
    expect(old!.value.headers['Surrogate-Control']).toBe('max-age=10')
    // Next hands it back when making the new one has failed.
    await cache.set('/fails', old!.value, {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await get('/fails'))!.lastModified).toBeLessThanOrEqual(changed)
    await cache.set('/fails', page('aside'), {})
    expect((await get('/fails'))!.value.headers['Surrogate-Control']).toBe('max-age=600')
  })

  it.each([{ purpose: 'prefetch' }, { 'next-router-prefetch': '1' }])('gives no turn to those for whom Next makes nothing: %j', async (headers) => {
    const ahead = new PageCache({ ...options, _requestHeaders: headers })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const key = `/ahead/${Object.keys(headers).join()}`
    await cache.set(key, page('aside'), {})
    await later()
    await revalidate('aside', { expire: 31_536_000 })
    const changed = Date.now()
    await later()
    expect((await ahead.get(key, { kind: 'APP_PAGE' }))!.lastModified).toBeGreaterThan(changed)
    expect((await get(key))!.lastModified).toBeLessThanOrEqual(changed)
    await cache.set(key, page('aside'), {})
  })

  it('shows what it has, and nothing gets too old to be shown, while the database is gone', async () => {
    globals[Symbol.for('dateline.clock')] = { last: { at: Date.now() - 11_000 } }
    await cache.set('/outage', page('site,weather'), {})
    await later()
    await revalidate('site', { expire: 0.1 })
    expect(await get('/outage')).not.toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await get('/outage')).not.toBeNull()
    globals[Symbol.for('dateline.clock')] = { last: { at: Date.now() } }
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await get('/outage')).toBeNull()
    await cache.set('/outage', page('site,weather'), {})
  })

  it('has the reader whose turn it is wait for what stands on every page, and gives it to an edge as it was for a moment only', async () => {
    globals[Symbol.for('dateline.pageHeaders')] = (_: string[], { isOld = false } = {}) => ({ 'Surrogate-Control': isOld ? 'max-age=2' : 'max-age=600' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const key of ['/turn', '/other']) await cache.set(key, page('site'), {})
    await later()
    await revalidate('site', { expire: 0.2 })
    expect(await get('/turn')).toBeNull()
    const changed = Date.now()
    await later()
    const other = await get('/other')
    expect(other!.lastModified).toBeGreaterThan(changed)
    expect(other!.value.headers['Surrogate-Control']).toBe('max-age=2')
    await cache.set('/turn', page('site'), {})
    expect((await get('/turn'))!.value.headers['Surrogate-Control']).toBe('max-age=600')
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(await get('/turn')).not.toBeNull()
    expect(await get('/other')).toBeNull()
    await cache.set('/other', page('site'), {})
  })

  it('refreshes nothing else while such pages are asked for', async () => {
    for (const key of ['/bar', '/beside']) await cache.set(key, page(key === '/bar' ? 'site' : 'trending'), {})
    await later()
    await revalidate('trending', { expire: 31_536_000 })
    await revalidate('site', { expire: 0.4 })
    const changed = Date.now()
    await later()
    await get('/bar')
    await cache.set('/bar', page('site'), {})
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect((await get('/beside'))!.lastModified).toBeGreaterThan(changed)
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect((await get('/beside'))!.lastModified).toBeLessThanOrEqual(changed)
    await cache.set('/beside', page('trending'), {})
  })

  it('gives the very first reader late scripts and an edge its tags', async () => {
    globals[Symbol.for('dateline.pageHeaders')] = (tags: string[]) => ({ 'Surrogate-Key': tags.join(' ') })
    const made = page('story:2,site')
    await cache.set('/c', made, {})
    expect(made.headers['Surrogate-Key']).toBe('story:2 site')
    expect(made.html).not.toContain('async=""')
    expect((await get('/c'))?.value.headers['Surrogate-Key']).toBe('story:2 site')
  })

  it.each(['/route-cache/APP_PAGE/0e76/$/search/P3E9cml2ZXI', '/route-cache/APP_PAGE/a4f1/$/lite/search/P3E9cml2ZXI'])('finishes what somebody searched for, and does not keep it: %s', async (key) => {
    globals[Symbol.for('dateline.pageHeaders')] = () => ({ 'Surrogate-Control': 'max-age=600' })
    const made = page('site')
    SharedCacheControls.cacheControls.set(key, { revalidate: false })
    await cache.set(key, made, {})
    expect(SharedCacheControls.cacheControls.has(key)).toBe(false)
    expect(made.html).not.toContain('async=""')
    expect(made.headers['content-security-policy']).toContain("default-src 'none'")
    expect(made.headers['Surrogate-Control']).toBeUndefined()
    expect(await get(key)).toBeNull()
  })

  it('keeps a page whose address only mentions a search', async () => {
    const key = '/route-cache/APP_PAGE/0e76/$/story/search/1'
    await cache.set(key, page('site'), {})
    expect(await get(key)).not.toBeNull()
  })

  it('hands pages to other processes, and judges theirs by what it knows', async () => {
    const put = vi.fn()
    const theirs = { value: page('story:3'), lastModified: Date.now() }
    globals[Symbol.for('dateline.sharedPages')] = { put, get: (key: string) => Promise.resolve(key === '/d' ? theirs : null) }
    expect((await get('/d'))?.value).toBe(theirs.value)
    await later()
    await revalidate('story:3', { expire: 0 })
    await later()
    expect(await get('/d')).toBeNull()
    await cache.set('/e', page('story:4'), {})
    expect(put).toHaveBeenCalledWith('/e', expect.objectContaining({ lastModified: expect.any(Number) as number }))
  })

  it('has readers wait for what is still old when its time is over, one after another, and keeps what was made anew before', async () => {
    globals[Symbol.for('dateline.pageHeaders')] = (_: string[], { isOld = false } = {}) => ({ 'Surrogate-Control': isOld ? 'max-age=10' : 'max-age=600' })
    const pause = () => new Promise((resolve) => setTimeout(resolve, 200))
    await pause()
    for (const key of ['/hot', '/cold', '/colder']) await cache.set(key, page('weather'), {})
    await later()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    await revalidate('weather', { expire: 900 })
    expect(await get('/hot')).not.toBeNull()
    expect(await get('/cold')).not.toBeNull()
    vi.advanceTimersByTime(900_000)
    vi.useRealTimers()
    await cache.set('/hot', page('weather'), {})
    await pause()
    expect(await get('/hot')).not.toBeNull()
    expect(await get('/cold')).toBeNull()
    const meanwhile = await get('/colder')
    expect(meanwhile!.value.headers['Surrogate-Control']).toBe('max-age=10')
    await cache.set('/cold', page('weather'), {})
    await pause()
    expect(await get('/cold')).not.toBeNull()
    expect(await get('/colder')).toBeNull()
    await cache.set('/colder', page('weather'), {})
  })

  it('makes robots.txt and feeds anew for whoever asks first after a change of what stands everywhere', async () => {
    const route = { kind: 'APP_ROUTE', body: Buffer.from('User-agent: *'), status: 200, headers: { 'x-next-cache-tags': 'site' } } as unknown as Page
    const ask = () => cache.get('/robots.txt', { kind: 'APP_ROUTE' })
    await cache.set('/robots.txt', route, {})
    expect(await ask()).not.toBeNull()
    await later()
    await revalidate('site', { expire: 300 })
    await later()
    globals[Symbol.for('dateline.clock')] = { last: { at: Date.now() - 11_000 } }
    expect(await ask()).not.toBeNull()
    delete globals[Symbol.for('dateline.clock')]
    expect(await ask()).toBeNull()
    await cache.set('/robots.txt', route, {})
    expect(await ask()).not.toBeNull()
  })

  it('takes nothing back that must not be shown any more meanwhile', async () => {
    await revalidate('day', { expire: 0.1 })
    await later()
    await cache.set('/withdrawn', page('day'), {})
    await later()
    await revalidate('day', { expire: 0 })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await get('/withdrawn')).toBeNull()
  })
})
