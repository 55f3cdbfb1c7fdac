import { isLayout, isOpaque, isOrdinaryWord, isShown } from './shortcode-names'

/** A shortcode's tag in the text. `end` is the place after it. */
export interface Shortcode {
  kind: 'open' | 'close' | 'literal'
  name: string
  /** Named values, and unnamed ones under "0", "1", … */
  attributes: Record<string, string>
  /** The tag as it stands there; of a literal one, what readers see of it. */
  raw: string
  end: number
  /** Its end tag comes later in the text. */
  encloses: boolean
  /** What stands between its tags, of the few whose content is not HTML; `end` is then after both. */
  content: string | null
  /** How it is treated: made into something, laid out in columns and boxes, or not known here. */
  role: 'shown' | 'layout' | 'unknown'
  /** A tag that ends one thing stood just before: words on either side are not one word. */
  parts: boolean
}

const NAME = /\[(\/?)([a-z][\w-]{0,60})(?=[\s\]/=])/iy
const ATTRIBUTE = /\s*(?:([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>[\]]+))|"([^"]*)"|'([^']*)'|([^\s"'<>[\]]+?)(?=\s|\/?\]))/y
/** What makes "[youtube …]" more than a word in brackets. */
const ADDRESS = /^(?:https?:)?\/\/|^\d{4,}/
const CLOSER = /\[\/([a-z][\w-]{0,60})\s*\]/gi

/**
 * Tells shortcodes from text in square brackets. WordPress has a list of those its plugins know; here a tag counts
 * when its name is known, when it has named values, an underscore, a slash before its end or an end tag further on:
 * "[sic]" and "[1]" stay words. Ask in the order of the text.
 */
export class ShortcodeReader {
  private readonly closers = new Map<string, number>()
  private readonly opened = new Set<string>()
  private readonly literals = new Set<string>()
  private closedAt = -1

  constructor(private readonly source: string) {
    if (source.includes('[/')) for (const match of source.matchAll(CLOSER)) this.closers.set(match[1]!, match.index)
  }

  /** The shortcode whose "[" stands at this place, or null when it is text. */
  at(start: number): Shortcode | null {
    const found = this.source[start + 1] === '[' ? this.literal(start) : this.tag(start)
    if (found === null) return null
    found.parts = found.kind === 'open' && this.closedAt === start
    if (found.kind === 'close') this.closedAt = found.end
    return found
  }

  private tag(start: number): Shortcode | null {
    NAME.lastIndex = start
    const head = NAME.exec(this.source)
    if (head === null) return null
    const name = head[2]!
    return head[1] === '/' ? this.closing(start, name, NAME.lastIndex) : this.opening(start, name, NAME.lastIndex)
  }

  private closing(start: number, name: string, after: number): Shortcode | null {
    const end = this.source.indexOf(']', after)
    if (end === -1 || this.source.slice(after, end).trim() !== '') return null
    if (this.literals.has(name) && this.source[end + 1] === ']') return this.make('literal', start, end + 2, name, {}, { raw: this.source.slice(start, end + 1) })
    if (!this.opened.has(name) && (isOrdinaryWord(name) || (!isShown(name) && !isLayout(name)))) return null
    return this.make('close', start, end + 1, name, {})
  }

  private opening(start: number, name: string, after: number): Shortcode | null {
    const read = readAttributes(this.source, after)
    if (read === null) return null
    const encloses = (this.closers.get(name) ?? -1) > start && !read.selfClosing
    const isValue = this.source[after] === '='
    const isTag = encloses || read.selfClosing || Object.keys(read.attributes).some((key) => !/^\d/.test(key))
    const isKnown = isOrdinaryWord(name) ? ADDRESS.test(read.attributes[0] ?? '') : isShown(name) || isLayout(name)
    if (isValue ? !isShown(name) : !isKnown && !isTag && !name.includes('_')) return null
    this.opened.add(name)
    if (encloses && isOpaque(name)) return this.opaque(start, name, read)
    return this.make('open', start, read.end, name, read.attributes, { encloses })
  }

  /** The content of a code listing is not HTML, whatever it looks like. */
  private opaque(start: number, name: string, read: Read): Shortcode {
    const close = this.source.indexOf(`[/${name}`, read.end)
    const end = this.source.indexOf(']', close) + 1
    return this.make('open', start, end, name, read.attributes, { content: this.source.slice(read.end, close), raw: this.source.slice(start, read.end) })
  }

  /** "[[gallery]]" is how one writes about a shortcode. */
  private literal(start: number): Shortcode | null {
    const inner = this.tag(start + 1)
    if (inner === null || inner.kind !== 'open') return null
    const isWhole = this.source[inner.end] === ']'
    if (!isWhole && !(inner.encloses && this.source.includes(`[/${inner.name}]]`, inner.end))) return null
    if (!isWhole) this.literals.add(inner.name)
    return this.make('literal', start, inner.end + (isWhole ? 1 : 0), inner.name, {}, { raw: this.source.slice(start + 1, inner.end) })
  }

  private make(kind: Shortcode['kind'], start: number, end: number, name: string, attributes: Record<string, string>, more: Partial<Shortcode> = {}): Shortcode {
    const role = isShown(name) ? 'shown' : isLayout(name) ? 'layout' : 'unknown'
    return { kind, name, attributes, raw: this.source.slice(start, end), end, encloses: false, content: null, role, parts: false, ...more }
  }
}

interface Read {
  attributes: Record<string, string>
  end: number
  selfClosing: boolean
}

function readAttributes(source: string, after: number): Read | null {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>
  let place = source[after] === '=' ? after + 1 : after
  let unnamed = 0
  for (;;) {
    ATTRIBUTE.lastIndex = place
    const match = isEnd(source, place) ? null : ATTRIBUTE.exec(source)
    if (match === null) break
    const value = match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? ''
    attributes[match[1]?.toLowerCase() ?? String(unnamed++)] = value.replace(/^[“”″]|[“”″]$/g, '')
    place = ATTRIBUTE.lastIndex
  }
  while (/\s/.test(source[place] ?? '')) place++
  const selfClosing = source[place] === '/'
  if (selfClosing) place++
  return source[place] === ']' ? { attributes, end: place + 1, selfClosing } : null
}

const END = /\s*\/?\]/y

/** True before "]" and "/]". */
function isEnd(source: string, place: number): boolean {
  END.lastIndex = place
  return END.test(source)
}
