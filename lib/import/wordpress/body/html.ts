import { classicLines } from './autop'
import { HANDLERS } from './elements'
import { Run } from './inline'
import type { Job } from './job'
import { paragraph } from './lexical'
import { splitLines } from './lines'
import { BLOCKS, type Style } from './style'
import type { Child, Element, Text } from './tree'
import type { Node } from './types'

/** Turns elements into nodes of the rich text, in the order of the text. */
export class Flow {
  readonly out: Node[] = []
  private readonly run: Run

  constructor(
    readonly job: Job,
    private readonly style: Style,
    private readonly wrap: (children: Node[]) => Node = paragraph,
  ) {
    this.run = new Run(() => job.nextId())
  }

  /** The nodes of some elements, apart from what is around them. */
  nodes(children: readonly Child[], style: Style, wrap?: (children: Node[]) => Node): Node[] {
    const flow = new Flow(this.job, style, wrap)
    flow.inside(children, style)
    flow.flush()
    return flow.out
  }

  inside(children: readonly Child[], style: Style): void {
    for (const child of children) {
      if (child.kind === 'text') this.text(child, style)
      else this.element(child, style)
    }
  }

  /** Words in a line of their own. */
  words(text: string, style: Style): void {
    if (style.pre) this.run.addAsItIs(text, style.format, style.link)
    else this.run.add(text, style.format, style.link)
  }

  lineBreak(style: Style): void {
    if (style.pre) return this.run.addAsItIs('\n', style.format, style.link)
    if (style.mode === 'line') return this.run.add(' ', style.format, style.link)
    if (style.mode === 'block' && this.run.isAtBreak && !this.run.isAfterNewline) return this.flush()
    this.run.break()
  }

  /** Puts a finished node after what is there. */
  add(node: Node | null): void {
    this.flush()
    if (node !== null) this.out.push(node)
  }

  addAll(nodes: readonly Node[]): void {
    this.flush()
    for (const node of nodes) this.out.push(node)
  }

  /** Ends the paragraph. */
  flush(): void {
    if (this.run.isEmpty) return
    const nodes = this.run.finish()
    if (!nodes.some(hasWords)) return
    if (this.style.mode !== 'block' || this.style.pre || this.wrap !== paragraph) this.out.push(this.wrap(nodes))
    else for (const node of splitLines(this.job, nodes)) this.out.push(node)
  }

  private text({ text, classic }: Text, style: Style): void {
    if (!classic || style.pre || style.mode !== 'block' || !text.includes('\n')) return this.words(text, style)
    for (const { line, gap } of classicLines(text)) {
      this.words(line, style)
      if (gap === 'paragraph') this.flush()
      else if (gap === 'line') this.run.break(true)
    }
  }

  private element(element: Element, style: Style): void {
    const handler = HANDLERS.get(element.name)
    const isBlock = BLOCKS.has(element.name)
    if (isBlock) this.flush()
    if (handler !== undefined) handler(this, element, style)
    else this.inside(element.children, style)
    if (isBlock) this.flush()
  }
}

const hasWords = (node: Node): boolean => (node.type === 'text' ? /\S/.test(String(node.text)) : Array.isArray(node.children) && (node.children as Node[]).some(hasWords))
