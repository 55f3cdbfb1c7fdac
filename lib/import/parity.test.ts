import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkAddresses, isGood, parityTable } from './parity'

let server: Server
let site: string
let asked: string[]
let sockets: number
let atOnce: number
let most: number

const ANSWERS: Record<string, [number, string?]> = {
  '/there': [200],
  '/moved': [301, '/there'],
  '/?p=1': [301, '/there'],
  '/twice': [301, '/moved'],
  '/to-nothing': [301, '/nothing'],
  '/for-now': [302, '/there'],
  '/away': [301, 'https://elsewhere.example/x'],
  '/gone': [410],
  '/broken': [500],
  '/picture': [301, '/api/media/file/a.jpg'],
  '/api/media/file/a.jpg': [200],
  [encodeURI('/مقال')]: [200],
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    most = Math.max(most, ++atOnce)
    setTimeout(() => {
      atOnce--
      const [status, location] = ANSWERS[request.url!] ?? [404]
      if (request.url === '/silent') return
      response.writeHead(status, location ? { location } : {})
      response.end('x'.repeat(10_000))
    }, 5)
  })
  server.on('connection', () => sockets++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked = []
  sockets = atOnce = most = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const outcomeOf = async (path: string) => {
  const { counts } = await checkAddresses([{ path, kind: 'story' }], site, { timeout: 300 })
  return Object.keys(counts.story!)[0]
}

describe('what a reader of an old address gets', () => {
  it.each([
    ['/there', '200', true],
    ['/مقال', '200', true],
    ['/moved', '301 → 200', true],
    ['/?p=1', '301 → 200', true],
    ['/away', '301 → elsewhere', true],
    ['/gone', '410', true],
    ['/nothing', '404', false],
    ['/twice', '301 → 301', false],
    ['/to-nothing', '301 → 404', false],
    ['/for-now', '302 → 200', false],
    ['/broken', '500', false],
    ['/silent', 'no answer', false],
    ['/picture', '301 → 200', true],
  ])('%s: %s', async (path, outcome, good) => {
    expect(await outcomeOf(path)).toBe(outcome)
    expect(isGood(outcome)).toBe(good)
  })
})

it('asks again where the server had ended the connection meanwhile', async () => {
  const paths = async function* () {
    yield { path: '/there', kind: 'story' }
    server.closeIdleConnections()
    yield { path: '/there', kind: 'story' }
  }
  expect((await checkAddresses(paths(), site, { atOnce: 1 })).counts).toEqual({ story: { '200': 2 } })
})

it('counts by kind and names the first few of what is bad', async () => {
  const paths = ['/there', '/moved', '/twice', ...Array.from({ length: 9 }, (_, i) => `/nothing-${i}`)]
  const parity = await checkAddresses(paths.map((path) => ({ path, kind: path === '/there' ? 'page' : 'story' })), site, { examples: 3, atOnce: 1 })
  expect(parity.total).toBe(12)
  expect(parity.counts).toEqual({ page: { '200': 1 }, story: { '301 → 200': 1, '301 → 301': 1, '404': 9 } })
  expect(parity.problems).toEqual([
    { path: '/twice', kind: 'story', outcome: '301 → 301', location: '/moved' },
    ...[0, 1, 2].map((i) => ({ path: `/nothing-${i}`, kind: 'story', outcome: '404', location: null })),
  ])
  expect(parityTable(parity)).toEqual([
    '        200  301 → 200  410  404  301 → 301',
    'page      1          0    0    0          0',
    'story     0          1    0    9          1',
    'all 12    1          1    0    9          1',
  ])
})

it('asks a few at a time over the same connections, while addresses are still being read', async () => {
  async function* many() {
    for (let i = 0; i < 60; i++) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      yield { path: '/there', kind: 'story' }
    }
  }
  const heard: number[] = []
  const { total } = await checkAddresses(many(), site, { atOnce: 4, progress: (done) => heard.push(done) })
  expect(total).toBe(60)
  expect(heard).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  expect(asked).toHaveLength(60)
  expect(most).toBeLessThanOrEqual(4)
  expect(sockets).toBeLessThanOrEqual(4)
})

it('a source that breaks off is an error, not a good end', async () => {
  async function* broken() {
    yield { path: '/there', kind: 'story' }
    throw new Error('the database went away')
  }
  await expect(checkAddresses(broken(), site)).rejects.toThrow('the database went away')
})
