const { createHash } = require('node:crypto')
const { performance } = require('node:perf_hooks')
const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { SharedCacheControls } = require('next/dist/server/lib/incremental-cache/shared-cache-controls.external')
const { areTagsStale, tagsManifest } = require('next/dist/server/lib/incremental-cache/tags-manifest.external')
const { bare, isLite } = require('./bare.cjs')
const { lateScripts } = require('./late-scripts.cjs')
const { policyOf } = require('./policy.cjs')
const { Refreshes } = require('./refreshes.cjs')

const pageHeaders = Symbol.for('dateline.pageHeaders')
const sharedPages = Symbol.for('dateline.sharedPages')
const forgetReadyPages = Symbol.for('dateline.forgetReadyPages')
const clock = Symbol.for('dateline.clock')

const isPage = (value) => value?.kind === 'APP_PAGE' && typeof value.html === 'string'
/** What somebody searched for is finished like a page, but kept it would crowd out others' pages. */
const isSearch = (key) => /^\/route-cache\/[^$]*\$(?:\/lite)?\/search\//.test(key)

/** Longer than this, Node's timers do not wait; pages are asked for again long before. */
const LONGEST_TIMER_MS = 2 ** 31
/** What may be shown for no longer than this is urgent from the first (EVERYWHERE_WITHIN_S in lib/data/tags.ts). */
const SOON_S = 5 * 60

const refreshes = new Refreshes()
/** The last change that is urgent, by tag. */
const urgent = new Map()
/** While pages with such a change are asked for, no other is refreshed. */
const PRECEDENCE_MS = 1_000
let urgentAskedAt = 0

/**
 * What is known of changes, by tag. Next writes into its manifest, too, each time before it calls this cache: that a page may be
 * shown until some time, which drops whatever is made anew before then, and forgets that it must not be shown any more.
 */
const changes = new Map()

function mark(tag, change) {
  changes.set(tag, { ...changes.get(tag), ...change })
  tagsManifest.set(tag, changes.get(tag))
}

const tagsOf = ({ headers }) => headers?.['x-next-cache-tags']?.split(',') ?? []
const isStale = ({ value, lastModified }) => areTagsStale(tagsOf(value), lastModified)
const isUrgent = ({ value, lastModified }) => urgent.size > 0 && tagsOf(value).some((tag) => urgent.get(tag) >= lastModified)

/**
 * The time by which Next judges pages. It goes on evenly when the machine's clock is set, and Next's own cache would
 * write down the machine's: with the clock put back an hour, a withdrawn story would have stayed for an hour.
 */
const evenTime = () => performance.timeOrigin + performance.now()
const memory = () => FileSystemCache.memoryCache
/** From this process's time to that which processes share, and back. */
const aheadOfClock = () => evenTime() - Date.now()

/** A beat of the clock reads the database: without one for so long, a page that is there is better than one that cannot be made. */
const CUT_OFF_MS = 10_000
const isCutOff = () => Date.now() - (globalThis[clock]?.last?.at ?? Infinity) > CUT_OFF_MS

/** When the making of a page was begun: what changed meanwhile may not be in it. */
const begun = new Map()
const BEGUN_MS = 60_000
const MOST_BEGUN = 5_000
/** Next remembers for each address how long it may be kept, for good. */
const MOST_REMEMBERED = 20_000

function begin(key, now) {
  if (begun.size >= MOST_BEGUN) begun.clear()
  if (!(now - begun.get(key) < BEGUN_MS)) begun.set(key, now)
}

/** Old pages, handed out while new ones are made. */
const standIns = new WeakSet()

/**
 * Next's own cache of pages; what goes into it is written so that scripts wait for the reader, says what it may run, and
 * lets an edge know its tags. Next sends the very object it has handed over here, also to the reader whose visit made the
 * page: so it is changed in place, and the first answer after a change is like those that follow. Pages that another
 * process has made are taken over, and judged by what this one knows of changes.
 */
