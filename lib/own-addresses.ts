import { feedFiles } from './routes'

/**
 * The one spelling of a decoded path: lower case, letters and their accents as one character (Unicode NFC), no double
 * slash, none at the end.
 */
export function spellPath(path: string): string {
  return path.toLowerCase().normalize('NFC').replace(/\/{2,}/g, '/').replace(/(.)\/+$/, '$1')
}

/** The same of a path as browsers write it, with escapes. @throws URIError when these are not UTF-8. */
export const spellAddress = (path: string): string => spellPath(decodeURIComponent(path))

/** The rooms of a WordPress that nobody is let into, and that robots try on every site: its feeds' old names are not among them. */
const CLOSED = /^\/(?:wp-(?:admin|includes|json)(?:\/|$)|wp-content\/(?:plugins|themes|cache|languages)(?:\/|$)|wp-(?!atom|commentsrss2|feed|rdf|rss)[a-z-]+\.php$|xmlrpc\.php$)/

/** Whether nothing ever stands at an address, so that nobody needs to look. `path` in its one spelling. */
export const isClosedAddress = (path: string): boolean => CLOSED.test(path)

/** Addresses that the site itself answers, whatever documents it has: what `settle` in lib/data/doorway.ts never asks the documents for. */
const OWN = [
  /^\/$/,
  /^\/(?:search|latest|corrections|archive|offline)$/,
  /^\/archive\/\d{4}\/\d{2}(?:\/\d{2})?$/,
  // Pages of a list.
  /\/page\/\d{1,6}$/,
  // What is answered before the doorway (proxy.ts), and the lite edition.
  /^\/(?:admin|api|lite)(?:\/|$)/,
  /^\/(?:_next|styles|preview)\//,
  /^\/(?:favicon\.ico|icon\.svg|icon-512\.png|apple-icon\.png|sw\.js)$/,
  // What crawlers and partners ask for.
  /^\/(?:robots|llms|ads|app-ads|trust|security|[a-z0-9-]{8,128})\.txt$/,
  /^\/\.well-known\//,
  /^\/(?:license|sitemap|news-sitemap(?:-\d+)?)\.xml$/,
  /^\/sitemaps\//,
  /^\/share\/\d+-/,
  new RegExp(`/(?:${Object.values(feedFiles).map((file) => file.replace('.', '\\.')).join('|')})$`),
  /\.md$/,
  CLOSED,
]

/** Whether the site itself answers at an address, so that no document can have it. `path` in its one spelling. */
export function isOwnAddress(path: string): boolean {
  return OWN.some((pattern) => pattern.test(path))
}

const MAX_LENGTH = 400

/** Why an address cannot be a document's, as a sentence; null when it can. */
export function addressProblem(path: string): string | null {
  if (!path.startsWith('/')) return 'Begin with a slash: /2019/05/a-treaty.'
  if (/[\s?#\\\u0000-\u001f]/.test(path)) return 'Leave out spaces, ?, # and \\.'
  if (path.length > MAX_LENGTH) return `${MAX_LENGTH} characters at most.`
  if (path.split('/').some((part) => part === '.' || part === '..')) return 'Leave out . and .. between slashes.'
  let spelled: string
  try {
    spelled = spellAddress(path)
  } catch {
    return 'Write % only as part of an address copied from a browser.'
  }
  if (spelled !== path) return `Write it as “${spelled}”: small letters, no slash at the end.`
  return isOwnAddress(path) ? `“${path}” is an address of the site itself; choose another.` : null
}
