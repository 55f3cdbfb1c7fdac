/**
 * What sitemaps cost on the database of DATABASE_URL, which `npm run bench:seed` has filled:
 * DATABASE_URL=file:/tmp/million.db npx tsx bench/sitemaps.ts
 * Every sitemap of the index is written once, none remembered before.
 */
import './environment'
import { createRequire } from 'node:module'

// Outside a server there are no pages to tag: the memory of each process is measured without them.
const require = createRequire(import.meta.url)
const cache = require('next/cache') as { unstable_cache: unknown }
Object.defineProperty(cache, 'unstable_cache', { value: (read: () => unknown) => read })

const memory = () => process.memoryUsage().rss / 1024 / 1024

async function main() {
  const { cms } = await import('../lib/adapters/cms/client')
  const payload = await cms()
  const { getSitemap } = await import('../lib/data/sitemaps')
  const { forget } = await import('../lib/data/memory')
  const { getSite } = await import('../lib/data/site')
  const { tags } = await import('../lib/data/tags')
  await getSite()
  const timed = async (name: string) => {
    const began = performance.now()
    const found = await getSitemap(name)
    return { ms: performance.now() - began, body: found?.body ?? '' }
  }
  const shown = (title: string, ms: number, more = '') => console.log(`| ${title} | ${ms.toFixed(1)} ms | ${more} |`)
  const { totalDocs } = await payload.count({ collection: 'stories' })
  const start = memory()
  console.log(`\n${payload.db.name}, ${totalDocs} stories\n`)
  const index = await timed('index')
  const names = [...index.body.matchAll(/<loc>[^<]*\/([\w-]+)\.xml<\/loc>/g)].map((match) => match[1]!)
  shown('index, nothing known', index.ms, `${names.length} sitemaps`)
  const month = names.filter((name) => name.startsWith('stories-')).sort().at(-1)!.slice('stories-'.length).slice(0, 7)
  forget([tags.latest, tags.month(month)])
  shown('index, after a publication', (await timed('index')).ms)
  shown('index, asked again', (await timed('index')).ms)
  const all: { name: string; ms: number; bytes: number; addresses: number }[] = []
  let highest = 0
  for (const name of names) {
    const { ms, body } = await timed(name)
    all.push({ name, ms, bytes: body.length, addresses: body.split('<loc>').length - 1 })
    highest = Math.max(highest, memory())
  }
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b)
  const slowest = all.reduce((a, b) => (b.ms > a.ms ? b : a))
  shown('a sitemap, median', times[Math.floor(times.length / 2)]!, `${all.reduce((sum, { addresses }) => sum + addresses, 0)} addresses in all`)
  shown(`the slowest, ${slowest.name}`, slowest.ms, `${slowest.addresses} addresses, ${(slowest.bytes / 1024 / 1024).toFixed(1)} MB`)
  const news = await timed('news')
  shown('news sitemap', news.ms, `${news.body.split('<news:news>').length - 1} stories`)
  console.log(`\nMemory: ${start.toFixed(0)} MB before, ${highest.toFixed(0)} MB at most while all were written`)
  process.exit(0)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