module.exports = class PageCache extends FileSystemCache {
  constructor(context) {
    super(context)
    const headers = context._requestHeaders
    // To these Next gives what there is, and makes nothing.
    this.isPrefetch = headers?.purpose === 'prefetch' || headers?.['next-router-prefetch'] === '1'
  }

  async get(key, context) {
    const found = (await super.get(key, context)) ?? (context.kind === 'APP_PAGE' ? await this.takeOver(key, context) : null)
    // Feeds, sitemaps and robots.txt are few and quickly made: whoever asks first must not get them as they were, however late.
    const entry = found?.value?.kind === 'APP_ROUTE' && isUrgent(found) && !isCutOff() ? null : found
    if (entry === null) begin(key, evenTime())
    // Pages made by the build are read from its files, and finished when they are first asked for.
    if (!isPage(entry?.value)) return entry
    finish(key, entry.value)
    return isStale(entry) ? this.turn(key, entry, evenTime()) : entry
  }

  /**
   * What is given of an old page: to Next it is as good as new for the moment, until its turn has come. Where that is urgent,
   * the reader whose turn it is waits for the new one; the others have it as it was.
   */
  turn(key, entry, now) {
    const asNew = { ...entry, lastModified: now }
    if (isCutOff()) return { ...asNew, value: standIn(entry.value) }
    const presses = isUrgent(entry)
    if (presses) urgentAskedAt = now
    else if (this.isPrefetch || now - urgentAskedAt <= PRECEDENCE_MS) return asNew
    if (!refreshes.begin(key, presses)) return presses ? { ...asNew, value: standIn(entry.value) } : asNew
    begin(key, now)
    return presses ? null : { ...entry, value: standIn(entry.value) }
  }

  async takeOver(key, context) {
    const page = await globalThis[sharedPages]?.get(key)
    if (!page) return null
    memory()?.set(key, { ...page, lastModified: page.lastModified + aheadOfClock() })
    return super.get(key, context)
  }

  async set(key, data, context) {
    const { cacheControls } = SharedCacheControls
    if (isSearch(key)) cacheControls.delete(key)
    else if (cacheControls.size > MOST_REMEMBERED) cacheControls.clear()
    refreshes.end(key)
    const made = begun.get(key) ?? evenTime()
    begun.delete(key)
    // A new page could not be made, and Next would keep the old one for new.
    if (standIns.has(data)) return
    if (isPage(data)) finish(key, data)
    if (isSearch(key)) return
    await super.set(key, data, context)
    const kept = memory()?.get(key)
    if (!kept) return
    kept.lastModified = made
    if (isPage(data)) globalThis[sharedPages]?.put(key, { ...kept, lastModified: made - aheadOfClock() })
  }

  /**
   * In place of Next's: what must not be shown stays so, also when the same tag is to be refreshed later. And where the old
   * may be shown for some time, nothing is dropped when that is over: on a busy process hundreds of pages would have to be
   * made in the same second. What is still old then is urgent.
   */
  async revalidateTag(tags, durations) {
    const now = evenTime()
    const list = [tags].flat()
    globalThis[forgetReadyPages]?.()
    const lifeMs = durations ? (durations.expire ?? Infinity) * 1000 : 0
    for (const tag of list) mark(tag, lifeMs > 0 ? { stale: now } : { expired: now })
    if (lifeMs <= 0 || lifeMs >= LONGEST_TIMER_MS) return
    const press = () => list.forEach((tag) => urgent.set(tag, now))
    if (lifeMs <= SOON_S * 1000) press()
    else setTimeout(press, lifeMs).unref()
  }
}

function finish(key, page) {
  if (page.headers?.['content-security-policy'] !== undefined) return
  page.html = isLite(page.html) ? bare(page.html) : lateScripts(page.html)
  const tags = isSearch(key) ? [] : tagsOf(page)
  const forEdge = tags.length > 0 ? globalThis[pageHeaders]?.(tags) : undefined
  page.headers = { ...page.headers, ...forEdge, 'content-security-policy': policyOf(page.html), etag: tagOf(page.html) }
}

/** What is given until a page's turn comes: an edge may keep it for a moment only. */
function standIn(page) {
  const copy = { ...page, headers: { ...page.headers, ...globalThis[pageHeaders]?.(tagsOf(page), { isOld: true }) } }
  standIns.add(copy)
  return copy
}

/** By this a client knows its copy again, and lib/page-cache/delivery.ts the compressed one. */
const tagOf = (html) => `W/"page-${createHash('sha1').update(html).digest('base64url')}"`
