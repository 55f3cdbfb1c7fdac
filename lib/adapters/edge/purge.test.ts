import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { purge, type Edge } from './purge'

const TOKEN = 'the-secret'

/** What a cache would have forgotten, and how. */
interface Forgotten {
  keys: string[]
  soft: boolean
}

/** Each protocol, as its maker describes it: what a request must be to have an effect. */
const PROTOCOLS: Record<Edge['kind'], (request: IncomingMessage, body: string) => Forgotten | number> = {
  varnish: ({ method, headers }) => {
    if (headers['x-purge-token'] !== TOKEN) return 403
    return method === 'PURGE' && headers['surrogate-key'] ? { keys: String(headers['surrogate-key']).split(' '), soft: headers['x-purge-soft'] === '1' } : 400
  },
  fastly: ({ method, url, headers }) => {
    if (headers['fastly-key'] !== TOKEN) return 401
    if (method !== 'POST' || url !== '/service/abc/purge') return 404
    const keys = String(headers['surrogate-key'] ?? '').split(' ')
    return keys.length <= 256 && keys[0] !== '' ? { keys, soft: headers['fastly-soft-purge'] === '1' } : 400
  },
  cloudflare: ({ method, url, headers }, body) => {
    if (headers.authorization !== `Bearer ${TOKEN}`) return 403
    if (method !== 'POST' || url !== '/zones/abc/purge_cache' || headers['content-type'] !== 'application/json') return 404
    const { tags } = JSON.parse(body) as { tags: string[] }
    return Array.isArray(tags) && tags.length > 0 && tags.length <= 100 ? { keys: tags, soft: false } : 400
  },
}
const PLACE = { varnish: '', fastly: '/service/abc', cloudflare: '/zones/abc' }

let server: Server
let forgotten: Forgotten[]
let answer: { status: number; body: string } | 'silent' | null

beforeEach(() => {
  forgotten = []
  answer = null
})
afterEach(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))))

async function open(kind: Edge['kind']): Promise<Edge> {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const found = PROTOCOLS[kind](request, body)
    if (answer === 'silent') return
    if (answer !== null) return void response.writeHead(answer.status).end(answer.body)
    if (typeof found === 'number') return void response.writeHead(found).end('no')
    forgotten.push(found)
    response.end(kind === 'varnish' ? 'Forgotten\n' : JSON.stringify({ success: true, status: 'ok' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { kind, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PLACE[kind]}`, token: TOKEN }
}

describe.each(['varnish', 'fastly', 'cloudflare'] as const)('%s', (kind) => {
  it('forgets what stands under a few keys', async () => {
    expect(await purge(await open(kind), ['story:1', 'path:/world/caf%C3%A9'], false)).toBeNull()
    expect(forgotten).toEqual([{ keys: ['story:1', 'path:/world/caf%C3%A9'], soft: false }])
  })

  it('is asked softly where it knows how', async () => {
    expect(await purge(await open(kind), ['aside'], true)).toBeNull()
    expect(forgotten).toEqual([{ keys: ['aside'], soft: kind !== 'cloudflare' }])
  })

  it('is asked in portions that it takes', async () => {
    const keys = Array.from({ length: 1_000 }, (_, i) => `mention:${i}-${'x'.repeat(20)}`)
    expect(await purge(await open(kind), keys, false)).toBeNull()
    expect(forgotten.flatMap((one) => one.keys)).toEqual(keys)
    if (kind !== 'cloudflare') expect(Math.max(...forgotten.map((one) => one.keys.join(' ').length))).toBeLessThan(4_100)
  })

  it('says that the token is refused', async () => {
    expect(await purge({ ...(await open(kind)), token: 'wrong' }, ['site'], false)).toMatch(/^It refuses the token in EDGE_TOKEN/)
    expect(forgotten).toEqual([])
  })

  it('says what it answered when it is out of order', async () => {
    const edge = await open(kind)
    answer = { status: 503, body: 'busy' }
    expect(await purge(edge, ['site'], false)).toBe('It answered 503: busy')
  })

  it('does not wait for ever', async () => {
    const edge = await open(kind)
    answer = 'silent'
    expect(await purge(edge, ['site'], false, 100)).toBe('No answer within 0.1 seconds.')
  })
})

it('hears that a 200 was no success', async () => {
  const edge = await open('cloudflare')
  answer = { status: 200, body: JSON.stringify({ success: false, errors: [{ code: 1, message: 'rate limited' }] }) }
  expect(await purge(edge, ['site'], false)).toBe('It answered: rate limited')
})
