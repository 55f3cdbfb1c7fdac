import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { expect, test, type APIRequestContext } from '@playwright/test'
import { BackOffice } from './pages/back-office'
import { headlineFor, Newsroom } from './pages/newsroom'
import { awaken, PLACES } from './pages/places'

let sender = 0
/** Somebody nobody has counted yet: the site under test stands behind one proxy. */
const newSender = () => `198.51.100.${(sender = (sender % 250) + 1)}`

/** Where a request line leads, by a plain HTTP client. */
function locationOf(path: string, port: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path }, (response) => {
      response.resume()
      resolve(response.headers.location ?? null)
    }).on('error', reject)
  })
}

async function askUntilRefused(ask: () => ReturnType<APIRequestContext['get']>, most: number) {
  for (let times = 1; times <= most; times++) {
    const response = await ask()
    if (response.status() === 429) return { times, response }
  }
  throw new Error(`Never refused within ${most} times`)
}

test('whoever signs in too often is told to wait, others are not', async ({ request }) => {
  const from = newSender()
  const signIn = (address: string) => request.post('/api/users/login', { data: { email: `nobody@${address}.example`, password: 'x' }, headers: { 'x-forwarded-for': address } })
  const { times, response } = await askUntilRefused(() => signIn(from), 31)
  expect(times).toBe(31)
  expect(Number(response.headers()['retry-after'])).toBeGreaterThan(0)
  expect((await response.json()) as object).toMatchObject({ errors: [{ message: expect.stringMatching(/Try again in \d+ seconds/) as unknown as string }] })
  expect((await signIn(newSender())).status()).toBe(401)
})

test('whoever searches too often gets a page that says so', async ({ request }) => {
  const from = newSender()
  const { response } = await askUntilRefused(() => request.get('/search?q=river', { headers: { 'x-forwarded-for': from } }), 61)
  expect(response.headers()['retry-after']).toMatch(/^\d+$/)
  expect(response.headers()['cache-control']).toContain('no-store')
  expect(await response.text()).toContain('One moment, please')
  // Reading is not counted.
  expect((await request.get(PLACES.story, { headers: { 'x-forwarded-for': from } })).status()).toBe(200)
})

test('what a sender claims beyond our own proxy is not believed', async ({ request }) => {
  const from = newSender()
  let claim = 0
  const { times } = await askUntilRefused(() => request.get('/search?q=river', { headers: { 'x-forwarded-for': `203.0.113.${(claim += 1)}, ${from}` } }), 61)
  expect(times).toBe(61)
})

test('what is too long to be read is refused before anybody reads it', async ({ request }) => {
  const long = await request.post('/api/stories', { data: Buffer.alloc(100_000, 32), headers: { 'content-type': 'application/json' } })
  expect(long.status()).toBe(413)
  expect((await long.json()) as object).toMatchObject({ errors: [{ message: expect.stringContaining('64 KB') as unknown as string }] })
  const larger = await request.post('/api/media', { multipart: { file: { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(30 * 1024 * 1024) } }, headers: { cookie: 'payload-token=forged' } })
  expect(larger.status()).toBe(413)
  expect(await larger.text()).toContain('The file is larger than 25 MB')
})

