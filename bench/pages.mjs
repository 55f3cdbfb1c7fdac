// What pages, feeds, search, publishing and the editors' list cost on a database that `npm run bench:seed` has filled:
//   npm run bench:pages -- --database file:/tmp/million.db
// Starts one process from the build on a private port and asks it as readers and editors do. "first" is an address that
// nobody has asked for before, "again" the same address from the page cache. Milliseconds.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isFree } from '../scripts/port.mjs'
import { run, until } from '../scripts/cluster/services.mjs'

const { values } = parseArgs({ options: { database: { type: 'string' }, port: { type: 'string', default: '4900' }, samples: { type: 'string', default: '100' } } })
if (values.database === undefined) throw new Error('Name the database: --database file:/tmp/million.db')
const SAMPLES = Number(values.samples)
const PUBLICATIONS = 10
const port = Number(values.port)
if (!(await isFree(port))) throw new Error(`Port ${port} is taken.`)
const origin = `http://localhost:${port}`
const home = mkdtempSync(path.join(tmpdir(), 'dateline-pages-'))
const root = path.resolve(import.meta.dirname, '..')
const service = run('dateline', process.execPath, ['--conditions=production', '--no-deprecation', path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)], {
  home,
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: values.database, MEDIA_DIR: path.join(home, 'media'), PAYLOAD_SECRET: randomBytes(32).toString('hex'), SITE_URL: origin, PORT: String(port), RATE_LIMITS: 'off', WEATHER_URL: 'off', LOG_LEVEL: 'warn' },
})

const sorted = (times) => times.toSorted((a, b) => a - b)
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)]
const ms = (value) => (value === undefined ? '' : value.toFixed(value < 10 ? 1 : 0))
const rows = []
const row = (title, first, again = []) => {
  rows.push(`| ${title} | ${ms(at(first, 0.5))} | ${ms(at(first, 0.95))} | ${ms(at(first, 0.99))} | ${ms(at(again, 0.5))} | ${ms(at(again, 0.99))} | ${first.length} |`)
  console.error(rows.at(-1))
}
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))[1]) / 1024

async function ask(address, init) {
  const began = performance.now()
  const response = await fetch(origin + address, { redirect: 'manual', ...init })
  const body = await response.text()
  return { took: performance.now() - began, body, response }
}

