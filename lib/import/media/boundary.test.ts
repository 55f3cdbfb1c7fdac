import { isIPv6 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Boundary, isPublic } from './boundary'

const within = (root: string) => new Boundary(new URL(root))

describe('a boundary', () => {
  it.each([
    ['https://old.example', 'https://old.example/x', true],
    ['https://old.example', 'https://OLD.example:443/x', true],
    ['https://old.example', 'https://www.old.example/x', true],
    ['https://www.old.example', 'https://old.example/x', true],
    // An old site that has moved from http to https still names both.
    ['http://old.example', 'https://www.old.example/x', true],
    ['https://old.example', 'http://old.example/x', true],
    ['https://old.example', 'http://old.example:6379/x', false],
    ['https://old.example', 'https://old.example:80/x', false],
    ['https://old.example', 'https://cdn.old.example/x', false],
    ['https://old.example', 'https://old.example.evil.example/x', false],
    ['https://old.example', 'https://old.example@evil.example/x', false],
    ['https://old.example', 'ftp://old.example/x', false],
    ['https://old.example', 'file:///x', false],
    ['http://old.example:8080', 'http://old.example:8080/x', true],
    ['http://old.example:8080', 'http://old.example/x', false],
    ['http://old.example:8080', 'http://old.example:8081/x', false],
    ['http://old.example:8080', 'http://www.old.example:8080/x', false],
    ['http://127.0.0.1', 'http://localhost/x', false],
    ['http://127.0.0.1', 'http://[::1]/x', false],
    ['http://127.0.0.1', 'http://2130706433/x', true],
  ])('around %s: %s %s', (root, address, allowed) => {
    expect(within(root).allows(new URL(address))).toBe(allowed)
  })

  it.each([
    ['https://ed:word@old.example/uploads', 'https://old.example/x', true],
    ['https://:word@old.example', 'https://old.example/x', true],
    ['https://ed:word@old.example', 'http://old.example/x', false],
    ['https://ed:word@old.example', 'https://www.old.example/x', false],
    ['https://ed:word@old.example', 'https://old.example:8443/x', false],
  ])('of %s tells %s the password: %s', (root, address, told) => {
    expect('authorization' in within(root).passwordFor(new URL(address))).toBe(told)
    expect(within(root).keepsPasswordFrom(new URL(address))).toBe(!told)
  })

  it('keeps no password when there is none', () => {
    expect(within('https://old.example').keepsPasswordFrom(new URL('https://www.old.example'))).toBe(false)
  })
})

describe('an address', () => {
  const family = (address: string) => ({ address, family: isIPv6(address) ? 6 : 4 })

  it.each(['1.1.1.1', '93.184.215.14', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '223.255.255.255', '2606:4700::1111', '2a01:4f8::1', '2001:4860:4860::8888'])('%s is public', (address) => {
    expect(isPublic(family(address))).toBe(true)
  })

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:93.184.215.14', '64:ff9b::7f00:1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
  ])('%s is not', (address) => {
    expect(isPublic(family(address))).toBe(false)
  })
})
