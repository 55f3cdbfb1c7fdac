// Half an hour at half of what one process can do, with an editor who publishes every ten seconds, and puts the breaking bar up after a third:
//   npm run bench:load -- --database file:/tmp/newsroom.db [--minutes 30]
// The database is one that `npm run bench:seed` has filled; work on a copy. Prints what was answered and the memory, minute by minute.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { run, until } from '../scripts/cluster/services.mjs'
import { isFree } from '../scripts/port.mjs'

const { values } = parseArgs({ options: { database: { type: 'string' }, minutes: { type: 'string', default: '30' }, port: { type: 'string', default: '4910' } } })
if (values.database === undefined) throw new Error('Name the database: --database file:/tmp/newsroom.db')
const port = Number(values.port)
if (!(await isFree(port))) throw new Error(`Port ${port} is taken.`)
const origin = `http://localhost:${port}`
const home = mkdtempSync(path.join(tmpdir(), 'dateline-load-'))
const root = path.resolve(import.meta.dirname, '..')
const CONNECTIONS = 64
const PUBLISH_EVERY_MS = 10_000
const BAR = 'Something is happening just now'
const service = run('dateline', process.execPath, ['--conditions=production', '--no-deprecation', path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)], {
  home,
  env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: values.database, MEDIA_DIR: path.join(home, 'media'), PAYLOAD_SECRET: randomBytes(32).toString('hex'), SITE_URL: origin, PORT: String(port), RATE_LIMITS: 'off', WEATHER_URL: 'off', LOG_LEVEL: 'warn' },
})
const memory = () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))[1]) / 1024)
/** Seconds of the processor that it has taken; Linux counts in hundredths. */
const processorSeconds = () => {
  const [user, system] = readFileSync(`/proc/${service.child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / 100
}
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** @returns {Promise<number | string>} the status, or why there was no answer. */
const get = (address) =>
  new Promise((resolve) => {
    request(origin + address, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode))
      response.once('error', (error) => resolve(error.code ?? error.message))
    })
      .once('error', (error) => resolve(error.code ?? error.message))
      .end()
  })

async function editor() {
  const headers = { 'content-type': 'application/json', origin }
  const { token } = await (await fetch(`${origin}/api/users/login`, { method: 'POST', headers, body: JSON.stringify({ email: 'bench@newsroom.example', password: 'only-for-measuring' }) })).json()
  if (token === undefined) throw new Error('The editor of the benchmark has no account in this database: was it filled by bench:seed to the end?')
  const paragraph = (text) => ({ type: 'paragraph', version: 1, format: '', indent: 0, direction: null, textFormat: 0, textStyle: '', children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }] })
  const send = async (method, address, content) => {
    const response = await fetch(`${origin}/api${address}`, { method, headers: { ...headers, cookie: `payload-token=${token}` }, body: content && JSON.stringify(content) })
    return { status: response.status, body: await response.json() }
  }
  const ask = (method, address, content) => send(method, `/stories${address}`, content)
  const bar = async (active) => {
    const { status, body } = await send('POST', '/globals/breaking', { active, label: 'Breaking', text: BAR, until: new Date(Date.now() + 3_600_000).toISOString() })
    if (status !== 200) throw new Error(`The bar: ${status} ${JSON.stringify(body)}`)
  }
  const headlineOf = async (id) => (await ask('GET', `/${id}?depth=0`)).body.headline
  const publish = async () => {
    const body = { root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: Array.from({ length: 12 }, () => paragraph(`Words ${randomBytes(4).toString('hex')} of a story. `.repeat(12))) } }
    const data = { headline: `Under load ${randomBytes(5).toString('hex')}`, standfirst: 'Published while many read.', section: 1, authors: [1], body, _status: 'draft' }
    const draft = await ask('POST', '?draft=true&depth=0', data)
    if (draft.status !== 201) return { status: draft.status }
    const { id } = draft.body.doc
    const { status } = await ask('PATCH', `/${id}?depth=0`, { _status: 'published' })
    return { status, id, headline: data.headline }
  }
  return { publish, headlineOf, bar }
}

/** Readers who ask without a pause, `CONNECTIONS` at once; or, at a rate, as many a second. */
async function read(seconds, rate, next) {
  const statuses = new Map()
  const times = []
  let held = 0
  let asked = 0
  let open = 0
  const one = async () => {
    open += 1
    asked += 1
    const began = performance.now()
    const status = await get(next())
    open -= 1
    if (times.length < 2_000_000) times.push(performance.now() - began)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const began = performance.now()
  const ends = began + seconds * 1000
  if (rate === Infinity) await Promise.all(Array.from({ length: CONNECTIONS }, async () => { while (performance.now() < ends) await one() }))
  else {
    while (performance.now() < ends) {
      const due = ((performance.now() - began) / 1000) * rate
      while (asked + held < due) {
        if (open < CONNECTIONS * 8) void one()
        else held += 1
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  times.sort((a, b) => a - b)
  return { statuses, held, asked, rate: asked / ((performance.now() - began) / 1000), p50: times[Math.floor(times.length / 2)], p99: times[Math.floor(times.length * 0.99)], slowest: times.at(-1) }
}

try {
  await until('Dateline', async () => (await fetch(`${origin}/api/health`)).ok, 120_000)
  const locations = (xml) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url).pathname)
  const parts = locations(await (await fetch(`${origin}/sitemap.xml`)).text())
  const of = async (word) => (await Promise.all(parts.filter((part) => part.includes(`/${word}`)).slice(0, 6).map(async (part) => locations(await (await fetch(origin + part)).text())))).flat()
  const stories = (await of('stories-')).slice(0, 400)
  const sections = await of('sections')
  const pick = (list) => list[Math.floor(Math.random() ** 3 * list.length)]
  const { publish, headlineOf, bar } = await editor()
  const next = () => {
    const roll = Math.random()
    if (roll < 0.25) return '/'
    if (roll < 0.4) return pick(sections)
    if (roll < 0.93) return pick(stories)
    if (roll < 0.97) return '/latest'
    if (roll < 0.995) return '/feed.xml'
    return `/search?q=${pick(stories).split('/').at(-1).split('-')[0]}`
  }
  // A site that has been up for a while: what is asked for often has been made.
  for (const address of ['/', '/latest', '/feed.xml', ...sections, ...stories]) await get(address)
  await read(10, Infinity, next)
  const capacity = await read(20, Infinity, next)
  const half = Math.round(capacity.rate / 2)
  console.log(`Capacity ${Math.round(capacity.rate)} a second (99th ${capacity.p99.toFixed(0)} ms); ${values.minutes} minutes at ${half}.\n`)
  console.log('| minute | answered | not 200 | held back | 50th, ms | 99th | slowest | published | processor, % | memory, MB |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  const published = []
  const bars = []
  const publishing = setInterval(() => void publish().then((one) => published.push(one), (error) => published.push({ status: String(error) })), PUBLISH_EVERY_MS)
  const [up, down] = [1, 2].map((third) => Math.ceil((Number(values.minutes) * third) / 3))
  for (let minute = 1; minute <= Number(values.minutes); minute++) {
    const moved = minute === up || minute === down ? { up: minute === up, at: performance.now() } : null
    const change = moved && bar(moved.up)
    const home = change && change.then(() => until('the bar', async () => (await (await fetch(`${origin}/`)).text()).includes(BAR) === moved.up, 60_000)).then(() => performance.now() - moved.at)
    const before = { seconds: processorSeconds(), at: performance.now() }
    const { statuses, held, asked, p50, p99, slowest } = await read(60, half, next)
    const taken = ((processorSeconds() - before.seconds) / (performance.now() - before.at)) * 100_000
    const bad = [...statuses].filter(([status]) => status !== 200).map(([status, count]) => `${count} × ${status}`).join(', ') || '0'
    console.log(`| ${minute} | ${asked} | ${bad} | ${held} | ${p50.toFixed(1)} | ${p99.toFixed(0)} | ${slowest.toFixed(0)} | ${published.filter(({ status }) => status === 200).length} of ${published.length} | ${taken.toFixed(0)} | ${memory()} |`)
    if (moved === null) continue
    const there = (await Promise.all(stories.map(async (address) => (await (await fetch(origin + address)).text()).includes(BAR)))).filter((has) => has === moved.up).length
    bars.push(`The bar went ${moved.up ? 'up' : 'down'} with minute ${minute}: on the home page after ${Math.round(await home)} ms, on ${there} of ${stories.length} stories after that minute.`)
  }
  clearInterval(publishing)
  console.log(bars.join('\n'))
  // One may be under way still: it is no part of the count.
  const ended = [...published]
  let kept = 0
  for (const { id, headline } of ended.filter(({ status }) => status === 200)) kept += (await headlineOf(id)) === headline ? 1 : 0
  console.log(`\n${kept} of ${ended.length} published stories are there.`)
} finally {
  await service.stop()
  rmSync(home, { recursive: true, force: true })
}
