import { parsePhp, type Trust } from './php-parser'

/** Longest value that is read: the settings of a page builder may be megabytes, and no rule needs those. */
const MAX_LENGTH = 8 * 1024 * 1024

/** From what PHP itself would read to what can only be guessed. */
const TRUST: Trust[] = [
  { lengths: 'exact', counts: true },
  { lengths: 'plausible', counts: true },
  { lengths: 'ignored', counts: true },
  { lengths: 'plausible', counts: false },
]

/** A string that holds another serialised value is opened, this often. */
const MAX_LAYERS = 3

/**
 * A value that PHP has serialised (`a:1:{s:3:"key";s:5:"value";}`), as WordPress keeps settings and file data in
 * its meta. A list becomes an array; any other array, and an object of whatever class, a plain object (nothing is
 * ever instantiated; whole-number keys come first in it, as JavaScript has them). A reference to a list or an
 * object, and a value that only its own class could read, are null. A value serialised twice is opened twice.
 *
 * Lengths count bytes. When they are wrong, as after a search and replace, another character set or a change of
 * line ends, strings are taken to end where the next value begins. Null for what is no such value: malformed, cut
 * off, nested too deeply or too long.
 */
export function readPhp(value: string): unknown {
  let found: unknown = value
  for (let layer = 0; layer < MAX_LAYERS && typeof found === 'string'; layer++) {
    const inner = readOnce(found.trim())
    if (inner === undefined) return layer === 0 ? null : found
    found = inner
  }
  return found
}

/** Undefined when the text is not a serialised value. */
function readOnce(text: string): unknown {
  if (text.length > MAX_LENGTH || !/^(?:N;|[bidasOCErR]:)/.test(text)) return undefined
  // Quotes that were escaped for a database and never unescaped.
  const readings = text.includes('\\"') ? [text, text.replace(/\\(.)/gs, '$1')] : [text]
  for (const reading of readings) {
    for (const trust of TRUST) {
      const value = parsePhp(reading, trust)
      if (value !== undefined) return value
    }
  }
  return undefined
}
