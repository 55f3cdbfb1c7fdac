import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { SMTPServer } from 'smtp-server'
import { openHanging, type Hanging } from '../../lib/cms/hanging'
import { startCluster } from './cluster.mjs'
import { Editor } from './newsroom'
import { startEdge } from './services.mjs'

/**
 * Two processes on PostgreSQL and Redis behind the edge, as `npm run cluster` brings them up. Their weather and mail servers
 * hang all the time.
 */
let weather: Hanging
let mail: Hanging
let cluster: Awaited<ReturnType<typeof startCluster>>
let editor: Editor
let edge: string
const node = (i: number): string => cluster.nodes[i]!.url

beforeAll(async () => {
  weather = await openHanging()
  mail = await openHanging()
  cluster = await startCluster({
    port: Number(process.env.CLUSTER_PORT ?? 4700),
    // One machine plays all readers.
    environment: { RATE_LIMITS: 'off', WEATHER_URL: `http://127.0.0.1:${weather.port}/forecast`, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'newsroom@example.org' },
  })
  edge = cluster.url.replace('localhost', '127.0.0.1')
  editor = await Editor.enter(node(0), cluster.password)
})
afterAll(async () => {
  await cluster?.stop()
  await weather.close()
})

interface Answer {
  status: number
  text: string
  edge: string | null
  headers: Headers
}

async function read(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
  return { status: response.status, text: await response.text(), edge: response.headers.get('x-dateline-edge'), headers: response.headers }
}

let number = 0
const headlineFor = (what: string) => `${what} ${Date.now().toString(36)}x${++number}`

