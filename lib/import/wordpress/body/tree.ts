import type { BlockComment } from './blocks'
import type { Shortcode } from './shortcodes'
import { BLOCKS } from './style'

export interface Text {
  kind: 'text'
  text: string
  /** Written in the classic editor: blank lines part paragraphs, line ends are line breaks. */
  classic: boolean
}

/** An HTML element; also a block ("#block"), a shortcode ("#shortcode") and a place where words part ("#break"). */
export interface Element {
  kind: 'element'
  name: string
  attributes: Record<string, string>
  children: Child[]
  /** Its own end tag was there. */
  closed: boolean
  comment: BlockComment | null
  shortcode: Shortcode | null
}

export type Child = Text | Element

/** Deeper than any newsroom writes; what is deeper is joined to the element above it. */
const DEEPEST = 100

export const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', '#break'])
const TABLE_PARTS = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'])
const CELLS = new Set(['td', 'th', 'caption'])
const WALLS = new Set(['#block', '#shortcode', 'table', 'td', 'th', 'blockquote', 'figure', 'ul', 'ol', 'dl', 'select'])

/** What the start of an element ends without an end tag of its own, up to the nearest wall. */
const ENDED_BY: Record<string, ReadonlySet<string>> = {
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  option: new Set(['option']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  tr: new Set(['td', 'th', 'tr']),
  tbody: new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot']),
  thead: new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot']),
  tfoot: new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot']),
}
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const PARAGRAPH_ENDERS = new Set(['p', 'div', 'ul', 'ol', 'li', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'blockquote', 'pre', 'figure', 'hr', 'section', 'article', 'details', '#block'])

/** Builds the tree of a body from tags in whatever order they come. */
export class TreeBuilder {
  readonly root: Element = makeElement('#root')
  private readonly stack: Element[] = [this.root]
  /** Open elements below that. */
  private readonly tooDeep: string[] = []
  private code = 0

  /** Inside code nothing is a shortcode. */
  get isInCode(): boolean {
    return this.code > 0
  }

  /** The block that what comes next stands in; null outside blocks. */
  get innerBlock(): BlockComment | null {
    return this.stack.findLast((element) => element.comment !== null)?.comment ?? null
  }

  text(text: string, classic: boolean): void {
    const { children } = this.top
    const last = children.at(-1)
    if (last?.kind === 'text' && last.classic === classic) last.text += text
    else children.push({ kind: 'text', text, classic })
  }

  open(name: string, attributes: Record<string, string> = {}, more: Partial<Element> = {}): void {
    this.endImplied(name)
    const element = makeElement(name, attributes, more)
    if (this.stack.length <= DEEPEST) return this.push(element)
    this.tooDeep.push(name)
    if (BLOCKS.has(name)) this.leaf('#break')
  }

  /** An element without content. */
  leaf(name: string, attributes: Record<string, string> = {}, more: Partial<Element> = {}): void {
    this.endImplied(name)
    this.top.children.push(makeElement(name, attributes, { closed: true, ...more }))
  }

  close(name: string): void {
    const deep = this.tooDeep.pop()
    if (deep !== undefined) return BLOCKS.has(deep) ? this.leaf('#break') : undefined
    const place = this.find(name)
    if (place !== -1) return this.closeAt(place)
    if (name === 'p') this.leaf('p')
    if (name === 'br') this.leaf('br')
  }

  closeBlock(name: string): void {
    const place = this.stack.findLastIndex((element) => element.comment?.name === name)
    if (place !== -1) this.closeAt(place)
  }

  closeShortcode(name: string): boolean {
    const wall = this.stack.findLastIndex((element) => element.name === '#block')
    const place = this.stack.findLastIndex((element) => element.shortcode?.name === name)
    if (place <= wall || place === -1) return false
    this.closeAt(place)
    return true
  }

  private get top(): Element {
    return this.stack[this.stack.length - 1]!
  }

  private push(element: Element): void {
    this.top.children.push(element)
    this.stack.push(element)
    if (isCode(element)) this.code++
  }

  private closeAt(place: number): void {
    this.stack[place]!.closed = true
    this.tooDeep.length = 0
    this.popTo(place)
  }

  private popTo(length: number): void {
    while (this.stack.length > length) if (isCode(this.stack.pop()!)) this.code--
  }

  /** The innermost open element of this name that an end tag here may end. */
  private find(name: string): number {
    for (let place = this.stack.length - 1; place > 0; place--) {
      const { name: open } = this.stack[place]!
      if (open === name) return place
      if (open === '#block' || open === '#shortcode' || (CELLS.has(open) && !TABLE_PARTS.has(name))) return -1
    }
    return -1
  }

  private endImplied(name: string): void {
    if ((this.top.name === 'p' && PARAGRAPH_ENDERS.has(name)) || (HEADINGS.has(this.top.name) && HEADINGS.has(name))) this.popTo(this.stack.length - 1)
    const ended = ENDED_BY[name]
    if (ended === undefined) return
    let outermost = -1
    for (let place = this.stack.length - 1; place > 0; place--) {
      const open = this.stack[place]!.name
      if (ended.has(open)) outermost = place
      else if (WALLS.has(open)) break
    }
    if (outermost !== -1) this.popTo(outermost)
  }
}

const isCode = (element: Element) => element.name === 'pre' || element.name === 'code'

export function makeElement(name: string, attributes: Record<string, string> = {}, more: Partial<Element> = {}): Element {
  return { kind: 'element', name, attributes, children: [], closed: false, comment: null, shortcode: null, ...more }
}

/** True when one of the element's classes is this. */
export const hasClass = (element: Element, name: string): boolean => {
  const classes = element.attributes.class
  return classes !== undefined && classes.includes(name) && classes.split(/\s+/).includes(name)
}

/** The first element of this kind in here, in the order of the text. */
export function firstInside(element: Element, matches: (element: Element) => boolean): Element | null {
  for (const child of element.children) {
    if (child.kind === 'text') continue
    const found = matches(child) ? child : firstInside(child, matches)
    if (found !== null) return found
  }
  return null
}

const WORDLESS = new Set(['script', 'style', 'svg', 'noscript', 'template'])

/** The words in here in the order of the text, with spaces where lines and paragraphs part. */
export function rawText(children: readonly Child[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : WORDLESS.has(child.name) ? '' : child.name === 'br' || BLOCKS.has(child.name) ? ` ${rawText(child.children)} ` : rawText(child.children))).join('')
}