/** What is answered to a request as it is written here, up to its first line of headers. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => socket.write(text))
    let answer = ''
    socket.setTimeout(10_000, () => reject(new Error(`no answer: ${answer}`)))
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString()
      if (answer.includes('\r\n')) socket.destroy()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0]!))
    socket.on('error', reject)
  })
}

test('who proposes another protocol, expects something or hides a length is answered in HTTP', async ({ baseURL, request }) => {
  const port = Number(new URL(baseURL!).port)
  const asked = (line: string, ...headers: string[]) => say(port, `${[`${line} HTTP/1.1`, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`)
  expect(await asked('GET /_next/x', 'Connection: Upgrade', 'Upgrade: websocket')).toBe('HTTP/1.1 404 Not Found')
  expect(await asked('GET /icon.svg', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__')).toBe('HTTP/1.1 200 OK')
  expect(await asked('POST /api/stories', 'Transfer-Encoding: chunked', 'Content-Type: application/json')).toBe('HTTP/1.1 411 Length Required')
  // A page of this moment is answered at the door.
  await request.get(PLACES.story)
  await request.get(PLACES.story)
  expect(await asked(`GET ${PLACES.story}`, 'Expect: something')).toBe('HTTP/1.1 200 OK')
  expect(await say(port, `GET ${PLACES.story} HTTP/1.1\r\n\r\n`)).toBe('HTTP/1.1 400 Bad Request')
})

test('a connection is kept for longer than an edge or a load balancer keeps it', async ({ baseURL }) => {
  const agent = new Agent({ keepAlive: true })
  for (const path of ['/', '/api/health']) {
    const promised = await new Promise((resolve, reject) => {
      get(baseURL + path, { agent }, (response) => {
        response.resume()
        response.once('end', () => resolve(response.headers['keep-alive']))
      }).on('error', reject)
    })
    expect(promised, path).toBe('timeout=75')
  }
  agent.destroy()
})

test('a page of another site changes nothing with an editor’s session', async ({ request, baseURL }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const story = await editor.draft(headlineFor('Not from elsewhere'))
  const change = (headers: Record<string, string>) => request.patch(`/api/stories/${story.id}?draft=true`, { data: { kicker: 'Forged', _status: 'draft' }, headers: { cookie: `payload-token=${editor.token}`, ...headers } })
  expect((await change({ origin: 'https://evil.example' })).status()).toBe(403)
  expect((await change({ origin: baseURL!, 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
  expect((await change({ origin: baseURL!, 'sec-fetch-site': 'same-origin' })).status()).toBe(200)
  for (const path of ['/api/read', '/api/vitals']) {
    expect((await request.post(path, { data: { story: '1' }, headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status(), path).toBe(403)
  }
})

test('no address of ours leads to another site', async ({ baseURL }) => {
  for (const path of ['//evil.example', '//evil.example/', '/%2f%2fevil.example', '/\\evil.example', '/%5cevil.example', '/lite//evil.example', '///evil.example/page/1', '/world//evil.example?x=1', '/lite/https:/evil.example']) {
    // A client would mend the address, or go elsewhere by itself: it is sent as it stands.
    const location = await locationOf(path, Number(new URL(baseURL!).port))
    if (location !== null) expect(new URL(location, baseURL).host, path).toBe(new URL(baseURL!).host)
  }
})

test('after signing in, nobody is sent to another site', async ({ page }) => {
  for (const redirect of ['//evil.example', 'https://evil.example', '/\\evil.example', '%2F%2Fevil.example']) {
    await page.context().clearCookies()
    const office = new BackOffice(page)
    await office.logIn('editor', `/admin/login?redirect=${redirect}`)
    expect(new URL(page.url()).hostname, redirect).toBe('localhost')
  }
})

test('the server fetches nothing that somebody names', async ({ request }) => {
  const editor = await Newsroom.enter(request, 'editor')
  const inside = encodeURIComponent('http://127.0.0.1:1/secret.png')
  expect((await editor.ask('GET', `/media/paste-url?src=${inside}`)).status).toBe(400)
  const made = await editor.find('media', 'where[mimeType][contains]=image')
  await editor.ask('PATCH', `/media/${made.id}?uploadEdits[widthInPixels]=1`, { url: 'http://127.0.0.1:1/secret.png', filename: 'secret.png' })
  expect(await editor.find('media', `where[id][equals]=${made.id}`)).toMatchObject({ filename: made.filename })
  for (const url of ['http://127.0.0.1:1/x.png', 'https://evil.example/x.png', '//evil.example/x.png', '/api/media/file/../../x', '/api/users/me', '/icon.svg', 'file:///etc/passwd']) {
    expect((await request.get(`/_next/image?w=800&q=60&url=${encodeURIComponent(url)}`)).status(), url).toBe(400)
  }
})

test('every answer has a name for the log, and keeps a proper one that it came with', async ({ request }) => {
  expect((await request.get('/')).headers()['x-request-id']).toMatch(/^[\w-]{36}$/)
  expect((await request.get('/', { headers: { 'x-request-id': 'from-the-proxy-1' } })).headers()['x-request-id']).toBe('from-the-proxy-1')
  expect((await request.get('/', { headers: { 'x-request-id': '"><b>' } })).headers()['x-request-id']).toMatch(/^[\w-]{36}$/)
})

test('the metrics, and what is said of the inside, are for this machine alone', async ({ request }) => {
  await request.get('/')
  const text = await (await request.get('/api/metrics')).text()
  expect(text).toMatch(/dateline_request_seconds_count\{kind="page",method="GET",status="2xx"\} \d+/)
  expect(text).toMatch(/process_resident_memory_bytes \d+/)
  for (const claimed of [newSender(), '127.0.0.1', '::1']) expect((await request.get('/api/metrics', { headers: { 'x-forwarded-for': claimed } })).status(), claimed).toBe(403)
  expect((await (await request.get('/api/health')).json()) as object).toMatchObject({ ok: true, database: { ok: true } })
  expect(await (await request.get('/api/health', { headers: { 'x-forwarded-for': newSender() } })).json()).toEqual({ ok: true })
})

test('what a reader’s browser measures is told when the page is left, and stands in the back office', async ({ page }) => {
  test.setTimeout(150_000)
  // What a page sends while it is being left is seen by no watcher of requests: it is noted where it is sent.
  await page.addInitScript(() => {
    const send = navigator.sendBeacon.bind(navigator)
    navigator.sendBeacon = (url, data) => {
      if (String(url) === '/api/vitals') localStorage.setItem('told', String(data))
      return send(url, data)
    }
  })
  const readAndLeave = async () => {
    await page.goto(PLACES.story)
    await awaken(page)
    await page.mouse.click(5, 5)
    await page.goto('/about')
    const told = JSON.parse((await page.evaluate(() => localStorage.getItem('told')))!) as { path: string; values: Record<string, number> } | null
    expect(told?.path).toBe(PLACES.story)
    expect(Object.keys(told!.values)).toEqual(expect.arrayContaining(['FCP', 'TTFB']))
  }
  await expect(readAndLeave).toPass({ timeout: 30_000 })
  const office = new BackOffice(page)
  await office.logIn('editor')
  // Written down every ten seconds. A browser that is busy may drop what a page sends while it is being left: then it is read once more.
  await expect(async () => {
    for (let look = 0; look < 8; look++) {
      await page.goto('/admin/speed')
      if (await page.getByRole('row', { name: /Stories/ }).isVisible()) return
      await page.waitForTimeout(2_000)
    }
    await readAndLeave()
    throw new Error('No story was measured.')
  }).toPass({ timeout: 90_000 })
})
