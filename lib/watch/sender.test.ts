import { describe, expect, it } from 'vitest'
import { addressOf, isForeign, isThisMachine, neighbourhoodOf, requestIdOf } from './sender'

describe('addressOf', () => {
  it.each([
    ['a claim is not believed without a proxy of ours', '203.0.113.9', '198.51.100.4', 0, '198.51.100.4'],
    ['the connection itself', undefined, '::ffff:127.0.0.1', 0, '127.0.0.1'],
    ['one proxy: the address it was called from', '203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
    ['one proxy: what the sender claimed stands further left', '6.6.6.6, 203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
    ['two proxies', '6.6.6.6, 203.0.113.9, 10.0.0.2', '10.0.0.1', 2, '203.0.113.9'],
    ['fewer hops than there should be', '203.0.113.9', '10.0.0.1', 3, '203.0.113.9'],
    ['a proxy that is not passed by', undefined, '10.0.0.1', 1, '10.0.0.1'],
    ['a port', '203.0.113.9:4711', '10.0.0.1', 1, '203.0.113.9'],
    ['a port after IPv6', '[2001:db8::1]:4711', '10.0.0.1', 1, '2001:db8::1'],
  ])('%s', (_, forwarded, connection, proxies, wanted) => {
    expect(addressOf(forwarded, connection, proxies)).toBe(wanted)
  })

  it.each([
    ['who calls the process past the edge', '127.0.0.1', '203.0.113.9', 1],
    ['who calls the edge past what stands before it', '127.0.0.1, 203.0.113.9', '127.0.0.1', 2],
    ['who claims it and IPv6', '::1', '203.0.113.9', 1],
    ['who claims it and a port', '127.0.0.1:80', '203.0.113.9', 1],
    ['who claims it in brackets', '[::1]:80', '203.0.113.9', 1],
    ['who claims it as IPv4 over IPv6', '::ffff:127.0.0.1', '203.0.113.9', 1],
    ['who comes by a proxy on this machine that nobody has counted', '203.0.113.9', '::ffff:127.0.0.1', 0],
    ['who comes from this machine, by the edge on it', '127.0.0.1', '127.0.0.1', 1],
  ])('%s is not this machine itself', (_, forwarded, connection, proxies) => {
    expect(isThisMachine(addressOf(forwarded, connection, proxies))).toBe(false)
  })

  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1']])('who comes from this machine itself is, with proxies and without: %s', (connection) => {
    for (const proxies of [0, 1, 2]) expect(isThisMachine(addressOf(undefined, connection, proxies))).toBe(true)
  })
})

describe('neighbourhoodOf', () => {
  it.each([
    ['198.51.100.4', '198.51.100.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s → %s', (address, wanted) => {
    expect(neighbourhoodOf(address)).toBe(wanted)
  })
})

describe('isForeign', () => {
  const own = ['news.example']
  it.each([
    ['reading', 'GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['our own page', 'POST', { origin: 'https://news.example', 'sec-fetch-site': 'same-origin' }, false],
    ['another site', 'POST', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
    ['a neighbour under the same name', 'POST', { origin: 'https://blog.news.example', 'sec-fetch-site': 'same-site' }, true],
    ['an old browser on another site', 'POST', { origin: 'https://evil.example' }, true],
    ['a page without an origin', 'POST', { origin: 'null' }, true],
    ['a program', 'POST', {}, false],
    ['our page in an old browser', 'DELETE', { origin: 'https://news.example' }, false],
  ])('%s', (_, method, headers, wanted) => {
    expect(isForeign(method, headers, own)).toBe(wanted)
  })
})

describe('requestIdOf', () => {
  it.each([
    ['4bf92f3577b34da6', '4bf92f3577b34da6'],
    ['a b\nc d e f g h', 'made'],
    ['short', 'made'],
    [undefined, 'made'],
    ['x'.repeat(65), 'made'],
  ])('%s → %s', (given, wanted) => {
    expect(requestIdOf(given, () => 'made')).toBe(wanted)
  })
})
