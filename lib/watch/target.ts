/** An address that the doorway answers with 400: it holds a control character. */
export const UNREADABLE = '/%01'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const READS = new Set(['GET', 'HEAD'])
/** File systems take 255 bytes for a name, and Next looks for a file of each address. */
const LONGEST_PART = 240

/**
 * What is asked for in its plain spelling, or the unreadable address where the framework or the content system would break over it: broken
 * percent-encoding, a part longer than a file's name, methods that no part of them knows, a collection or a view called
 * like something that every JavaScript object has.
 */
export function mendTarget(method: string, asked: string): string {
  const [written = '', query] = asked.split(/\?(.*)/s, 2) as [string, string?]
  const path = plain(written)
  const target = query === undefined ? path : `${path}?${query}`
  if (!METHODS.has(method) || !isDecodable(path)) return UNREADABLE
  if (path.split('/').some((part) => part.length > LONGEST_PART)) return UNREADABLE
  if (/^\/(?:_next|styles)\//.test(path) && !READS.has(method)) return UNREADABLE
  if (/^\/(?:api|admin)\//.test(path) && path.split('/').some((part) => part in Object.prototype)) return UNREADABLE
  // No door of ours, and the framework would take what is sent there for an action of a page that is not there.
  if (!READS.has(method) && /^\/api\/*$/.test(resolved(path))) return UNREADABLE
  // A file is a file; the content system would look for a filter in the query.
  if (path.startsWith('/api/media/file/')) return query === undefined ? target : withPrefixOnly(path, query)
  if (path.startsWith('/api/') && (CLOSED.test(path) || !isFilter(query))) return UNREADABLE
  return target
}

/**
 * A path without escapes that stand for letters, digits, hyphen, underscore and tilde: "/%73earch" is "/search" (RFC 3986, 6.2.2.2).
 * So nobody passes by a rule for an address with another spelling of it.
 */
const plain = (path: string) => path.replace(/%[0-7][0-9a-f]/gi, (escape) => (/[\w~-]/.test(decodeURIComponent(escape)) ? decodeURIComponent(escape) : escape))

/** A path as it stands once its dots are gone: "/api/x/.." is "/api/". */
function resolved(path: string): string {
  const single = path.replace(/^\/+/, '/')
  return URL.canParse(single, 'http://localhost') ? new URL(single, 'http://localhost').pathname : single
}

/** Addresses of accounts are not verified by mail; the content system has the door all the same, and falls over behind it. */
const CLOSED = /^\/api\/[^/]+\/verify\//

/** A filter comes in brackets, `where[slug][equals]=x`, or whole, as JSON. */
function isFilter(query: string | undefined): boolean {
  const whole = query?.includes('where') ? new URLSearchParams(query).getAll('where') : []
  return whole.every((text) => {
    try {
      return typeof JSON.parse(text) === 'object'
    } catch {
      return false
    }
  })
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Storage that lives elsewhere may keep files in a folder, and names it. */
function withPrefixOnly(path: string, query: string): string {
  const prefix = new URLSearchParams(query).get('prefix')
  return prefix === null ? path : `${path}?prefix=${encodeURIComponent(prefix)}`
}

/** Parts of a file as a client may ask for them (RFC 9110, 14.1.1); Next would break over others, which are to be ignored. */
export function isRange(value: string): boolean {
  if (!/^bytes=\s*(?:\d+-\d*|-\d+)(?:\s*,\s*(?:\d+-\d*|-\d+))*\s*$/.test(value)) return false
  return [...value.matchAll(/(\d+)-(\d+)/g)].every(([, first, last]) => Number(first) <= Number(last))
}