async function timed(address, init) {
  const { took, response, body } = await ask(address, init)
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${body.slice(0, 200)}`)
  return took
}

/** Each address once, and once more when all have been asked. */
async function measure(title, addresses) {
  const first = []
  const again = []
  for (const address of addresses) first.push(await timed(address))
  let kept = 0
  for (const address of addresses) {
    const { took, response } = await ask(address)
    again.push(took)
    if (response.headers.get('x-nextjs-cache') === 'HIT') kept += 1
  }
  console.error(`${title}: ${kept} of ${addresses.length} from the cache`)
  row(title, first, again)
}

const exists = async (address) => (await ask(address)).response.status === 200
const locations = (xml) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname)
const spread = (list, count) => (list.length <= count ? list : Array.from({ length: count }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)]))
const wordsOf = (headline) => headline.replaceAll('-', ' ').split(' ')

try {
  await until(`Dateline; its log is in ${home}`, async () => (await fetch(`${origin}/api/health`)).ok, 120_000)
  await timed('/') // What is made once for all pages: fonts, the database's connection, the site's settings.
  const index = await ask('/sitemap.xml')
  const parts = locations(index.body)
  const months = parts.filter((part) => part.includes('/stories-'))
  const stories = []
  const sitemaps = []
  for (const month of spread(months, 20)) {
    const { took, body } = await ask(month)
    sitemaps.push(took)
    stories.push(...spread(locations(body), Math.ceil((SAMPLES * 1.5) / Math.min(20, months.length))))
  }
  const others = async (word) => (await Promise.all(parts.filter((part) => part.includes(`/${word}`)).map(async (part) => locations((await ask(part)).body)))).flat()
  const sections = (await others('sections')).filter((one) => one !== '/')
  const topics = await others('topics')
  const authors = await others('authors')
  const warm = spread(stories, SAMPLES + 20)
  for (const address of warm.splice(0, 20)) await timed(address) // The processor's own warming up is not what is asked here.
  const before = memory()

  await measure('story', spread(warm, SAMPLES))
  await measure('section', sections)
  const deep = []
  for (const section of sections) for (const page of [3, 10, 40, 150, 600]) if (await exists(`${section}/page/${page}`)) deep.push(`${section}/page/${page - 1}`)
  await measure('section, page 2 to 599', spread(deep, SAMPLES))
  await measure('author', spread(authors, SAMPLES))
  await measure('topic', spread(topics, SAMPLES))
  await measure('topic feed, RSS', spread(topics, SAMPLES).map((topic) => `${topic}/feed.xml`))
  const asked = spread(stories, SAMPLES).map((story, i) => `/search?q=${encodeURIComponent(wordsOf(story.split('/').at(-1)).slice(1, 2 + (i % 2)).join(' '))}`)
  await measure('search, one or two words', [...new Set(asked)])
  row('sitemap of a month', sitemaps)
  rows.push(`| sitemap index, nothing known | ${ms(index.took)} | | | ${ms(await timed('/sitemap.xml'))} | | 1 |`)

  const session = await (await fetch(`${origin}/api/users/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'bench@newsroom.example', password: 'only-for-measuring' }) })).json()
  const headers = { 'content-type': 'application/json', cookie: `payload-token=${session.token}`, origin }
  const editor = (method, address, body) => ask(`/api${address}`, { method, headers, body: body && JSON.stringify(body) })
  await timed('/admin/collections/stories', { headers })
  const lists = []
  for (let i = 0; i < PUBLICATIONS; i++) lists.push(await timed('/admin/collections/stories', { headers }))
  row('editors’ list of stories', lists)

  const seen = Object.fromEntries(['own page', 'home', 'section', 'latest', 'feed', 'news sitemap', 'search'].map((name) => [name, []]))
  const saves = []
  const publishes = []
  const again = { home: [], feed: [], 'news sitemap': [], 'sitemap index': [] }
  const first = { home: [], feed: [], 'news sitemap': [], 'sitemap index': [] }
  const { docs: [section] } = JSON.parse((await editor('GET', `/sections?limit=1&depth=0&where[path][equals]=${sections[0]}`)).body)
  for (let i = 0; i < PUBLICATIONS; i++) {
    const mark = `Measured${randomBytes(5).toString('hex')}`
    const paragraph = { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, textStyle: '', children: [{ type: 'text', text: `Words of ${mark}.`, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }] }
    const data = { headline: `${mark} is published`, standfirst: 'To see when.', section: section.id, authors: [1], body: { root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [paragraph] } }, _status: 'draft' }
    const made = JSON.parse((await editor('POST', '/stories?draft=true&depth=0', data)).body).doc
    const saved = await editor('PATCH', `/stories/${made.id}?draft=true&depth=0`, { kicker: 'Saved', _status: 'draft' })
    saves.push(saved.took)
    const began = performance.now()
    const published = await editor('PATCH', `/stories/${made.id}?depth=0`, { _status: 'published' })
    if (published.response.status !== 200) throw new Error(`Publishing answered ${published.response.status}: ${published.body.slice(0, 300)}`)
    publishes.push(performance.now() - began)
    const surfaces = { 'own page': `${sections[0]}/${JSON.parse(published.body).doc.slug}`, home: '/', section: sections[0], latest: '/latest', feed: '/feed.xml', 'news sitemap': '/news-sitemap.xml', search: `/search?q=${mark}` }
    await Promise.all(Object.entries(surfaces).map(async ([name, address]) => {
      for (;;) {
        const { body } = await ask(address)
        if (body.includes(name === 'search' ? 'is published' : mark)) break
        if (performance.now() - began > 30_000) throw new Error(`${name} does not show the story after 30 seconds.`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      seen[name].push(performance.now() - began)
    }))
    // By then the clock has looked again: each of these is made anew for whoever asks next.
    await new Promise((resolve) => setTimeout(resolve, 4_500))
    for (const times of [first, again]) for (const [name, address] of [['home', '/'], ['feed', '/feed.xml'], ['news sitemap', '/news-sitemap.xml'], ['sitemap index', '/sitemap.xml']]) times[name].push(await timed(address))
  }
  for (const [name, times] of Object.entries(first)) row(`${name}, after a publication`, times, again[name])
  row('editor saves a draft', saves)
  row('publishing is acknowledged', publishes)
  for (const [name, times] of Object.entries(seen)) row(`publish → visible: ${name}`, times)
  console.log(`\n${values.database.replace(/\/\/.*@/, '//')}: ${months.length} months of stories; load ${loadavg()[0].toFixed(1)}; memory ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB after.\n`)
  console.log('| | first, median | 95th | 99th | again, median | 99th | asked |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  console.log(rows.join('\n'))
} finally {
  await service.stop()
  rmSync(home, { recursive: true, force: true })
}
