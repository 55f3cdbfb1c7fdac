import { env } from '@/lib/env'
import { tags } from './tags'

/**
 * What the caches in front of the site are told with each answer: how long they may keep it, and under which keys it
 * is to be forgotten. Browsers are told nothing of it, and nobody when no edge is configured.
 */

/** Seconds for which an edge answers without asking, and for which it may go on while it asks again. */
export interface Lifetime {
  fresh: number
  stale: number
}

/** What is told of each change. The ten minutes are for a change that the edge did not hear of. */
export const KEPT: Lifetime = { fresh: 600, stale: 3_600 }
/** What is old already, and stands for what is being made: the next reader has the edge ask again. */
export const OLD: Lifetime = { fresh: 10, stale: 3_600 }
/** What may change without anybody saying so. */
export const BRIEF: Lifetime = { fresh: 30, stale: 30 }

/** For how long an edge answers from what it has while no process does: a week, in seconds. */
const WITHOUT_US = 7 * 24 * 60 * 60

const edges = () => env().EDGE_PURGE

/** Whether the site stands behind a cache that is told of changes. */
export const hasEdge = (): boolean => edges().length > 0

/** A tag as an edge knows it: neither space nor comma, for these part the keys in a header. */
export const edgeKey = (tag: string): string => tag.replace(/[^\x21-\x2b\x2d-\x7e]/gu, encodeURIComponent)

/** The headers of an answer that an edge may keep until one of its tags is forgotten; none when there is no edge. */
export function edgeHeaders(tags: readonly string[], { fresh, stale }: Lifetime = KEPT): Record<string, string> {
  const kinds = new Set(edges().map(({ kind }) => kind))
  const control = `max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=${WITHOUT_US}`
  const keys = [...new Set(tags.map(edgeKey))]
  return {
    ...(kinds.has('varnish') || kinds.has('fastly') ? { 'Surrogate-Control': control, 'Surrogate-Key': keys.join(' ') } : {}),
    ...(kinds.has('cloudflare') ? { 'CDN-Cache-Control': control, 'Cache-Tag': keys.join(',') } : {}),
  }
}

/**
 * The key of a public address itself, beside those of the page that stands there: an answer that it leads elsewhere or
 * to nothing is forgotten when something comes to stand there.
 */
export const addressKeys = (pathname: string): Record<string, string> => keyAlone(addressTag(pathname))

const FILE = /^\/api\/media\/file\/([^/?#]+)/
const PICTURES = '/_next/image'

/** The key of a media file, for it and for every size that is cut from it: all are forgotten when it is deleted or replaced. */
export function fileKeys({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): Record<string, string> {
  const name = FILE.exec(pathname === PICTURES ? (searchParams.get('url') ?? '') : pathname)?.[1]
  try {
    return name === undefined ? {} : keyAlone(tags.file(decodeURIComponent(name)))
  } catch {
    // Spelt as no address is: no file has that name.
    return {}
  }
}

/** A key and no lifetime, which the answer says itself. */
function keyAlone(tag: string): Record<string, string> {
  return Object.fromEntries(Object.entries(edgeHeaders([tag])).filter(([name]) => name === 'Surrogate-Key' || name === 'Cache-Tag'))
}

/** The headers of a redirect from a public address. */
export const redirectHeaders = (pathname: string): Record<string, string> => edgeHeaders([addressTag(pathname)], BRIEF)

/** The tag under which an address is announced: its one spelling, without a page's number at its end. */
function addressTag(pathname: string): string {
  const path = decodeURIComponent(pathname).toLowerCase().replace(/\/{2,}/g, '/').replace(/(.)\/+$/, '$1')
  return `path:${path.replace(/\/page\/\d+$/, '') || '/'}`
}

const IMPLICIT = '_N_T_'

/** Lets the page cache write those headers into every page that it keeps: it stands outside the server's bundles. */
export function dressPages(): void {
  const headers = (tags: readonly string[], { isOld = false } = {}) => {
    const isMissing = tags.some((tag) => tag.startsWith(`${IMPLICIT}/missing/`))
    return edgeHeaders(tags.filter((tag) => !tag.startsWith(IMPLICIT)), isOld ? OLD : isMissing ? BRIEF : KEPT)
  }
  Object.assign(globalThis, { [Symbol.for('dateline.pageHeaders')]: headers })
}
