import { CDATA, CDATA_END, cdataPart } from './cdata'
import type { Elements } from './elements'
import { ENTITY_LENGTH, mendText } from './entities'
import type { Tape } from './tape'

/** A field is read up to this length, in UTF-16 units: ten times the largest that sites are known to keep. */
const MAX_FIELD = 32 * 1024 * 1024

/** Copies the text between two tags so that XML reads it as it was meant. */
export class Content {
  /** A CDATA section has begun since the last tag. */
  hasCdata = false
  private isTold = false
  private length = 0

  constructor(
    private readonly tape: Tape,
    private readonly elements: Elements,
  ) {}

  /** To be called after each tag. */
  begin() {
    this.length = 0
    this.hasCdata = this.isTold = false
  }

  /** Text up to the next "<" at `next`, or when there is none (-1) as far as it is sure. */
  words(next: number) {
    const { tape } = this
    const from = tape.at
    const end = next === -1 ? this.sureEnd() : next
    if (this.elements.depth === 0 || this.elements.isOver) this.outside(end)
    else if (end > from) this.pass(end, mendText(tape.text.slice(from, end), (sort, at, message) => tape.say(sort, message, from + at)))
  }

  /** What stands before or behind the outermost element. */
  outside(end: number) {
    const { tape, elements } = this
    const first = tape.text.slice(tape.at, end).search(/\S/)
    if (first !== -1 && !this.isTold) tape.say('outside', `What stands ${elements.isOver ? 'behind' : 'before'} the export was left out.`, tape.at + first)
    this.isTold ||= first !== -1
    tape.skip(end)
  }

  /** A "<" that is no tag. */
  lessThan() {
    const { tape, elements } = this
    if (elements.field !== null && !this.isTold) tape.say('markup', `The text of <${elements.top}> has markup that is not escaped; it was kept as text.`)
    this.isTold = true
    this.pass(tape.at + 1, elements.depth === 0 ? '' : '&lt;')
  }

  beginCdata() {
    this.hasCdata = true
    this.tape.pass(this.tape.at + CDATA.length)
  }

  /** Goes on in a CDATA section: it has ended, goes on, or needs more text to tell. */
  cdata(): 'ended' | 'done' | 'more' {
    const { tape, elements } = this
    const { kind, end } = cdataPart(tape.text, tape.at, elements.top, tape.isLast)
    const isMarked = kind === 'closed' || kind === 'stray'
    this.pass(isMarked ? end - CDATA_END.length : end)
    switch (kind) {
      case 'content':
        return 'more'
      case 'closed':
        tape.pass(end)
        return 'ended'
      case 'stray':
        tape.say('bracket', `A “]]>” within the text of <${elements.top}> was kept as text.`)
        // Cut in two, as WordPress should have done.
        this.pass(end, `]]${CDATA_END}${CDATA}>`)
        return 'done'
      case 'unclosed':
        tape.say('cdata', `The CDATA section of <${elements.top}> has no end; it was ended with its field.`)
        tape.insert(CDATA_END)
        return 'ended'
    }
  }

  /** The end of the text that is here, short of an entity or a "]]>" that may be cut in two. */
  private sureEnd(): number {
    const { text, at, isLast } = this.tape
    if (isLast) return text.length
    const entity = text.lastIndexOf('&')
    if (entity >= at && text.length - entity < ENTITY_LENGTH && !text.includes(';', entity)) return entity
    let end = text.length
    while (end > at && text.length - end < CDATA_END.length - 1 && text[end - 1] === ']') end--
    return end
  }

  private pass(end: number, mended?: string) {
    const { tape, elements } = this
    const before = this.length
    this.length += end - tape.at
    if (this.length <= MAX_FIELD) return tape.pass(end, mended)
    if (before <= MAX_FIELD) tape.say('long', `The text of <${elements.top}> is longer than ${MAX_FIELD / 1024 / 1024} million characters; the rest of it was left out.`)
    tape.skip(end)
  }
}
