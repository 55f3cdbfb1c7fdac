import { describe, expect, it } from 'vitest'
import { parseReading } from './reading-request'

const own = { host: 'news.example', origin: 'https://news.example', 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0 (X11) Gecko', 'accept-language': 'en', 'x-forwarded-for': '192.0.2.1, 10.0.0.1' }
const ask = (body: BodyInit | null, headers: Record<string, string | null> = {}) => {
  const kept = Object.entries({ ...own, ...headers }).filter((entry): entry is [string, string] => entry[1] !== null)
  return parseReading(new Request('https://news.example/api/read', { method: 'POST', body, headers: kept, duplex: 'half' } as RequestInit))
}

describe('a reading beacon', () => {
  it.each(['{"story":"12"}', '{"story":12}', '{"story":12,"more":true}'])('is understood: %s', async (body) => {
    expect(await ask(body)).toEqual({ storyId: 12, facts: { address: '192.0.2.1', userAgent: own['user-agent'], acceptLanguage: 'en', purpose: null } })
  })

  it.each(['', '{', 'null', '[]', '{"story":"x"}', '{"story":-1}', '{"story":1.5}', '{"story":"1e3"}', '{"story":"0"}', '{"story":99999999999999999999}', '{"story":{"$gt":0}}'])(
    'is malformed: %s',
    async (body) => {
      expect(await ask(body)).toMatchObject({ status: 400 })
    },
  )

  it('is too large over a kilobyte, whether it says so or not', async () => {
    const large = JSON.stringify({ story: 1, more: 'x'.repeat(1100) })
    expect(await ask(large)).toMatchObject({ status: 413 })
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 3; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(500)))
        controller.close()
      },
    })
    expect(await ask(stream)).toMatchObject({ status: 413 })
    expect(await ask('{"story":1}', { 'content-length': '5000' })).toMatchObject({ status: 413 })
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an address typed', { 'sec-fetch-site': 'none' }],
    ['another origin', { 'sec-fetch-site': null, origin: 'https://evil.example' }],
    ['an origin that hides', { 'sec-fetch-site': null, origin: 'null' }],
    ['an origin that lies', { origin: 'https://news.example.evil.example' }],
  ])('is refused from %s', async (_, headers) => {
    expect(await ask('{"story":1}', headers)).toMatchObject({ status: 403 })
  })

  it('is taken from behind a load balancer, and from browsers that send an origin only', async () => {
    expect(await ask('{"story":1}', { host: '127.0.0.1:3000', 'x-forwarded-host': 'news.example' })).toMatchObject({ storyId: 1 })
    expect(await ask('{"story":1}', { 'sec-fetch-site': null })).toMatchObject({ storyId: 1 })
  })

  it('is a machine’s when it does not say where it comes from', async () => {
    expect(await ask('{"story":1}', { 'sec-fetch-site': null, origin: null })).toMatchObject({ facts: { userAgent: '' } })
  })

  it('says when a page was fetched or rendered in advance', async () => {
    expect(await ask('{"story":1}', { 'sec-purpose': 'prefetch;prerender' })).toMatchObject({ facts: { purpose: 'prefetch;prerender' } })
  })
})
