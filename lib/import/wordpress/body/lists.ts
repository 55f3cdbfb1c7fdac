import type { Flow } from './html'
import type { Job } from './job'
import { childrenOf, lineBreak, list } from './lexical'
import { gallery, isGallery } from './galleries'
import { isWords } from './plain'
import type { Style } from './style'
import type { Child, Element } from './tree'
import type { Node } from './types'

/** A <ul> or <ol>. What a list cannot hold (pictures, tables, videos) parts it in two, so that the order stays. */
export function listOf(flow: Flow, element: Element, style: Style): void {
  if (isGallery(element)) return gallery(flow, element, style)
  const ordered = element.name === 'ol'
  const start = ordered && /^\d{1,6}$/.test(element.attributes.start ?? '') ? Number(element.attributes.start) : 1
  const builder = new ListBuilder(flow.job, ordered, start)
  for (const entry of entriesIn(element.children)) {
    builder.begin()
    for (const node of flow.nodes(entry, { ...style, mode: 'item' })) builder.add(node)
  }
  const made = builder.finish()
  if (start !== 1) flow.job.notes.add('changed', 'list-number', `A numbered list began with ${start}; here it begins with 1.`)
  flow.addAll(made)
}

/** The content of each entry: <li> elements, what stands between them, and neither block comments nor blank text. */
function* entriesIn(children: readonly Child[]): Generator<Child[]> {
  for (const child of children) {
    if (child.kind === 'text') {
      if (child.text.trim() !== '') yield [child]
    } else if (child.name === '#block' && child.comment?.name === 'core/list-item') yield* entriesIn(child.children)
    else if (child.name === 'li') yield child.children
    else yield [child]
  }
}

/** Puts lists together from entries whose parts come one by one. */
class ListBuilder {
  private readonly made: Node[] = []
  private entries: Node[][] = []
  /** Words of the entry that is being read; null before the first of them. */
  private words: Node[] | null = null
  private passed = 0

  constructor(
    private readonly job: Job,
    private readonly ordered: boolean,
    private readonly start: number,
  ) {}

  begin(): void {
    this.words = null
  }

  add(node: Node): void {
    if (!isWords(this.job, node)) {
      this.part()
      this.made.push(node)
    } else if (node.type === 'list') {
      this.words = null
      // A list whose own entry is not here would hang below nothing.
      if (this.entries.length === 0) this.made.push(node)
      else this.entries.push([node])
    } else if (this.words === null) {
      this.words = [...childrenOf(node)]
      this.entries.push(this.words)
    } else {
      this.words.push(lineBreak())
      for (const child of childrenOf(node)) this.words.push(child)
    }
  }

  finish(): Node[] {
    this.part()
    return this.made
  }

  private part(): void {
    if (this.entries.length > 0) this.made.push(list(this.ordered, this.start + this.passed, this.entries))
    this.passed += this.entries.filter(([first]) => first?.type !== 'list').length
    this.entries = []
    this.words = null
  }
}
