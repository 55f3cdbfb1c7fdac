const { createHash } = require('node:crypto')
const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { areTagsStale, tagsManifest } = require('next/dist/server/lib/incremental-cache/tags-manifest.external')
const { bare, isLite } = require('./bare.cjs')
const { lateScripts } = require('./late-scripts.cjs')
const { policyOf } = require('./policy.cjs')
const { Refreshes } = require('./refreshes.cjs')

const pageHeaders = Symbol.for('dateline.pageHeaders')
const sharedPages = Symbol.for('dateline.sharedPages')
const forgetReadyPages = Symbol.for('dateline.forgetReadyPages')

const isPage = (value) => value?.kind === 'APP_PAGE' && typeof value.html === 'string'
/** What somebody searched for is finished like a page, but kept it would crowd out others' pages. */
const isSearch = (key) => /^\/route-cache\/[^$]*\$(?:\/lite)?\/search\//.test(key)

/** Longer than this, Node's timers do not wait; pages are asked for again long before. */
const LONGEST_TIMER_MS = 2 ** 31
/** What may be shown for no longer than this is waited for, by the reader whose turn it is (EVERYWHERE_WITHIN_S in lib/data/tags.ts). */
const SOON_S = 5 * 60

const refreshes = new Refreshes()
/** When that which is waited for was changed last, by tag. */
const awaited = new Map()
/** While pages with such a change are asked for, no other is refreshed. */
const PRECEDENCE_MS = 1_000
let awaitedAskedAt = 0

const expireAsOf = (tag, expired) => tagsManifest.set(tag, { ...tagsManifest.get(tag), expired })
const tagsOf = ({ headers }) => headers?.['x-next-cache-tags']?.split(',') ?? []
const isStale = ({ value, lastModified }) => areTagsStale(tagsOf(value), lastModified)
const isAwaited = ({ value, lastModified }) => awaited.size > 0 && tagsOf(value).some((tag) => awaited.get(tag) >= lastModified)

/**
 * Next's own cache of pages; what goes into it is written so that scripts wait for the reader, says what it may run, and
 * lets an edge know its tags. Next sends the very object it has handed over here, also to the reader whose visit made the
 * page: so it is changed in place, and the first answer after a change is like those that follow. Pages that another
 * process has made are taken over, and judged by what this one knows of changes.
 */
module.exports = class PageCache extends FileSystemCache {
  async get(key, context) {
    const entry = (await super.get(key, context)) ?? (context.kind === 'APP_PAGE' ? await this.takeOver(key, context) : null)
    // Pages made by the build are read from its files, and finished when they are first asked for.
    if (!isPage(entry?.value)) return entry
    finish(key, entry.value)
    if (!isStale(entry)) return entry
    const now = Date.now()
    // To Next what is old is as good as new for the moment; its turn comes with a later reader.
    if (isAwaited(entry)) {
      awaitedAskedAt = now
      return refreshes.begin(key) ? null : { ...entry, lastModified: now, value: standIn(entry.value) }
    }
    return now - awaitedAskedAt > PRECEDENCE_MS && refreshes.begin(key) ? entry : { ...entry, lastModified: now }
  }

  async takeOver(key, context) {
    const page = await globalThis[sharedPages]?.get(key)
    if (!page) return null
    FileSystemCache.memoryCache?.set(key, page)
    return super.get(key, context)
  }

  async set(key, data, context) {
    refreshes.end(key)
    if (isPage(data)) finish(key, data)
    if (isSearch(key)) return
    await super.set(key, data, context)
    const kept = isPage(data) ? FileSystemCache.memoryCache?.get(key) : undefined
    if (kept) globalThis[sharedPages]?.put(key, kept)
  }

  /**
   * A page that must not be shown again stays so when the same tag is to be refreshed later: Next would take that back.
   * And where the old may be shown for some time, only what is still old then is not shown any more: Next would drop what
   * has been made anew meanwhile, too.
   */
  async revalidateTag(tags, durations) {
    const list = [tags].flat()
    const before = new Map(list.map((tag) => [tag, tagsManifest.get(tag)?.expired]))
    const now = Date.now()
    await super.revalidateTag(tags, durations)
    globalThis[forgetReadyPages]?.()
    if (!durations?.expire) return
    for (const [tag, expired] of before) expireAsOf(tag, expired <= now ? expired : undefined)
    if (durations.expire * 1000 >= LONGEST_TIMER_MS) return
    if (durations.expire <= SOON_S) for (const tag of list) awaited.set(tag, now)
    const end = () => {
      for (const tag of list) {
        // Unless it has been ended since, altogether.
        if (!(tagsManifest.get(tag)?.expired > now)) expireAsOf(tag, now)
        if (awaited.get(tag) === now) awaited.delete(tag)
      }
    }
    setTimeout(end, durations.expire * 1000).unref()
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
const standIn = (page) => ({ ...page, headers: { ...page.headers, ...globalThis[pageHeaders]?.(tagsOf(page), { isOld: true }) } })

/** By this a client knows its copy again, and lib/page-cache/delivery.ts the compressed one. */
const tagOf = (html) => `W/"page-${createHash('sha1').update(html).digest('base64url')}"`
