import type { Thing } from 'schema-dts'
import { absoluteUrl } from '@/lib/routes'
import { siteOrigin } from '@/lib/site'

/** A full address on this site. */
export const urlOf = (path: string) => absoluteUrl(siteOrigin, path)

/** The lasting name of a thing that an address is about: "https://example.org/world/dam#story". */
export const idOf = (path: string, part: string) => `${path === '/' ? `${siteOrigin}/` : urlOf(path)}#${part}`

export const organizationId = idOf('/', 'organization')
export const websiteId = idOf('/', 'website')

const ESCAPES: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }

/** A page's things as one JSON-LD document, safe inside a script element: no text can close it. */
export function writeGraph(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character]!)
}
