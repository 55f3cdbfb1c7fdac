import { beforeEach, describe, expect, it, vi } from 'vitest'

const SECRET = { PAYLOAD_SECRET: 'x'.repeat(32) }

/** The module under an environment of its own. */
async function under(edges: string) {
  vi.resetModules()
  process.env = { ...process.env, ...SECRET, EDGE_PURGE: edges, EDGE_TOKEN: 'secret' }
  return import('./edge')
}

describe('what an edge is told', () => {
  beforeEach(() => vi.unstubAllEnvs())

  it('is nothing when there is none', async () => {
    const { edgeHeaders, hasEdge, addressKeys } = await under('')
    expect([edgeHeaders(['site']), addressKeys('/world'), hasEdge()]).toEqual([{}, {}, false])
  })

  it('is said in the words of Varnish and Fastly', async () => {
    const { edgeHeaders } = await under('varnish+http://127.0.0.1:1')
    expect(edgeHeaders(['story:1', 'site', 'story:1'])).toEqual({ 'Surrogate-Control': 'max-age=600, stale-while-revalidate=3600, stale-if-error=604800', 'Surrogate-Key': 'story:1 site' })
  })

  it('is said in Cloudflare’s words too when that stands before it', async () => {
    const { edgeHeaders, BRIEF } = await under('fastly+https://api.fastly.com/service/a, cloudflare+https://api.cloudflare.com/client/v4/zones/b')
    expect(edgeHeaders(['latest'], BRIEF)).toMatchObject({ 'Surrogate-Key': 'latest', 'Cache-Tag': 'latest', 'CDN-Cache-Control': 'max-age=30, stale-while-revalidate=30, stale-if-error=604800' })
  })

  it('names an address by its one spelling, without spaces and commas', async () => {
    const { addressKeys } = await under('varnish+http://127.0.0.1:1')
    expect(addressKeys('/World//Caf%C3%A9,%20bar/page/3')['Surrogate-Key']).toBe('path:/world/caf%C3%A9%2C%20bar')
    expect(addressKeys('/')['Surrogate-Key']).toBe('path:/')
  })

  it('names a media file for it and for every size of it, however it is spelt', async () => {
    const { fileKeys } = await under('varnish+http://127.0.0.1:1, cloudflare+https://api.cloudflare.com/client/v4/zones/b')
    const key = (address: string) => fileKeys(new URL(address, 'https://news.example'))
    const tag = 'media:fluss%20(2)%2C%20B%C3%BChl.jpg'
    expect(key('/api/media/file/fluss%20(2),%20B%C3%BChl.jpg')).toEqual({ 'Surrogate-Key': tag, 'Cache-Tag': tag })
    expect(key('/api/media/file/fluss%20%282%29%2C%20B%c3%bchl.jpg?x=1')['Cache-Tag']).toBe(tag)
    expect(key(`/_next/image?url=${encodeURIComponent('/api/media/file/fluss%20(2),%20B%C3%BChl.jpg')}&w=640&q=60`)['Cache-Tag']).toBe(tag)
    for (const other of ['/api/media/file/100%', '/api/media', '/_next/image', '/_next/image?url=%2Flogo.png', '/world']) expect(key(other), other).toEqual({})
  })

  it('leaves Next’s own tags out, and keeps a missing page briefly', async () => {
    const { dressPages } = await under('varnish+http://127.0.0.1:1')
    dressPages()
    const dress = (globalThis as Record<symbol, unknown>)[Symbol.for('dateline.pageHeaders')] as (tags: string[], state?: { isOld: boolean }) => Record<string, string>
    expect(dress(['story:4', '_N_T_/story/4'])).toEqual({ 'Surrogate-Control': expect.stringContaining('max-age=600'), 'Surrogate-Key': 'story:4' })
    expect(dress(['site', '_N_T_/missing/[reason]/page'])['Surrogate-Control']).toContain('max-age=30')
    expect(dress(['site'], { isOld: true })['Surrogate-Control']).toBe('max-age=10, stale-while-revalidate=3600, stale-if-error=604800')
  })
})