/** Milliseconds until `ask` holds. */
async function until(ask: () => Promise<boolean>, limitMs: number): Promise<number> {
  const start = Date.now()
  while (!(await ask())) {
    if (Date.now() - start > limitMs) throw new Error(`not within ${limitMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return Date.now() - start
}

const SURFACES = ['/', '/world', '/latest', '/feed.xml', '/world/feed.xml', '/api/latest']
const has = async (url: string, text: string) => (await read(url)).text.includes(text)
const warm = async () => {
  for (const origin of [edge, node(0), node(1)]) for (const surface of SURFACES) await read(origin + surface)
}

/** Asks the edge without a pause, `atOnce` at a time, until told to stop; counts what was not a good answer, and who had to wait for a process. */
function load(paths: () => string, atOnce: number) {
  let stopped = false
  const count = { requests: 0, bad: [] as string[], waited: [] as string[] }
  const worker = async () => {
    while (!stopped) {
      const path = paths()
      count.requests += 1
      try {
        const answer = await read(edge + path)
        if (answer.status >= 400) count.bad.push(`${path}: ${answer.status}`)
        if (answer.edge !== 'hit') count.waited.push(path)
      } catch (error) {
        count.bad.push(`${path}: ${String(error)}`)
      }
    }
  }
  const workers = Array.from({ length: atOnce }, worker)
  return {
    stop: async () => {
      stopped = true
      await Promise.all(workers)
      return count
    },
  }
}

describe('the edge', () => {
  it('keeps pages, compressed once, and leaves browsers to ask each time', async () => {
    let answer = await read(`${edge}/`)
    // What was published while the newsroom was being set up may only now be told.
    await expect.poll(async () => (answer = await read(`${edge}/`, { 'accept-encoding': 'gzip' })).edge, { timeout: 10_000 }).toBe('hit')
    const { headers } = answer
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('content-encoding')).toBe('gzip')
    for (const name of ['surrogate-key', 'surrogate-control', 'xkey', 'x-nextjs-cache']) expect(headers.get(name), name).toBeNull()
    expect((await read(`${edge}/`, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  })

  it.each(['/', '/world', '/feed.xml', '/sitemap.xml', '/robots.txt', '/api/latest', '/nothing-stands-here'])('answers %s itself once it has it', async (path) => {
    await expect.poll(async () => (await read(edge + path)).edge, { timeout: 10_000 }).toBe('hit')
  })

  it.each(['/admin', '/admin/login', '/api/health', '/api/users/me', '/api/stories', '/preview/story/1', '/search?q=the', '/api/suggest?q=the', '/?utm_source=x'])('never keeps %s', async (path) => {
    await read(edge + path)
    expect((await read(edge + path)).edge).toBe('miss')
  })

  it('keeps nothing of people at work, of a draft that somebody is shown, or of what a browser measured', async () => {
    const { id } = await editor.draft(headlineFor('Not yet'))
    const link = await editor.previewLink(id)
    const vitals = () => fetch(`${edge}/api/vitals`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ path: '/', values: { LCP: 900 } }) })
    for (let round = 0; round < 2; round++) {
      const [office, preview, measured] = [await read(`${edge}/admin/collections/stories/${id}`, editor.headers), await read(edge + link), await vitals()]
      expect([office.status, preview.status, measured.ok]).toEqual([200, 200, true])
      expect([office.text, preview.text].every((text) => text.includes('Not yet'))).toBe(true)
      expect([office.edge, preview.edge, measured.headers.get('x-dateline-edge')]).toEqual(['miss', 'miss', 'miss'])
    }
  })

  it('lets nobody turn the clock, see what is measured, or purge without the token', async () => {
    for (const door of ['/api/clock', '/api/metrics']) expect((await read(edge + door)).status).toBe(404)
    const { status } = await fetch(`${edge}/`, { method: 'PURGE', headers: { 'surrogate-key': 'site', 'x-purge-token': 'guess' } })
    expect(status).toBe(403)
  })

  it('hands a reading on, and keeps nothing of it', async () => {
    const send = () => fetch(`${edge}/api/read`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ story: 1 }) })
    const answers = [await send(), await send()]
    for (const answer of answers) expect(answer.headers.get('x-dateline-edge')).toBe('miss')
    expect(answers[0]!.headers.get('cache-control')).toBe('no-store')
  })

  it('asks once for two hundred readers of a page that has expired', async () => {
    const { path } = await editor.publish((await editor.draft(headlineFor('Collapsed'))).id)
    await until(async () => (await read(edge + path)).status === 200, 5_000)
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    const { id } = (await editor.publish((await editor.draft(headlineFor('Expires home'))).id))
    expect(id).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const answers = await Promise.all(Array.from({ length: 200 }, () => read(`${edge}/world`)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const asked = answers.filter((answer) => answer.edge !== 'hit').length
    expect(asked).toBeGreaterThanOrEqual(1)
    expect(asked).toBeLessThanOrEqual(2)
  })
})

describe('several processes', () => {
  it('show what was published on one at the other and at the edge within a second', async () => {
    const times: number[] = []
    const slowness: number[] = []
    for (let round = 0; round < 5; round++) {
      const headline = headlineFor('Everywhere')
      const draft = await editor.draft(headline)
      const path = `/world/${String(draft.slug)}`
      await warm()
      for (const origin of [edge, node(1)]) expect((await read(origin + path)).status).toBe(404)
      // How long this machine takes for a page that nobody has made yet: the new pages must be made, too.
      slowness.push(await until(async () => (await read(`${node(round % 2)}/search?q=${headline.slice(-6)}`)).status === 200, 20_000))
      await editor.at(node(round % 2)).publish(draft.id)
      const places = ['/world', '/feed.xml', path].flatMap((surface) => [edge, node((round + 1) % 2)].map((origin) => origin + surface))
      times.push(Math.max(...(await Promise.all(places.map((place) => until(() => has(place, headline), 10_000))))))
      for (const surface of SURFACES) for (const origin of [edge, node(0), node(1)]) expect(await has(origin + surface, headline), origin + surface).toBe(true)
    }
    console.info(`published on one, seen everywhere after ${times.join(', ')} ms; a page of its own takes ${slowness.join(', ')} ms`)
    const middle = (list: number[]) => [...list].sort((one, other) => one - other)[2]!
    expect(middle(times)).toBeLessThan(1_000 + 3 * middle(slowness))
  })

  it('take a withdrawn story from every cache, and it does not come back', async () => {
    const headline = headlineFor('Taken down')
    const { id, path } = await editor.publish((await editor.draft(headline)).id)
    const other = await editor.publish((await editor.draft(headlineFor('Beside it'))).id)
    const found = `/search?q=${encodeURIComponent(headline)}`
    const lists = [...(await read(edge + path)).text.matchAll(/href="(\/(?:author|topic)\/[^"#?]+)"/g)].map(([, list]) => list!)
    const day = `/archive/${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}`
    const places = [...SURFACES, path, `${path}.md`, `/lite${path}`, other.path, '/lite', '/lite/world', day, '/atom.xml', '/feed.json', '/api/trending', '/sitemap.xml', '/news-sitemap.xml', found, ...new Set(lists)]
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    for (const origin of [edge, node(0), node(1)]) for (const place of places) await read(origin + place)
    expect((await read(edge + other.path)).text).toContain(headline)
    await editor.at(node(1)).withdraw(id)
    const gone = async (origin: string, place: string) => {
      const { status, text } = await read(origin + place)
      // The page itself says that it is gone, under its headline's address; a search repeats what was asked for.
      if (place.endsWith(path) || place === `${path}.md`) return status === 410
      return place === found ? !text.includes(path) : !text.includes(headline)
    }
    const all = places.flatMap((place) => [edge, node(0), node(1)].map((origin) => ({ origin, place })))
    const times = await Promise.all(all.map(({ origin, place }) => until(() => gone(origin, place), 10_000).catch(() => Promise.reject(new Error(origin + place)))))
    console.info(`withdrawn, gone everywhere after ${Math.max(...times)} ms`)
    // A process that begins knows nothing of it, and Redis has pages from before.
    await cluster.nodes[1]!.stop()
    await cluster.nodes[1]!.start()
    // A soft change of the same lists must not bring an old page back.
    await editor.publish((await editor.draft(headlineFor('Afterwards'))).id)
    for (let round = 0; round < 20; round++) {
      for (const { origin, place } of all) expect(await gone(origin, place), origin + place).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })

  it('show a breaking bar on the home page at once, and soon on every page that is read, while nobody waits', async () => {
    const stories = [...new Set([...(await read(`${edge}/latest`)).text.matchAll(/href="(\/world\/[^"/]+)"/g)].map(([, path]) => path!))]
    const pages = ['/world', '/latest', '/archive', ...stories]
    expect(stories.length).toBeGreaterThan(3)
    // What was published before is told once more after three seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    await warm()
    for (const page of pages) for (const origin of [edge, node(0), node(1)]) await read(origin + page)
    let turn = 0
    const readers = load(() => pages[turn++ % pages.length]!, 4)
    const text = headlineFor('It is happening')
    await editor.at(node(1)).bar(text)
    const began = Date.now()
    await Promise.all([edge, node(0), node(1)].map((origin) => until(() => has(`${origin}/`, text), 10_000)))
    const atHome = Date.now() - began
    await Promise.all(pages.flatMap((page) => [edge, node(0), node(1)].map((origin) => until(() => has(origin + page, text), 60_000))))
    const { requests, bad, waited } = await readers.stop()
    console.info(`a breaking bar: on the home page everywhere after ${atHome} ms, on ${pages.length} others after ${Date.now() - began} ms; ${requests} requests meanwhile, ${bad.length} not answered well`)
    expect(bad).toEqual([])
    // The edge had every page, and asked for the new one behind its readers.
    expect(waited).toEqual([])
    await editor.bar(null)
    await Promise.all([edge, node(0), node(1)].map((origin) => until(async () => !(await has(`${origin}/`, text)), 10_000)))
  })

  it('take a deleted picture from every process and from the edge, cut to size or not', async () => {
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#446' } }).jpeg().toBuffer()
    const { id, filename } = await editor.upload(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a boat é.jpg')
    const file = `/api/media/file/${encodeURIComponent(filename)}`
    const cut = `/_next/image?url=${encodeURIComponent(file)}&w=640&q=60`
    const { path } = await editor.publish((await editor.draft(headlineFor('With a picture'), { hero: id })).id)
    for (const place of [file, cut, file, cut]) expect((await read(edge + place)).status, place).toBe(200)
    expect((await read(edge + file)).edge).toBe('hit')
    for (const place of [file, cut]) expect((await read(node(0) + place)).headers.get('surrogate-key'), place).toBe(`media:${encodeURIComponent(filename)}`)
    await until(() => has(edge + path, encodeURIComponent(file)), 8_000)
    await editor.deletePicture(id)
    const ms = await until(async () => (await Promise.all([file, cut].map((place) => read(edge + place)))).every(({ status }) => status >= 400), 8_000)
    await until(async () => !(await has(edge + path, encodeURIComponent(file))), 8_000)
    console.info(`a picture deleted, gone at the edge after ${ms} ms`)
    for (const origin of [edge, node(0), node(1)]) expect((await read(origin + file)).status).toBe(404)
  })

  it('take over pages that another has made', async () => {
    const { path } = await editor.publish((await editor.draft(headlineFor('Made once'))).id)
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    await read(node(0) + path)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await read(node(1) + path)).headers.get('x-nextjs-cache')).toBe('HIT')
  })
})

describe('when things break', () => {
  it('a process that dies in the middle of an answer is not noticed: another is asked', async () => {
    const first = 'The first half, '
    const servers = [true, false].map((dies) =>
      createServer((request, response) => {
        if (request.url === '/icon.svg') return void response.end()
        response.writeHead(200, { 'content-type': 'application/json', ...(request.url!.startsWith('/kept') && { 'surrogate-control': 'max-age=60' }) })
        response.write(first)
        if (dies) setTimeout(() => response.destroy(), 20)
        else response.end('and the second.')
      }),
    )
    const ports = await Promise.all(servers.map((server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))))
    const home = mkdtempSync(path.join(tmpdir(), 'dateline-torn-'))
    const torn = await startEdge(home, Number(process.env.CLUSTER_PORT ?? 4700) + 90, ports, 'token')
    try {
      for (let i = 0; i < 6; i++) for (const kind of ['kept', 'search']) expect((await read(`${torn.url}/${kind}/${i}`)).text).toBe(`${first}and the second.`)
    } finally {
      await torn.stop()
      for (const server of servers) server.close()
      rmSync(home, { recursive: true, force: true })
    }
  })

  it('a process killed in the middle of publishing loses nothing that was acknowledged', async () => {
    const acknowledged: string[] = []
    const headlines = Array.from({ length: 12 }, () => headlineFor('Killed'))
    const drafts = await Promise.all(headlines.map((headline) => editor.draft(headline)))
    let turn = 0
    const readers = load(() => SURFACES[turn++ % SURFACES.length]!, 4)
    const publishing = (async () => {
      for (const [i, draft] of drafts.entries()) {
        await editor.publish(draft.id)
        acknowledged.push(headlines[i]!)
      }
    })().catch(() => undefined)
    await until(async () => acknowledged.length >= 3, 60_000)
    await new Promise((resolve) => setTimeout(resolve, 37))
    await cluster.nodes[0]!.kill()
    await publishing
    expect(acknowledged.length).toBeGreaterThanOrEqual(3)
    // The one that lives tells the edge of what the dead one did not.
    for (const headline of acknowledged) await until(() => has(`${edge}/feed.xml`, headline), 8_000)
    for (const draft of drafts) {
      const { status } = await read(`${node(1)}/world/${String(draft.slug)}`)
      expect([200, 404]).toContain(status)
      expect((await read(`${node(1)}/feed.xml`)).text.includes(String(draft.slug))).toBe(status === 200)
    }
    const { requests, bad } = await readers.stop()
    console.info(`killed while publishing: ${acknowledged.length} of ${headlines.length} acknowledged, all there; ${requests} requests, ${bad.length} not answered well`)
    expect(bad).toEqual([])
    await cluster.nodes[0]!.start()
    editor = await Editor.enter(node(0), cluster.password)
  })

  it('a rolling restart under load drops no request', async () => {
    let turn = 0
    const paths = ['/', '/world', '/latest', '/search?q=the', '/feed.xml', '/api/latest', '/archive', '/api/suggest?q=th']
    const readers = load(() => paths[turn++ % paths.length]!, 8)
    await cluster.rollingRestart()
    const { requests, bad } = await readers.stop()
    console.info(`rolling restart: ${requests} requests, ${bad.length} not answered well`)
    expect(bad).toEqual([])
    expect(requests).toBeGreaterThan(50)
  })

  it('with the database gone for a minute readers notice nothing, editors are told, and everything recovers', async () => {
    const before = await editor.publish((await editor.draft(headlineFor('Before the outage'))).id)
    const draft = await editor.draft(headlineFor('After the outage'))
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const paths = [...SURFACES, before.path]
    for (const path of [...paths, ...paths]) for (const origin of [edge, node(0), node(1)]) expect((await read(origin + path)).status, origin + path).toBe(200)
    let turn = 0
    const readers = load(() => paths[turn++ % paths.length]!, 4)
    await cluster.postgres.kill()
    const gone = Date.now()
    await expect(editor.publish(draft.id)).rejects.toThrow(/: 50\d /)
    await until(async () => (await read(`${node(0)}/api/health`)).status === 503, 10_000)
    const { database } = JSON.parse((await read(`${node(0)}/api/health`)).text) as { database: { ok: boolean; error: string } }
    expect([database.ok, database.error.length > 0]).toEqual([false, true])
    // A process that has a page needs no database for it.
    for (const path of paths) expect((await read(node(0) + path)).status, path).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 60_000 - (Date.now() - gone)))
    cluster.postgres.start()
    const recovered = await until(async () => (await read(`${node(0)}/api/health`)).status === 200 && (await read(`${node(1)}/api/health`)).status === 200, 30_000)
    const after = await editor.publish(draft.id)
    for (const origin of [edge, node(1)]) await until(async () => (await read(origin + after.path)).status === 200, 10_000)
    expect((await read(`${node(1)}${before.path}`)).status).toBe(200)
    const { requests, bad } = await readers.stop()
    console.info(`database gone for a minute: ${requests} requests, ${bad.length} not answered well; healthy ${recovered} ms after its return`)
    expect(bad).toEqual([])
  })

  it('a scheduled story is published once, by whichever process has the clock', async () => {
    const ids: number[] = []
    for (let i = 0; i < 5; i++) ids.push((await editor.draft(headlineFor('On the minute'), { scheduledFor: new Date(Date.now() + 4_000).toISOString() })).id)
    for (const id of ids) await until(async () => (await editor.versions(id, 'published')) > 0, 20_000)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(await Promise.all(ids.map((id) => editor.versions(id, 'published')))).toEqual(ids.map(() => 1))
  })

  it('with the weather and mail servers hanging nobody waits, the operator sees why, and every mail comes when one takes it', async () => {
    const paths = [...SURFACES, '/archive']
    let turn = 0
    const readers = load(() => paths[turn++ % paths.length]!, 4)
    const people = ['admin', 'editor', 'reporter'].map((role) => `${role}@meridian.example`)
    const asked = await Promise.all(people.map((email, i) => fetch(`${node(i % 2)}/api/users/forgot-password`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }), signal: AbortSignal.timeout(9_000) })))
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
    const problemAt = async (origin: string) => (JSON.parse((await read(`${origin}/api/health`)).text) as { mail: { problem: string | null } }).mail.problem
    for (const origin of [node(0), node(1)]) await until(async () => (await problemAt(origin)) !== null, 30_000)
    await mail.close()
    const taken: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        stream.resume().on('end', () => {
          taken.push(...envelope.rcptTo.map(({ address }) => address))
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(mail.port, '127.0.0.1', resolve))
    const recovered = await until(async () => taken.length >= people.length, 60_000)
    for (const origin of [node(0), node(1)]) await until(async () => (await problemAt(origin)) === null, 5_000)
    expect(taken.sort()).toEqual(people)
    await new Promise<void>((resolve) => server.close(resolve))
    const { requests, bad } = await readers.stop()
    console.info(`weather and mail servers hanging: ${requests} requests, ${bad.length} not answered well; weather asked ${weather.taken()} times; ${taken.length} of ${people.length} mails came ${recovered} ms after a server took them`)
    expect(bad).toEqual([])
    expect(weather.taken()).toBeGreaterThan(0)
  }, 180_000)

  it('with Redis hanging, gone and back readers notice nothing, and the operator sees why', async () => {
    const sharing = async (origin: string) => (JSON.parse((await read(`${origin}/api/health`)).text) as { ok: boolean; sharedPages: { ok: boolean; problem: string | null } })
    let turn = 0
    const readers = load(() => SURFACES[turn++ % SURFACES.length]!, 4)
    const publishAndRead = async (what: string) => {
      const { path } = await editor.publish((await editor.draft(headlineFor(what))).id)
      for (const origin of [node(0), node(1), edge]) await until(async () => (await read(origin + path)).status === 200, 8_000)
    }
    cluster.redis.hang()
    await publishAndRead('Redis hangs')
    expect((await sharing(node(0))).sharedPages.problem).toMatch(/did not answer/)
    await cluster.redis.kill()
    await until(async () => !(await sharing(node(0))).sharedPages.ok, 10_000)
    await publishAndRead('Without Redis')
    const { ok, sharedPages } = await sharing(node(0))
    expect([ok, sharedPages.problem === null || sharedPages.problem === '']).toEqual([true, false])
    cluster.redis.start()
    for (const origin of [node(0), node(1)]) await until(async () => (await sharing(origin)).sharedPages.ok, 15_000)
    const { requests, bad } = await readers.stop()
    console.info(`Redis hanging, gone and back: ${requests} requests, ${bad.length} not answered well`)
    expect(bad).toEqual([])
  })

  it('with every process down, readers get the pages that the edge has', async () => {
    const { path } = await (await Editor.enter(node(0), cluster.password)).publish((await editor.draft(headlineFor('Last words'))).id)
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const paths = ['/', '/world', '/latest', '/feed.xml', path]
    for (const place of [...paths, ...paths]) await read(edge + place)
    for (const one of cluster.nodes) await one.kill()
    // Nothing is fresh any more: what is given is old, and nobody can be asked for the new.
    const forgotten = await fetch(`${edge}/`, { method: 'PURGE', headers: { 'surrogate-key': 'site feeds latest', 'x-purge-token': cluster.token, 'x-purge-soft': '1' } })
    expect(Number(forgotten.headers.get('x-purged'))).toBeGreaterThanOrEqual(paths.length)
    let turn = 0
    const readers = load(() => paths[turn++ % paths.length]!, 8)
    await new Promise((resolve) => setTimeout(resolve, 8_000))
    const { requests, bad } = await readers.stop()
    console.info(`every process down, and every page old: ${requests} requests, ${bad.length} not answered well`)
    expect(bad).toEqual([])
    expect((await read(`${edge}/search?q=the`)).status).toBe(503)
    for (const one of cluster.nodes) await one.start()
    await until(async () => (await read(`${edge}/search?q=the`)).status === 200, 15_000)
  })
})
