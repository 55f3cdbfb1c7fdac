import { hasFootnoteMarks, readFootnotes } from './footnotes'
import { decodeEntities } from './markup'
import { encodedHtml, wordsInTag } from './shortcode-words'
import { isCode } from './shortcode-names'
import { ShortcodeReader, type Shortcode } from './shortcodes'
import { BLOCKS } from './style'
import type { BodyContext } from './types'

/** Copies of shared blocks that are read in one body. */
const MOST_REUSED = 200

/**
 * The words that a reader of the old site saw in a body. This knows nothing of how bodies are converted: it takes
 * tags, comments and shortcodes out of the text and leaves the rest, so that the two can be compared.
 */
export function visibleText(content: string, context: BodyContext): string {
  const reader = new VisibleText(context)
  reader.readBody(content)
  if (hasFootnoteMarks(content)) reader.footnotes()
  return reader.parts.join('')
}

const COMMENT = /^\s*wp:(block|footnotes)\b[^{]*(?:\{[^]*?"ref"\s*:\s*"?(\d+))?/
const BOUNDARY = /\s*\/?wp:/iy
const PARTING = /^\s*(?:more|nextpage|noteaser)\b/

class VisibleText {
  readonly parts: string[] = []
  private readonly reusing = new Set<string>()
  private reused = 0
  private noted = false

  constructor(private readonly context: BodyContext) {}

  /** Blocks are read one by one: a shortcode does not reach from one into another. */
  readBody(content: string): void {
    let place = 0
    for (let start = content.indexOf('<!--'); start !== -1; start = content.indexOf('<!--', start + 4)) {
      BOUNDARY.lastIndex = start + 4
      if (!BOUNDARY.test(content)) continue
      const end = content.indexOf('-->', start + 4)
      if (end === -1) break
      this.readHtml(content.slice(place, start))
      this.parts.push('\n')
      this.readShared(content.slice(start + 4, end))
      place = end + 3
    }
    this.readHtml(content.slice(place))
  }

  footnotes(): void {
    if (this.noted) return
    this.noted = true
    for (const { content } of readFootnotes(this.context.footnotes)) {
      this.parts.push('\n')
      this.readHtml(content)
    }
  }

  private readShared(comment: string): void {
    const [, name, ref] = COMMENT.exec(comment) ?? []
    if (name === 'footnotes') this.footnotes()
    if (name !== 'block' || ref === undefined || this.reusing.has(ref) || ++this.reused > MOST_REUSED) return
    const shared = this.context.reusable(Number(ref))
    if (shared === null) return
    this.reusing.add(ref)
    this.readBody(shared)
    this.reusing.delete(ref)
  }

  private readHtml(html: string): void {
    if (html.trim() !== '') this.parts.push(decodeEntities(new Markup(html).text()))
  }
}

const PARTED_BY = new Set([...BLOCKS, 'br', 'img', 'iframe', 'video', 'audio', 'object', 'embed'])
/** What is in these is not text, or only for browsers that cannot show them; the first few hold no tags. */
const RAW = new Set(['script', 'style', 'title', 'textarea'])
const HIDDEN = new Set([...RAW, 'iframe', 'noscript', 'video', 'audio', 'object', 'svg', 'canvas', 'template', 'map'])
const escaped = (text: string) => text.replaceAll('&', '&amp;')

/** One piece of HTML without what is not text; entities as they stand. */
class Markup {
  private readonly shortcodes: ShortcodeReader | null
  /** What does not come again in the text: looking for it over and over would take for ever. */
  private readonly absent = new Set<string>()
  private out = ''
  private code = 0

  constructor(private readonly html: string) {
    this.shortcodes = html.includes('[') ? new ShortcodeReader(html) : null
  }

  text(): string {
    const sign = /[<[]/g
    let place = 0
    for (let match = sign.exec(this.html); match !== null; match = sign.exec(this.html)) {
      const next = match[0] === '<' ? this.tag(match.index, place) : this.bracket(match.index, place)
      if (next === null) continue
      place = next
      sign.lastIndex = next
    }
    return this.out + this.html.slice(place)
  }

  /** The place after the shortcode here, or null when it is text. */
  private bracket(at: number, from: number): number | null {
    const shortcode = this.code > 0 ? null : (this.shortcodes?.at(at) ?? null)
    if (shortcode === null) return null
    this.out += this.html.slice(from, at) + this.wordsOf(shortcode)
    return shortcode.end
  }

  private wordsOf(shortcode: Shortcode): string {
    const { kind, role, name, content, raw, attributes, parts } = shortcode
    if (kind === 'literal') return raw
    if (role === 'unknown') return parts ? ' ' : ''
    if (kind === 'close') return ' '
    if (content !== null) return isCode(name) ? ` ${content.replaceAll('<', '&lt;')} ` : name === 'vc_raw_html' ? ` ${new Markup(encodedHtml(shortcode) ?? '').text()} ` : ' '
    const words = wordsInTag(name, attributes)
    return ` ${name.endsWith('caption') ? new Markup(words).text() : escaped(words)} `
  }

  /** The place after the tag or comment here, or null when it is text. */
  private tag(at: number, from: number): number | null {
    const { html } = this
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(html.slice(at, at + 60))?.[1]?.toLowerCase()
    if (name === undefined) return this.declaration(at, from)
    if (this.find('>', at) === -1) return null
    const end = html[at + 1] === '/' ? this.find('>', at) : this.endOfTag(at + 1 + name.length)
    const first = end === -1 ? html.indexOf('>', at) : end
    this.out += html.slice(from, at) + (end === -1 ? '' : this.gap(name, html.slice(at, end + 1)))
    return end === -1 || html[at + 1] === '/' || html[end - 1] === '/' ? first + 1 : this.afterHidden(name, first + 1)
  }

  /** What stands in a tag's place. */
  private gap(name: string, tag: string): string {
    const isEnd = tag[1] === '/'
    if (name === 'pre' || name === 'code') this.code = Math.max(0, this.code + (isEnd ? -1 : 1))
    if (name === 'q') return isEnd ? '”' : '“'
    if (name === 'img' && /\bclass=["'][^"']*(?:\bemoji\b|\bwp-smiley\b)/.test(tag)) return /\balt="([^"]*)"/.exec(tag)?.[1] ?? ' '
    return PARTED_BY.has(name) ? '\n' : ''
  }

  private find(what: string, from: number): number {
    const place = this.absent.has(what) ? -1 : this.html.indexOf(what, from)
    if (place === -1) this.absent.add(what)
    return place
  }

  private endOfTag(from: number): number {
    const { html } = this
    for (let i = from; i < html.length; i++) {
      if (html[i] === '>') return i
      if (html[i] !== '=') continue
      while (/\s/.test(html[i + 1] ?? '')) i++
      const quote = html[i + 1]
      if (quote !== '"' && quote !== "'") continue
      i = this.find(quote, i + 2)
      if (i === -1) return -1
    }
    return -1
  }

  private afterHidden(name: string, from: number): number {
    if (!HIDDEN.has(name)) return from
    const closing = new RegExp(`</${name}(?=[\\s>])[^>]*>`, 'gi')
    closing.lastIndex = from
    const found = this.absent.has(name) ? null : closing.exec(this.html)
    if (found !== null) return closing.lastIndex
    this.absent.add(name)
    return RAW.has(name) ? this.html.length : from
  }

  private declaration(at: number, from: number): number | null {
    const { html } = this
    if (html.startsWith('<!--', at)) return this.comment(at, from)
    if (!/^<(?:[!?]|\/[^a-z>])/i.test(html.slice(at, at + 3))) return null
    const isData = html.startsWith('<![CDATA[', at)
    const end = this.find(isData ? ']]>' : '>', at)
    if (end === -1) return null
    this.out += html.slice(from, at) + (isData ? escaped(html.slice(at + 9, end)) : '')
    return end + (isData ? 3 : 1)
  }

  private comment(at: number, from: number): number {
    const { html } = this
    const end = this.find('-->', at + 2)
    const first = end === -1 ? this.find('>', at) : end
    this.out += html.slice(from, at)
    if (end !== -1 && PARTING.test(html.slice(at + 4, Math.min(end, at + 40)))) this.out += '\n'
    return end !== -1 ? end + 3 : first === -1 ? at + 4 : first + 1
  }
}
