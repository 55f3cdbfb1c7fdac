import { mendText } from './entities'
import { endsGroup, isField } from './names'
import type { Tag } from './tags'
import type { Tape } from './tape'

type Open = Extract<Tag, { kind: 'open' }>
type Close = Extract<Tag, { kind: 'close' }>

/** Copies tags so that every element that opens also closes, in the right order. */
export class Elements {
  /** The names of the open elements. */
  private readonly names: string[] = []

  /** The outermost element has ended; it stays open in the copy until nothing more can follow. */
  isOver = false

  constructor(private readonly tape: Tape) {}

  get depth(): number {
    return this.names.length
  }

  get top(): string {
    return this.names.at(-1) ?? ''
  }

  /** The field that is open; null between fields. */
  get field(): string | null {
    return isField(this.top) ? this.top : null
  }

  open(tag: Open) {
    const { tape } = this
    while (endsGroup(tag.name, this.top)) this.closeMissing(`<${tag.name}>`)
    if (tag.name === 'item' && this.names.includes('item')) this.closeDownTo('item', '<item>')
    if (tag.isBroken) tape.say('attribute', `The attributes of <${tag.name}> cannot be read whole.`)
    const from = tape.at
    const attributes = mendText(tag.attributes, (sort, _, message) => tape.say(sort, message, from))
    // The outermost element cannot be empty: it is an export's, or nothing is.
    const isEmpty = tag.isEmpty && this.depth > 0
    const isSound = !tag.isBroken && attributes === tag.attributes && isEmpty === tag.isEmpty
    tape.pass(tag.end, isSound ? undefined : `<${tag.name}${attributes}${isEmpty ? '/' : ''}>`)
    if (!isEmpty) this.names.push(tag.name)
  }

  close({ name, end }: Close) {
    const { tape } = this
    if (!this.names.includes(name)) {
      tape.say('unopened', `</${name}> closes nothing that is open; it was left out.`)
      return tape.skip(end)
    }
    while (this.top !== name) this.closeMissing(`</${name}>`)
    if (this.depth === 1) {
      this.isOver = true
      return tape.skip(end)
    }
    tape.pass(end, `</${name}>`)
    this.names.pop()
  }

  /** Closes the innermost element, whose own end is missing before `next`. */
  closeMissing(next: string) {
    const name = this.names.pop() ?? ''
    this.tape.say('unclosed', `<${name}> has no end before ${next}; it was ended there.`)
    this.tape.insert(`</${name}>`)
  }

  /** To be called at the end of the text, when the outermost element has ended. */
  finish() {
    this.tape.insert(`</${this.names.pop()}>`)
  }

  private closeDownTo(name: string, next: string) {
    while (this.names.includes(name)) this.closeMissing(next)
  }
}
