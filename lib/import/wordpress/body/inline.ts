import { childrenOf, lineBreak, link as linkNode, textNode, type LinkFields } from './lexical'
import type { Node } from './types'

/** A link that words stand in; the same object for all of them. */
export interface Link {
  fields: LinkFields
  /** The address in the old body. */
  from: string
  /** It leads to the file or the page of the picture that stands in it. */
  toFile: boolean
}

/** A line or paragraph of words as it is being put together: white space made single, equal marks joined. */
export class Run {
  private nodes: Node[] = []
  private tail: 'start' | 'space' | 'word' | 'break' = 'start'
  private linked: { link: Link; children: Node[] } | null = null
  private newline = false

  constructor(private readonly nextId: () => string) {}

  get isEmpty(): boolean {
    return this.nodes.length === 0
  }

  /** The last thing added is a line break. */
  get isAtBreak(): boolean {
    return this.tail === 'break'
  }

  /** … which came from the end of a line. */
  get isAfterNewline(): boolean {
    return this.tail === 'break' && this.newline
  }

  add(raw: string, format: number, link: Link | null): void {
    let text = /[\t\n\r\f]| {2}/.test(raw) ? raw.replace(/[ \t\n\r\f]+/g, ' ') : raw
    if (this.tail !== 'word' && text.startsWith(' ')) text = text.slice(1)
    if (text === '') return
    this.put(text, format, link)
    this.tail = text.endsWith(' ') ? 'space' : 'word'
  }

  /** Adds words of a listing or a poem, white space as it stands. */
  addAsItIs(text: string, format: number, link: Link | null): void {
    const lines = text.replaceAll('\t', '    ').split('\n')
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.nodes.push(lineBreak())
      if (i > 0) this.linked = null
      if (line !== '') this.put(line, format, link)
    }
    this.tail = 'word'
  }

  /** A line break: from a <br> or, in classic text, from the end of a line (which adds none next to a <br>). */
  break(fromNewline = false): void {
    if (this.tail === 'start') return
    if (this.tail === 'break' && (fromNewline || this.newline)) {
      this.newline &&= fromNewline
      return
    }
    this.trim()
    this.nodes.push(lineBreak())
    this.linked = null
    this.tail = 'break'
    this.newline = fromNewline
  }

  /** The nodes of the run, which is empty after. */
  finish(): Node[] {
    this.trim()
    const nodes = this.nodes
    while (nodes.length > 0 && nodes.at(-1)!.type === 'linebreak') {
      nodes.pop()
      trimEnd(nodes)
    }
    this.nodes = []
    this.tail = 'start'
    this.linked = null
    return nodes
  }

  private put(text: string, format: number, link: Link | null): void {
    const into = link === null ? this.nodes : this.childrenOfLink(link)
    if (link === null) this.linked = null
    const last = into.at(-1)
    if (last?.type === 'text' && last.format === format) last.text = String(last.text) + text
    else into.push(textNode(text, format))
  }

  private childrenOfLink(link: Link): Node[] {
    if (this.linked?.link === link) return this.linked.children
    const children: Node[] = []
    this.nodes.push(linkNode(this.nextId(), { ...link.fields }, children))
    this.linked = { link, children }
    return children
  }

  private trim(): void {
    if (this.tail === 'space') trimEnd(this.nodes)
  }
}

/** Takes white space off the end of a run, and what is empty without it. */
function trimEnd(nodes: Node[]): void {
  const last = nodes.at(-1)
  if (last === undefined) return
  if (last.type === 'text') last.text = trimmed(String(last.text))
  else trimEnd(childrenOf(last))
  if (last.type === 'text' ? last.text === '' : last.type === 'link' && childrenOf(last).length === 0) {
    nodes.pop()
    trimEnd(nodes)
  }
}

function trimmed(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\n\r\f'.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}
