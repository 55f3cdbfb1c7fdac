import { createHash } from 'node:crypto'
import type { Headings } from './anchors'
import { readFootnotes, type Footnote } from './footnotes'
import { block, fieldsOf } from './lexical'
import { Notes } from './notes'
import type { BodyContext, Node } from './types'

/** Copies of reusable blocks in one body; more is a body made to do harm. */
const MOST_REUSED = 200

/** What is known and gathered while one body is converted. */
export class Job {
  readonly notes = new Notes()
  /**
   * The words of the old body that a node stands for, where they are not those in it: none for one whose words
   * are ours, the label and headline of a "read also" line, the address of a video.
   */
  readonly counted = new Map<Node, string>()
  /** Blocks whose title or caption is ours, for want of one. */
  readonly untitled = new Set<Node>()
  /** What pictures show, by the number of their media document. */
  readonly alts = new Map<number, string>()
  /** Tags of page builders that were left out, by name. */
  readonly layout = new Map<string, number>()
  /** Anchors of the body's headings, where something in it links to one. */
  headings: Headings = new Map()
  readonly footnotes: readonly Footnote[]
  /** They have found their place. */
  footnotesShown = false
  private readonly prefix: string
  private ids = 0
  private reused = 0
  private readonly reusing = new Set<number>()

  constructor(
    readonly context: BodyContext,
    readonly content: string,
  ) {
    this.footnotes = readFootnotes(context.footnotes)
    this.prefix = createHash('sha1').update(content).digest('hex').slice(0, 16)
  }

  /** The next id for a block, row or link: the same every time this body is converted. */
  nextId(): string {
    return this.prefix + (++this.ids).toString(16).padStart(8, '0')
  }

  /** A block of the body; `counted` says which words of the old body it stands for when they are not its own. */
  block(type: string, fields: Node, counted?: string): Node {
    const node = block(this.nextId(), type, fields)
    if (counted !== undefined) this.counted.set(node, counted)
    return node
  }

  /** Gives a block of the body other fields, and keeps account of the words they bring. */
  refill(node: Node, fields: Node, words: string): void {
    node.fields = { ...fieldsOf(node), ...fields }
    const before = this.counted.get(node)
    if (before !== undefined) this.counted.set(node, `${before} ${words}`)
  }

  /** Runs `make` with the content of a reusable block; null when it is not there or is inside itself. */
  reuse<T>(ref: number, make: (content: string) => T): T | null {
    if (this.reusing.has(ref) || ++this.reused > MOST_REUSED) return null
    const content = this.context.reusable(ref)
    if (content === null) return null
    this.reusing.add(ref)
    const made = make(content)
    this.reusing.delete(ref)
    return made
  }
}
