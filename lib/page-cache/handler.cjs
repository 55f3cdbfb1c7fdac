const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { bare, isLite } = require('./bare.cjs')
const { lateScripts } = require('./late-scripts.cjs')
const { policyOf } = require('./policy.cjs')

/**
 * Next's own cache of pages; what goes into it is written so that scripts wait for the reader, and says what it may
 * run. Next sends the very object it has handed over here, also to the reader whose visit made the page: so it is
 * changed in place, and the first answer after a change is like those that follow.
 */
module.exports = class PageCache extends FileSystemCache {
  async set(key, data, context) {
    if (data?.kind === 'APP_PAGE' && typeof data.html === 'string') finish(data)
    // What somebody searched for in the lite edition is finished like a page, but would crowd out others' pages.
    if (key.includes('/lite/search/')) return
    return super.set(key, data, context)
  }

  /** Pages made by the build are read from its files, and finished when they are first asked for. */
  async get(key, context) {
    const entry = await super.get(key, context)
    if (entry?.value?.kind === 'APP_PAGE' && typeof entry.value.html === 'string') finish(entry.value)
    return entry
  }
}

function finish(page) {
  if (page.headers?.['content-security-policy'] !== undefined) return
  page.html = isLite(page.html) ? bare(page.html) : lateScripts(page.html)
  page.headers = { ...page.headers, 'content-security-policy': policyOf(page.html) }
}
