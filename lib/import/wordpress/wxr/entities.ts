import { Parser } from 'htmlparser2'
import type { ProblemSort } from './problems'

/** What stands in text without being allowed to: a bare "&", an entity that XML does not know, a stray "]]>". */
const SUSPECT = /&(?:#(\d{1,8});|#x([\da-f]{1,8});|([a-z][a-z\d]{0,31});)?|\]\]>/gi

const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** Longest text that may still turn out to be an entity. */
export const ENTITY_LENGTH = 36

export type Say = (sort: ProblemSort, at: number, message: string) => void

/** Text with every "&" that means something to XML, and no stray "]]>". `say` is told what was mended, and where. */
export function mendText(text: string, say: Say): string {
  if (!text.includes('&') && !text.includes(']]>')) return text
  return text.replace(SUSPECT, (found: string, decimal: string | undefined, hex: string | undefined, name: string | undefined, at: number) => {
    if (found === ']]>') {
      say('bracket', at, 'A “]]>” outside CDATA was kept as text.')
      return ']]&gt;'
    }
    const code = decimal === undefined ? hex === undefined ? null : parseInt(hex, 16) : Number(decimal)
    if (code !== null) return mendCode(found, code, at, say)
    if (name !== undefined) return mendName(found, name, at, say)
    say('ampersand', at, 'A bare “&” was kept as text.')
    return '&amp;'
  })
}

function mendCode(found: string, code: number, at: number, say: Say): string {
  if (code <= 0x10ffff && isAllowed(code)) return found
  say('escaped', at, `The character “${found}” was removed: XML does not allow it.`)
  return ''
}

/** The production Char of XML 1.0. */
const isAllowed = (code: number) =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000

function mendName(found: string, name: string, at: number, say: Say): string {
  if (XML_ENTITIES.has(name)) return found
  const text = htmlText(found)
  if (text === found) {
    say('ampersand', at, `“${found}” is no entity and was kept as text.`)
    return `&amp;${name};`
  }
  say('entity', at, `The entity “${found}” is HTML’s, not XML’s; it was read as in HTML.`)
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** What HTML makes of an entity. */
function htmlText(entity: string): string {
  let text = ''
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true })
  parser.end(entity)
  return text
}
