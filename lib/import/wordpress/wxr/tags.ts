import { NAME } from './names'

/** Longest tag that is waited for; what is longer is taken for text. */
const MAX_TAG = 64 * 1024

/** Nearly every tag of an export. */
const PLAIN = /<(\/?)([a-z][a-z\d_:-]*)>/iy
const IN_TAG = /<[^"'<>]*(?:(?:"[^"<]*"|'[^'<]*')[^"'<>]*)*/y
const ATTRIBUTE = String.raw`\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*')`
const OPEN = new RegExp(String.raw`^<(${NAME})((?:${ATTRIBUTE})*)\s*(/?)>$`, 'u')
const CLOSE = new RegExp(String.raw`^</(${NAME})\s*>$`, 'u')
const BROKEN = new RegExp(String.raw`^<(/?)(${NAME})`, 'u')
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu')

/** A tag as it stands in the text. "more": it goes on beyond the text that is here. "none": a "<" that begins no tag. */
export type Tag =
  | { kind: 'open'; end: number; name: string; attributes: string; isEmpty: boolean; isBroken: boolean }
  | { kind: 'close'; end: number; name: string }
  | { kind: 'more' }
  | { kind: 'none' }

/** The tag that begins with the "<" at `at`; `last` when no more text will come. */
export function tagAt(text: string, at: number, last: boolean): Tag {
  PLAIN.lastIndex = at
  const [, slash, plain] = PLAIN.exec(text) ?? []
  if (plain !== undefined) {
    const end = PLAIN.lastIndex
    return slash === '/' ? { kind: 'close', end, name: plain } : { kind: 'open', end, name: plain, attributes: '', isEmpty: false, isBroken: false }
  }
  const end = endOfTag(text, at)
  if (end === null) return { kind: last || text.length - at > MAX_TAG ? 'none' : 'more' }
  if (end === 0) return { kind: 'none' }
  const tag = text.slice(at, end)
  const close = CLOSE.exec(tag)
  if (close?.[1] !== undefined) return { kind: 'close', end, name: close[1] }
  const open = OPEN.exec(tag)
  if (open?.[1] !== undefined) return { kind: 'open', end, name: open[1], attributes: open[2] ?? '', isEmpty: open[3] === '/', isBroken: false }
  return brokenTag(tag, end)
}

/** The place after the tag's ">"; 0 when it has none before the next "<", null when neither is here yet. */
function endOfTag(text: string, at: number): number | null {
  IN_TAG.lastIndex = at
  IN_TAG.test(text)
  const stop = IN_TAG.lastIndex
  if (text[stop] === '>') return stop + 1
  if (text[stop] === '<') return 0
  const next = text.indexOf('<', stop)
  if (next === -1) return null
  // A quote without its partner: the tag ends where it would without any quotes.
  const end = text.indexOf('>', at)
  return end !== -1 && end < next ? end + 1 : 0
}

/** A tag whose name can be read; of its attributes those are kept that can be read. */
function brokenTag(tag: string, end: number): Tag {
  const found = BROKEN.exec(tag)
  if (found?.[2] === undefined) return { kind: 'none' }
  if (found[1] === '/') return { kind: 'close', end, name: found[2] }
  const attributes = (tag.match(ATTRIBUTES) ?? []).join('')
  return { kind: 'open', end, name: found[2], attributes, isEmpty: tag.endsWith('/>'), isBroken: true }
}
