const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { tagsManifest } = require('next/dist/server/lib/incremental-cache/tags-manifest.external')
const { lateScripts } = require('./late-scripts.cjs')

const pageHeaders = Symbol.for('dateline.pageHeaders')
const sharedPages = Symbol.for('dateline.sharedPages')

/**
 * Next's own cache of pages; what goes into it is written so that scripts wait for the reader and an edge knows its
 * tags. Pages that another process has made are taken over, and judged by what this one knows of changes.
 */
module.exports = class PageCache extends FileSystemCache {
  async get(key, context) {
    const own = await super.get(key, context)
    const shared = globalThis[sharedPages]
    if (own !== null || !shared || context.kind !== 'APP_PAGE') return own
    const page = await shared.get(key)
    if (page === null) return null
    FileSystemCache.memoryCache?.set(key, page)
    return super.get(key, context)
  }

  async set(key, data, context) {
    // Changed in place: Next answers whoever waited for the page with this very value.
    const isPage = data?.kind === 'APP_PAGE' && typeof data.html === 'string'
    if (isPage) dress(data)
    await super.set(key, data, context)
    const kept = isPage ? FileSystemCache.memoryCache?.get(key) : undefined
    if (kept) globalThis[sharedPages]?.put(key, kept)
  }

  /** A page that must not be shown again stays so when the same tag is to be refreshed later: Next would take that back. */
  async revalidateTag(tags, durations) {
    const list = [tags].flat()
    const before = new Map(list.map((tag) => [tag, tagsManifest.get(tag)?.expired]))
    await super.revalidateTag(tags, durations)
    if (!durations?.expire) return
    for (const [tag, expired] of before) if (expired <= Date.now()) tagsManifest.set(tag, { ...tagsManifest.get(tag), expired })
  }
}

function dress(page) {
  page.html = lateScripts(page.html)
  const tags = page.headers?.['x-next-cache-tags']
  if (typeof tags === 'string') page.headers = { ...page.headers, ...globalThis[pageHeaders]?.(tags.split(',')) }
}
