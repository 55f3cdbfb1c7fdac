import type { IncomingHttpHeaders } from 'node:http'

/**
 * Where a request really comes from. Each proxy adds the address that it was called from to the right of
 * X-Forwarded-For, so with N proxies of our own the N-th from the right is true and everything left of it is
 * whatever the sender likes to claim. With none, only the connection itself is. This machine's own address is given
 * to nobody whose request was forwarded: it opens doors (lib/data/operator.ts), and whoever calls a proxy of ours from
 * the wrong side may claim it.
 */
export function addressOf(forwarded: string | undefined, connection: string, trustedProxies: number): string {
  const claimed = (forwarded ?? '').split(',').map((address) => address.trim()).filter(Boolean)
  const hops = [...claimed, connection]
  const address = plain(hops[Math.max(0, hops.length - 1 - trustedProxies)]!)
  return claimed.length > 0 && isThisMachine(address) ? 'unknown' : address
}

/** Whether an address that addressOf gave is this machine's own. */
export const isThisMachine = (address: string) => address === '127.0.0.1' || address === '::1'

/** An IPv4 address that came over IPv6, and one with a port, as itself. */
const plain = (address: string) => address.replace(/^::ffff:/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[(.+)\](?::\d+)?$/, '$1')

/** Those of one IPv6 household share its first 64 bits: a limit for each address would be no limit. */
export function neighbourhoodOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::') as [string, string?]
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const groups = address.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left
  return groups.slice(0, 4).join(':')
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something was started by a page of another site. Browsers say so; one that says
 * nothing is no browser, and carries nobody's session by accident.
 */
export function isForeign(method: string, headers: IncomingHttpHeaders, ownHosts: readonly (string | undefined)[]): boolean {
  if (READS.has(method)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = headers
  if (origin === undefined) return false
  const host = URL.canParse(origin) ? new URL(origin).host : null
  return host === null || !ownHosts.includes(host)
}

/** A name for a request: the one that a proxy gave it if it is a plain word, else a new one. */
export function requestIdOf(given: string | string[] | undefined, make: () => string): string {
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : make()
}
