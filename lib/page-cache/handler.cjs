const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { lateScripts } = require('./late-scripts.cjs')

/** Next's own cache of pages; what goes into it is written so that scripts wait for the reader. */
module.exports = class PageCache extends FileSystemCache {
  async set(key, data, context) {
    const isPage = data?.kind === 'APP_PAGE' && typeof data.html === 'string'
    return super.set(key, isPage ? { ...data, html: lateScripts(data.html) } : data, context)
  }
}
