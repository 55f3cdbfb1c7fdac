import { isOwnAddress, spellPath } from '@/lib/own-addresses'
import type { Note } from '../note'
import type { Rule } from './rule'

/** An old address and where it leads: a path here or a full address; null for one that is gone. */
export interface Redirect {
  from: string
  to: string | null
  /** The status the old site answered with. Here it is 301, or 410 for what is gone. */
  code: number
}

const PERMANENT = [301, 308]
const TEMPORARY = [302, 303, 307]
const GONE = [410, 451]

const dropped = (code: string, message: string, { shown }: Rule): Note => ({ kind: 'dropped', code, message, detail: shown })

/** Turns rules into redirects, each old address once, each leading straight to its end. */
export function settleRules(rules: readonly Rule[], ownHosts: readonly string[]): { redirects: Redirect[]; notes: Note[] } {
  const notes: Note[] = []
  const hosts = hostsOf(rules, ownHosts)
  const found = new Map<string, { redirect: Redirect; rule: Rule }>()
  for (const rule of rules) {
    const read = readRule(rule, hosts)
    if (read === null) continue
    if ('kind' in read) {
      notes.push(read)
      continue
    }
    const first = found.get(read.from)
    if (first === undefined) found.set(read.from, { redirect: read, rule })
    else if (first.redirect.to !== read.to) notes.push(dropped('redirect-twice', `A second redirect from one address was left out; the first leads to ${first.redirect.to ?? 'nowhere: it is gone'}.`, rule))
  }
  return { redirects: flatten(found, notes), notes }
}

/** One rule by itself; a note when it cannot be taken over, null when there is nothing to take over. */
function readRule(rule: Rule, hosts: ReadonlySet<string>): Redirect | Note | null {
  if (rule.isOff) return null
  if (rule.condition !== null) return dropped('redirect-with-condition', 'A redirect that applies to some readers only was left out: here an address leads to one place.', rule)
  const plain = rule.isPattern || rule.from.includes('*') ? pathOfPattern(rule.from) : rule.from
  if (plain === null) return dropped('redirect-pattern', 'A redirect by pattern was left out. Add the addresses it was for one by one under Machinery → Addresses, if they are still asked for.', rule)
  const from = readFrom(plain)
  if (from === null) return dropped('redirect-address', 'A redirect from what is no address of this site was left out.', rule)
  if (isOwnAddress(from) && !isNumbered(from)) return dropped('redirect-own-address', `A redirect from “${from}” was left out: the site itself answers there.`, rule)
  const code = rule.code ?? 301
  if (GONE.includes(code)) return { from, to: null, code }
  if (!PERMANENT.includes(code) && !TEMPORARY.includes(code)) return dropped('redirect-status', `A rule that answers ${code} was left out.`, rule)
  const to = readTo(rule.to, hosts)
  if (to === null) return dropped('redirect-target', 'A redirect that leads to no address was left out.', rule)
  // Capitals, a slash at the end, https: put right for every address here.
  return to === from ? null : { from, to, code }
}

/** A pattern that means one path only, as a path: "^/old-page/?$"; null for any other. */
function pathOfPattern(pattern: string): string | null {
  const plain = pattern
    .replace(/^\^/, '')
    .replace(/(?:\/\?|\/\*)?\$$/, '')
    .replace(/\/\?$/, '')
    .replace(/\\([/.\-_])/g, '$1')
  return plain === '' || /[\\^$*+?()[\]{}|]/.test(plain) ? null : plain
}

/** The queries to the front page that the doorway knows: see lib/data/inherited-doorway.ts. */
const NUMBERED = /^\/\?(?:p|page_id|attachment_id|cat|tag_id|author)=[1-9]\d*$/
const isNumbered = (path: string) => NUMBERED.test(path)

function readFrom(written: string): string | null {
  const path = written.replace(/^https?:\/\/[^/]+/i, '') || '/'
  const whole = path.startsWith('/') ? path : `/${path}`
  if (isNumbered(whole.replace(/^\/index\.php/, ''))) return whole.replace(/^\/index\.php/, '')
  // Pages here take no query, so one cannot tell two addresses apart.
  return whole.includes('?') ? null : spell(whole.split('#')[0]!)
}

/** A target in one spelling: a path here without a query, but a search's or the front page's own; or a full address. */
function readTo(written: string, hosts: ReadonlySet<string>): string | null {
  const address = /^https?:\/\//i.test(written) ? ownPart(written, hosts) : written
  if (address === null || address === '') return null
  if (/^https?:\/\//i.test(address)) return URL.canParse(address) ? address : null
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null
  const path = address.startsWith('/') ? address : `/${address}`
  const [, before = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(path) ?? []
  const spelled = spell(before)
  return spelled === null ? null : `${spelled}${spelled === '/search' || isNumbered(`${spelled}${query}`) ? query : ''}`
}

/** The part behind the host when that is the old site's own; else the address as it is; null when it is none. */
function ownPart(address: string, hosts: ReadonlySet<string>): string | null {
  if (!URL.canParse(address)) return null
  const { host, pathname, search, hash } = new URL(address)
  return hosts.has(bare(host)) ? `${pathname}${search}${hash}` : address
}

const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')

/** The old site's names: those given, and those that the rules themselves lead away from. */
function hostsOf(rules: readonly Rule[], ownHosts: readonly string[]): Set<string> {
  const named = rules.flatMap(({ from }) => /^https?:\/\/([^/]+)/i.exec(from)?.[1] ?? [])
  return new Set([...ownHosts, ...named].map(bare))
}

function spell(path: string): string | null {
  try {
    const spelled = spellPath(decodeURIComponent(path))
    return /[\s\u0000-\u001f\\]/.test(spelled) ? null : spelled
  } catch {
    return null
  }
}

/** Follows each redirect to its end within the file; those that go round in a circle are told. */
function flatten(found: ReadonlyMap<string, { redirect: Redirect; rule: Rule }>, notes: Note[]): Redirect[] {
  return [...found.values()].flatMap(({ redirect, rule }) => {
    const seen = new Set([redirect.from])
    let { to } = redirect
    while (to !== null && found.has(to)) {
      if (seen.has(to)) {
        notes.push(dropped('redirect-circle', 'Redirects that lead round in a circle were left out.', rule))
        return []
      }
      seen.add(to)
      to = found.get(to)!.redirect.to
    }
    return [{ ...redirect, to }]
  })
}
