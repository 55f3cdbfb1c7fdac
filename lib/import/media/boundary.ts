import type { LookupAddress, LookupAllOptions } from 'node:dns'
import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { BlockList, type LookupFunction } from 'node:net'
import { isSameHost } from './names'

/** All addresses of a name, as the system gives them. */
export type LookUp = (hostname: string, options: LookupAllOptions) => Promise<LookupAddress[]>

/**
 * How far an import reaches into the network: to the site that the operator named. Whatever an export, a redirect or a
 * name server says, no other host or port is asked, and no address of a private network unless the operator's own site
 * has it, as one on the same machine does.
 */
export class Boundary {
  private readonly basic: string | null
  private readonly agents: { 'http:': http.Agent; 'https:': https.Agent }
  private ownAddresses: Promise<Set<string>> | null = null

  /** `root` is the operator's address; a name and password in it are for that origin alone. */
  constructor(
    readonly root: URL,
    private readonly lookUp: LookUp = lookup,
  ) {
    const { username, password } = root
    this.basic = username === '' && password === '' ? null : `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
    const options = { keepAlive: true, lookup: this.answer }
    this.agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }
  }

  /** Whether it is the operator's host and port. On the usual ports, http and https and with and without "www." are one. */
  allows({ protocol, hostname, port }: URL): boolean {
    if (!/^https?:$/.test(protocol) || port !== this.root.port) return false
    return port === '' ? isSameHost(hostname, this.root.hostname) : hostname === this.root.hostname
  }

  /** The password's header, for the operator's own origin: not over http when it was given for https, nor to a twin. */
  passwordFor({ origin }: URL): { authorization?: string } {
    return this.basic !== null && origin === this.root.origin ? { authorization: this.basic } : {}
  }

  /** Whether there is a password that an address is not told. */
  keepsPasswordFrom(address: URL): boolean {
    return this.basic !== null && this.passwordFor(address).authorization === undefined
  }

  /** Makes the connections: each to an address that was looked at, not to one that the name has a moment later. */
  agentFor({ protocol }: URL): http.Agent {
    return protocol === 'https:' ? this.agents['https:'] : this.agents['http:']
  }

  /** Never called for a host that is a number: that is the operator's own, or not allowed. */
  private readonly answer: LookupFunction = (hostname, options, callback) => {
    this.reachable(hostname, options).then(
      (found) => (options.all ? callback(null, found) : callback(null, found[0]!.address, found[0]!.family)),
      (error: Error) => callback(error, ''),
    )
  }

  private async reachable(hostname: string, options: object): Promise<LookupAddress[]> {
    const own = await this.own()
    const found = await this.lookUp(hostname, { ...options, all: true })
    const allowed = found.filter((each) => isPublic(each) || own.has(each.address))
    if (allowed.length === 0) throw new PrivateAddress(hostname, found)
    return allowed
  }

  /** What the operator's host was when it was first asked for: a name that leads elsewhere later gains nothing. */
  private own(): Promise<Set<string>> {
    this.ownAddresses ??= this.lookUp(this.root.hostname, { all: true }).then(
      (found) => new Set(found.map(({ address }) => address)),
      (error: unknown) => {
        this.ownAddresses = null
        throw error
      },
    )
    return this.ownAddresses
  }
}

/** A name leads into a private network. */
export class PrivateAddress extends Error {
  constructor(hostname: string, found: LookupAddress[]) {
    super(`${hostname} leads to ${found.map(({ address }) => address).join(', ') || 'no address'}, which is not public and not the old site’s.`)
  }
}

/** Not of the internet at large: https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast. */
const special = new BlockList()
for (const range of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3']) add(special, range, 'ipv4')
// Among them what carries an IPv4 address within (Teredo, 6to4).
for (const range of ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']) add(special, range, 'ipv6')

/** All of IPv6 that is given out to the internet at large. */
const unicast = new BlockList()
add(unicast, '2000::/3', 'ipv6')

function add(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [net = '', prefix] = range.split('/')
  list.addSubnet(net, Number(prefix), family)
}

/** Whether anybody on the internet could reach it: not loopback, private, link-local or reserved. */
export function isPublic({ address, family }: LookupAddress): boolean {
  return family === 6 ? unicast.check(address, 'ipv6') && !special.check(address, 'ipv6') : !special.check(address, 'ipv4')
}
