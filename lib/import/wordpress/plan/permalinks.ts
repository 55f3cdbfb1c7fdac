import { spellPath } from '@/lib/own-addresses'
import { decodePart } from './text'

/** What an address of a post is made of. Dates are the old site's own ("2019-05-12 10:00:00"). */
export interface PermalinkParts {
  id: number
  slug: string
  date: string
  category: string
  author: string
}

/** The structures WordPress offers, and the ones newsrooms chose; the first that fits most posts is taken. */
export const STRUCTURES = [
  '/%year%/%monthnum%/%day%/%postname%/',
  '/%year%/%monthnum%/%postname%/',
  '/%postname%/',
  '/%category%/%postname%/',
  '/%year%/%postname%/',
  '/archives/%post_id%',
  '/%post_id%/',
  '/%post_id%/%postname%/',
  '/%postname%/%post_id%/',
  '/%category%/%post_id%/',
  '/%category%/%year%/%monthnum%/%postname%/',
  '/%category%/%year%/%monthnum%/%day%/%postname%/',
  '/%author%/%postname%/',
  '/%year%/%monthnum%/%post_id%/',
  '/%year%/%monthnum%/%day%/%post_id%/',
  '/%postname%.html',
  '/%year%/%monthnum%/%postname%.html',
] as const

const PARTS: Record<string, (parts: PermalinkParts) => string> = {
  '%year%': ({ date }) => date.slice(0, 4),
  '%monthnum%': ({ date }) => date.slice(5, 7),
  '%day%': ({ date }) => date.slice(8, 10),
  '%hour%': ({ date }) => date.slice(11, 13),
  '%minute%': ({ date }) => date.slice(14, 16),
  '%second%': ({ date }) => date.slice(17, 19),
  '%post_id%': ({ id }) => String(id),
  '%postname%': ({ slug }) => slug,
  '%category%': ({ category }) => category,
  '%author%': ({ author }) => author,
}

/**
 * Checks a permalink structure as WordPress writes it under Settings → Permalinks.
 * @returns a sentence that says what is wrong, or null.
 */
export function problemOfStructure(structure: string): string | null {
  if (!structure.startsWith('/')) return 'A permalink structure begins with a slash: /%year%/%monthnum%/%postname%/'
  const unknown = [...structure.matchAll(/%[a-z_]+%/g)].map(([tag]) => tag).filter((tag) => PARTS[tag] === undefined)
  if (unknown.length > 0) return `${unknown.join(', ')} is not part of a permalink structure that can be read. Known are ${Object.keys(PARTS).join(' ')}.`
  if (!/%(postname|post_id)%/.test(structure)) return 'A permalink structure holds %postname% or %post_id%, or its addresses would not be of one post each.'
  return null
}

/** The address that a structure gives a post, in this site's one spelling. */
export const permalinkOf = (structure: string, parts: PermalinkParts): string => spell(structure.replace(/%[a-z_]+%/g, (tag) => PARTS[tag]?.(parts) ?? tag))

/** A path in the one spelling this site serves: decoded, composed, small letters, no slash at the end. */
export const spell = (path: string): string => spellPath(decodePart(path))

/** The path of an address that was pretty; null for "?p=12", which says nothing. */
export function prettyPath(link: string): string | null {
  if (!URL.canParse(link)) return link.startsWith('/') && !link.startsWith('//') && !link.includes('?') ? spell(link) : null
  const { pathname, search } = new URL(link)
  return /[?&](p|page_id|attachment_id)=\d+/.test(search) || pathname === '/' ? null : spell(pathname)
}

/** Tells the structure by posts and the addresses they had; null when none fits more than half of them. */
export function guessStructure(posts: Iterable<{ parts: PermalinkParts; path: string }>): string | null {
  const hits = new Map<string, number>()
  let seen = 0
  for (const { parts, path } of posts) {
    seen++
    for (const structure of STRUCTURES) if (permalinkOf(structure, parts) === path) hits.set(structure, (hits.get(structure) ?? 0) + 1)
  }
  const [best] = [...hits].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] * 2 > seen ? best[0] : null
}
