import { Tokenizer } from 'htmlparser2'
import { readBlocks } from './blocks'
import { ShortcodeReader, type Shortcode } from './shortcodes'
import { TreeBuilder, VOID, type Element } from './tree'

/** Blocks that hold what was written in the classic editor. */
const CLASSIC = new Set(['core/freeform', 'core/shortcode'])

/** A body as a tree of elements, blocks and shortcodes. */
export function parseBody(content: string): Element {
  const tree = new TreeBuilder()
  let place = 0
  for (const comment of readBlocks(content)) {
    readInto(tree, content.slice(place, comment.start))
    if (comment.kind === 'open') tree.open('#block', {}, { comment })
    else if (comment.kind === 'void') tree.leaf('#block', {}, { comment })
    else tree.closeBlock(comment.name)
    place = comment.end
  }
  readInto(tree, content.slice(place))
  return tree.root
}

function readInto(tree: TreeBuilder, chunk: string): void {
  const block = tree.innerBlock
  const isClassic = block === null || CLASSIC.has(block.name)
  if (chunk.trim() === '') tree.text(chunk, isClassic)
  else new MarkupReader(tree, chunk, isClassic).read()
}

/** A piece of HTML as a tree, without lines being made into paragraphs. */
export function parseHtml(html: string): Element {
  const tree = new TreeBuilder()
  new MarkupReader(tree, html, false).read()
  return tree.root
}

/** Text with its entities read. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  let decoded = ''
  const source = text.replaceAll('<', '&lt;')
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => void (decoded += source.slice(start, end)),
      ontextentity: (code) => void (decoded += fromCode(code)),
      onattribdata: ignore, onattribend: ignore, onattribentity: ignore, onattribname: ignore, oncdata: ignore, onclosetag: ignore,
      oncomment: ignore, ondeclaration: ignore, onend: ignore, onopentagend: ignore, onopentagname: ignore, onprocessinginstruction: ignore, onselfclosingtag: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return decoded
}

/** A character by its number, without those that no text may hold. */
const fromCode = (code: number): string => (code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff)) ? String.fromCodePoint(code) : '')

/** Comments that WordPress puts into classic text to part it. */
const PARTING = /^\s*(more|nextpage|noteaser)\b/

const MOST_RECOVERIES = 5

/** Reads one piece of HTML with its shortcodes into a tree. */
class MarkupReader {
  private readonly shortcodes: ShortcodeReader | null
  private readonly tokenizer: Tokenizer
  /** Everything up to here belongs to a shortcode that was read. */
  private skipTo = 0
  /** Everything up to here has been read as a whole. */
  private done = 0
  private name = ''
  private attributes: Record<string, string> = {}
  private attribute = ''
  private value = ''

  constructor(
    private readonly tree: TreeBuilder,
    private readonly source: string,
    private readonly classic: boolean,
    private readonly recoveries = 0,
  ) {
    this.shortcodes = source.includes('[') ? new ShortcodeReader(source) : null
    this.tokenizer = new Tokenizer({}, this)
  }

  read(): void {
    this.tokenizer.write(this.source)
    this.tokenizer.end()
    if (this.done < this.source.length) this.recover(this.source.slice(this.done))
  }

  /** What follows a tag or comment that never ends is text all the same. */
  private recover(rest: string): void {
    const end = rest.indexOf('>')
    const isMarkup = /^<[!?/a-z]/i.test(rest)
    if (!isMarkup || end === -1) return this.tree.text(decodeEntities(rest.replaceAll('<!--', '')), this.classic)
    const after = rest.slice(end + 1)
    if (after === '') return
    // A quotation mark that is never closed: after a few of them none is trusted.
    const tame = this.recoveries < MOST_RECOVERIES ? after : after.replace(/=\s*["']/g, '=')
    new MarkupReader(this.tree, rest.startsWith('<!--') ? tame.replaceAll('<!--', '') : tame, this.classic, this.recoveries + 1).read()
  }

  ontext(start: number, end: number): void {
    this.done = Math.max(this.done, end)
    let place = Math.max(start, this.skipTo)
    if (place >= end) return
    let bracket = this.shortcodes === null || this.tree.isInCode ? -1 : this.source.indexOf('[', place)
    while (bracket !== -1 && bracket < end) {
      const shortcode = this.shortcodes!.at(bracket)
      if (shortcode !== null) {
        if (bracket > place) this.tree.text(this.source.slice(place, bracket), this.classic)
        this.take(shortcode)
        place = shortcode.end
      }
      bracket = this.source.indexOf('[', shortcode?.end ?? bracket + 1)
    }
    this.skipTo = Math.max(this.skipTo, place)
    if (place < end) this.tree.text(this.source.slice(place, end), this.classic)
  }

  ontextentity(code: number, end: number): void {
    this.done = Math.max(this.done, end)
    if (end > this.skipTo) this.tree.text(fromCode(code), this.classic)
  }

  private take(shortcode: Shortcode): void {
    const { kind, role, name } = shortcode
    if (kind === 'literal') return this.tree.text(decodeEntities(shortcode.raw), this.classic)
    if (role === 'unknown' && shortcode.parts) this.tree.text(' ', this.classic)
    if (kind === 'close') return void ((role === 'shown' && this.tree.closeShortcode(name)) || (role === 'layout' && this.tree.leaf('#break')))
    if (role === 'shown' && shortcode.encloses) return this.tree.open('#shortcode', {}, { shortcode })
    this.tree.leaf('#shortcode', {}, { shortcode })
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase()
    this.attributes = Object.create(null) as Record<string, string>
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase()
    this.value = ''
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end)
  }

  onattribentity(code: number): void {
    this.value += fromCode(code)
  }

  onattribend(): void {
    this.attributes[this.attribute] ??= this.value
  }

  onopentagend(end: number): void {
    this.done = end + 1
    if (end < this.skipTo) return
    if (VOID.has(this.name)) this.tree.leaf(this.name, this.attributes)
    else this.tree.open(this.name, this.attributes)
  }

  onselfclosingtag(end: number): void {
    this.done = end + 1
    if (end >= this.skipTo) this.tree.leaf(this.name, this.attributes)
  }

  onclosetag(start: number, end: number): void {
    const close = this.source.indexOf('>', end)
    this.done = close === -1 ? end : close + 1
    if (start >= this.skipTo) this.tree.close(this.source.slice(start, end).toLowerCase())
  }

  oncomment(start: number, end: number): void {
    if (end === this.source.length && !this.source.endsWith('>')) return
    this.done = end + 1
    const parting = PARTING.exec(this.source.slice(start, Math.min(end, start + 40)))?.[1]
    if (parting !== undefined && start >= this.skipTo) this.tree.leaf('#break', { what: parting })
  }

  oncdata(start: number, end: number): void {
    this.done = end + 1
    this.tree.text(this.source.slice(start, Math.max(start, end - 2)), this.classic)
  }

  ondeclaration(_start: number, end: number): void {
    this.done = end + 1
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.done = end + 1
  }

  onend(): void {}
}
