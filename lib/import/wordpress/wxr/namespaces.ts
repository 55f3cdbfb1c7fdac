import type { SaxesTagNS } from 'saxes'

/** Exports differ in the version and the scheme of their namespaces; some declare none. */
const ROLES: [RegExp, string][] = [
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^https?:\/\/(?:www\.)?wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, 'dc'],
]

/** What a prefix means when the file does not declare it. */
export const USUAL_NAMESPACES = {
  excerpt: 'http://wordpress.org/export/1.2/excerpt/',
  wp: 'http://wordpress.org/export/1.2/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
}

const roles = new Map<string, string | null>()

function roleOf(uri: string): string | null {
  const known = roles.get(uri)
  if (known !== undefined) return known
  const role = ROLES.find(([pattern]) => pattern.test(uri))?.[1] ?? null
  if (roles.size < 100) roles.set(uri, role)
  return role
}

/** "wp:post_id", whatever prefix the file uses. */
export function canonicalName({ prefix, local, uri }: Pick<SaxesTagNS, 'prefix' | 'local' | 'uri'>): string {
  return prefix === '' ? local : `${roleOf(uri) ?? prefix}:${local}`
}

export const isExportNamespace = (uri: string) => roleOf(uri) === 'wp'
