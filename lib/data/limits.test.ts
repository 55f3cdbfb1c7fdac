import { describe, expect, it } from 'vitest'
import { doorOf, knock } from './limits'

describe('doorOf', () => {
  it.each([
    ['POST', '/api/users/login', 'account'],
    ['POST', '/api/users/forgot-password', 'account'],
    ['GET', '/api/users/me', null],
    ['POST', '/api/read', 'beacon'],
    ['POST', '/api/vitals', 'beacon'],
    ['GET', '/api/suggest', 'suggest'],
    ['GET', '/api/suggest/', 'suggest'],
    ['GET', '/search', 'search'],
    ['GET', '/Search/', 'search'],
    ['GET', '/lite/search', 'search'],
    ['GET', '/', null],
    ['GET', '/world/search', null],
  ])('%s %s → %s', (method, path, wanted) => {
    expect(doorOf(method, path)).toBe(wanted)
  })
})

describe('knock', () => {
  it('lets a sender in as often as is fair, then says when to come back', async () => {
    for (let i = 0; i < 30; i++) expect(await knock('account', '192.0.2.1')).toBeNull()
    const wait = await knock('account', '192.0.2.1')
    expect(wait).toBeGreaterThan(200)
    expect(wait).toBeLessThanOrEqual(300)
  })

  it('counts each sender and each door apart, and one household of IPv6 together', async () => {
    expect(await knock('account', '192.0.2.2')).toBeNull()
    expect(await knock('search', '192.0.2.1')).toBeNull()
    for (let i = 0; i < 30; i++) await knock('account', `2001:db8:7:7::${i}`)
    expect(await knock('account', '2001:db8:7:7::ffff')).not.toBeNull()
    expect(await knock('account', '2001:db8:7:8::1')).toBeNull()
  })
})
