/** So far is the text looked at for what settles a doubt. */
const MAX_LOOK = 16 * 1024 * 1024

export const CDATA = '<![CDATA['
export const CDATA_END = ']]>'

/**
 * How a CDATA section goes on, up to `end`: "content" and more text is needed to go further; "closed" with its
 * "]]>"; a "stray" "]]>" that belongs to the content; or "unclosed", when its field ends without a "]]>".
 */
export interface CdataPart {
  kind: 'content' | 'closed' | 'stray' | 'unclosed'
  end: number
}

/**
 * Reads on in a CDATA section of `field`. Well-formed XML is always read as what it is. A "]]>" is stray when
 * another comes before the field ends or a section begins. The section was never closed when its field ended
 * within it and what follows its "]]>" ends another field.
 */
export function cdataPart(text: string, at: number, field: string, last: boolean): CdataPart {
  const close = `</${field}>`
  const end = text.indexOf(CDATA_END, at)
  const fieldEnd = indexWithin(text, close, at, end)
  const isPatient = !last && text.length - at < MAX_LOOK
  if (end === -1) return { kind: 'content', end: fieldEnd !== -1 && isPatient ? fieldEnd : contentEnd(text, at, close, last) }

  const after = end + CDATA_END.length
  const verdict = whatFollows(text, after, close, { isLast: !isPatient, hasFieldEnd: fieldEnd !== -1 })
  if (verdict === 'more') return { kind: 'content', end: fieldEnd === -1 ? end : fieldEnd }
  return verdict === 'unclosed' ? { kind: verdict, end: fieldEnd } : { kind: verdict, end: after }
}

/** Without a "]]>" in sight everything is content, except for what may be the beginning of one or of the field's end. */
function contentEnd(text: string, at: number, close: string, last: boolean): number {
  return last ? text.length : Math.max(at, text.length - Math.max(CDATA_END.length, close.length))
}

/** What a "]]>" means, by what follows it. */
function whatFollows(text: string, after: number, close: string, { isLast, hasFieldEnd }: { isLast: boolean; hasFieldEnd: boolean }): CdataPart['kind'] | 'more' {
  SPACE.lastIndex = after
  SPACE.test(text)
  const next = SPACE.lastIndex
  const here = text.slice(next, next + Math.max(close.length, CDATA.length))
  if (here.startsWith(close) || here.startsWith(CDATA)) return 'closed'
  if (!isLast && (close.startsWith(here) || CDATA.startsWith(here))) return 'more'
  return hasFieldEnd && here.startsWith('</') ? 'unclosed' : nextMark(text, next, close, isLast)
}

function nextMark(text: string, from: number, close: string, isLast: boolean): 'closed' | 'stray' | 'more' {
  const mark = text.indexOf(CDATA_END, from)
  if ([CDATA, close, '<item>', '</item>'].some((ending) => indexWithin(text, ending, from, mark) !== -1)) return 'closed'
  if (mark !== -1) return 'stray'
  return isLast ? 'closed' : 'more'
}

const SPACE = /\s*/y

/** Like indexOf, but not beyond `end` (when that is not -1). */
function indexWithin(text: string, wanted: string, from: number, end: number): number {
  const found = text.slice(from, end === -1 ? undefined : end).indexOf(wanted)
  return found === -1 ? -1 : from + found
}
