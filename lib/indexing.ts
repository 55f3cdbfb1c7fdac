import type { Env } from './env'

/**
 * Whether search engines may list this site: what INDEXING says, and without it only a site that stands at a
 * public https address. A copy on a test machine must never compete with the newsroom's own.
 */
export function mayBeIndexed({ SITE_URL, INDEXING }: Pick<Env, 'SITE_URL' | 'INDEXING'>): boolean {
  return INDEXING === undefined ? isPublicOrigin(SITE_URL) : INDEXING === 'allow'
}

/** Whether an origin is https at a public name: not localhost, not a bare IP address, not a name reserved for tests. */
export function isPublicOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/i.test(hostname)
  return protocol === 'https:' && isName && !/(^|\.)(localhost|test|example|invalid|local|internal|example\.(com|net|org))$/i.test(hostname)
}
