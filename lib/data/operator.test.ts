import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf } from '@/lib/watch/sender'

const TOKEN = 'for-prometheus-alone'

/** The module under an environment of its own. */
async function under(token: string) {
  vi.resetModules()
  vi.stubEnv('METRICS_TOKEN', token)
  return (await import('./operator')).isOperator
}
afterEach(() => vi.unstubAllEnvs())

describe('the operator', () => {
  it.each([
    ['on this machine', '', undefined, '127.0.0.1', 0, null, true],
    ['on this machine, of a process behind an edge', '', undefined, '::ffff:127.0.0.1', 1, null, true],
    ['from elsewhere', '', undefined, '203.0.113.9', 0, null, false],
    ['from elsewhere, by the edge', '', '203.0.113.9', '10.0.0.1', 1, null, false],
    ['from elsewhere, claiming to be here', '', '127.0.0.1', '203.0.113.9', 1, null, false],
    ['from elsewhere, claiming it at the edge of this machine', '', '127.0.0.1, 203.0.113.9', '127.0.0.1', 2, null, false],
    ['by a proxy of this machine that nobody has counted', '', '203.0.113.9', '127.0.0.1', 0, null, false],
    ['with a token that nobody has given', '', undefined, '203.0.113.9', 0, 'Bearer undefined', false],
    ['with the token, from anywhere', TOKEN, '203.0.113.9', '10.0.0.1', 1, `Bearer ${TOKEN}`, true],
    ['with another token', TOKEN, undefined, '203.0.113.9', 0, 'Bearer for-prometheus-along', false],
    ['with half of it', TOKEN, undefined, '203.0.113.9', 0, 'Bearer for', false],
    ['on this machine, without the token that is asked for', TOKEN, undefined, '127.0.0.1', 0, null, false],
  ])('asks %s: %#', async (_, token, forwarded, connection, proxies, authorization, wanted) => {
    const isOperator = await under(token)
    const headers = new Headers({ 'x-forwarded-for': addressOf(forwarded, connection, proxies) })
    if (authorization !== null) headers.set('authorization', authorization)
    expect(isOperator(headers)).toBe(wanted)
  })

  it('is nobody of whom the front door has said nothing', async () => {
    expect((await under(''))(new Headers())).toBe(false)
  })
})
