import { beginning, notAnExport, SECOND_EXPORT } from './beginning'
import { CDATA } from './cdata'
import { Content } from './content'
import { Elements } from './elements'
import { endsField, NAME } from './names'
import type { Place } from './place'
import type { Problems } from './problems'
import { tagAt, type Tag } from './tags'
import { Tape } from './tape'

/** Why the file cannot be read any further. */
export interface Failure {
  place: Place
  /** A sentence or two for the operator; null when the file just ends, which is told with the item it ends in. */
  message: string | null
}

/** Either a part of the text was dealt with, or more of it is needed. */
type Step = 'done' | 'more'

/** Elements deeper than this are taken for text. */
const MAX_DEPTH = 100

const MAX_NAME = 256
const MAX_DECLARATION = 64 * 1024

const NAMED = new RegExp(String.raw`<(/?)(${NAME})(?=[\s>/])`, 'uy')
const UNNAMED_YET = new RegExp(String.raw`^</?(?:${NAME})?$`, 'u')
const DECLARATION = /<![^[>]*(?:\[[^\]]*\][^>]*)?>/y

/**
 * Makes XML of what only resembles it, so that a strict reader can follow: elements are balanced, the text of
 * fields is escaped, a CDATA section ends where it was meant to. A well-formed export passes unchanged but for
 * comments, instructions and the document type, which are left out.
 */
export class Mender {
  failure: Failure | null = null

  private readonly tape: Tape
  private readonly elements: Elements
  private readonly content: Content
  private state: () => Step = this.start

  constructor(problems: Problems) {
    this.tape = new Tape(problems)
    this.elements = new Elements(this.tape)
    this.content = new Content(this.tape, this.elements)
  }

  /** Text in, mended text out; what cannot be told without more of it stays behind. */
  push(text: string): string {
    const { tape } = this
    tape.feed(text)
    while (this.failure === null && tape.at < tape.text.length && this.state() === 'done');
    return tape.take()
  }

  end(): string {
    this.tape.isLast = true
    const mended = this.push('')
    if (this.failure !== null) return mended
    if (this.state === this.start) this.start()
    else if (this.elements.isOver) this.elements.finish()
    else this.failure = { place: this.tape.place, message: null }
    return mended + this.tape.take()
  }

  private start(): Step {
    const { tape } = this
    const found = beginning(tape.text.slice(tape.at), tape.isLast)
    if (found === null) return 'more'
    if ('message' in found) return this.fail(found.message)
    this.content.outside(tape.at + found.at)
    return this.enter(this.markup)
  }

  private markup(): Step {
    const { tape, elements, content } = this
    const next = tape.text.indexOf('<', tape.at)
    if (next !== tape.at) {
      content.words(next)
      return next === -1 ? 'more' : 'done'
    }
    if (tape.mayStartWith(CDATA)) return 'more'
    if (elements.depth > 0 && !elements.isOver && tape.startsWith(CDATA)) {
      content.beginCdata()
      return this.enter(this.cdata)
    }
    return elements.field === null ? this.betweenFields() : this.withinField(elements.field)
  }

  private cdata(): Step {
    const step = this.content.cdata()
    return step === 'ended' ? this.enter(this.markup) : step
  }

  /** A "<" within a field: its end, the beginning of something else, or text that should have been escaped. */
  private withinField(field: string): Step {
    const { tape, elements, content } = this
    if (tape.startsWith(`</${field}>`)) return this.betweenFields()
    NAMED.lastIndex = tape.at
    const [, slash, name] = NAMED.exec(tape.text) ?? []
    if (name === undefined && this.mayBeNamed()) return 'more'
    const isOwnEnd = slash === '/' && name === field
    if (name !== undefined && endsField(name, field) && !isOwnEnd) {
      elements.closeMissing(`<${slash}${name}>`)
      content.begin()
    } else if (name !== undefined && (isOwnEnd || (slash === '/' && content.hasCdata))) {
      // After a CDATA section nothing but the end is expected: if it has another name, it is misspelt.
      return this.endOfField(field, name)
    } else {
      content.lessThan()
    }
    return 'done'
  }

  private mayBeNamed(): boolean {
    const { text, at, isLast } = this.tape
    return !isLast && text.length - at < MAX_NAME && UNNAMED_YET.test(text.slice(at))
  }

  private endOfField(field: string, name: string): Step {
    const { tape, elements, content } = this
    const tag = tagAt(tape.text, tape.at, tape.isLast)
    if (tag.kind === 'more') return 'more'
    if (tag.kind === 'close' && name === field) {
      elements.close(tag)
    } else {
      elements.closeMissing(`</${name}>`)
      tape.skip(tag.kind === 'close' ? tag.end : tape.at + `</${name}`.length)
    }
    content.begin()
    return 'done'
  }

  private betweenFields(): Step {
    const { tape, elements, content } = this
    if (tape.mayStartWith('<!--') || tape.mayStartWith('<?xml')) return 'more'
    if (elements.isOver && tape.startsWith('<?xml')) return this.fail(SECOND_EXPORT)
    if (tape.startsWith('<!--')) return this.enter(this.comment, 4)
    if (tape.startsWith('<?')) return this.enter(this.instruction, 2)
    if (tape.startsWith('<!')) return this.declaration()
    const tag = tagAt(tape.text, tape.at, tape.isLast)
    if (tag.kind === 'more') return 'more'
    if (elements.isOver) {
      return this.behind(tag)
    } else if (tag.kind === 'close') {
      elements.close(tag)
    } else if (tag.kind === 'none' || elements.depth >= MAX_DEPTH) {
      content.lessThan()
      return 'done'
    } else if (elements.depth === 0 && tag.name !== 'rss') {
      return this.fail(notAnExport(tag.name))
    } else {
      elements.open(tag)
    }
    content.begin()
    return 'done'
  }

  /** A tag behind the export's end. */
  private behind(tag: Tag): Step {
    const { tape, elements, content } = this
    const name = tag.kind === 'open' ? tag.name : null
    if (name === 'rss') return this.fail(SECOND_EXPORT)
    if (name === 'item' || name === 'channel') {
      tape.say('unopened', 'The export goes on behind its end; it was read on.')
      elements.isOver = false
    } else {
      content.outside('end' in tag ? tag.end : tape.at + 1)
    }
    return 'done'
  }

  private comment(): Step {
    return this.leaveOut('-->')
  }

  private instruction(): Step {
    return this.leaveOut('?>')
  }

  private leaveOut(ending: string): Step {
    const { tape } = this
    const end = tape.text.indexOf(ending, tape.at)
    if (end !== -1) return this.enter(this.markup, end + ending.length - tape.at)
    tape.skip(Math.max(tape.at, tape.text.length - ending.length))
    return 'more'
  }

  private declaration(): Step {
    const { tape } = this
    DECLARATION.lastIndex = tape.at
    const isWhole = DECLARATION.test(tape.text)
    if (!isWhole && !tape.isLast && tape.text.length - tape.at < MAX_DECLARATION) return 'more'
    tape.skip(isWhole ? DECLARATION.lastIndex : tape.at + 2)
    return 'done'
  }

  /** Goes on in another state, `length` characters further on. */
  private enter(state: () => Step, length = 0): Step {
    this.tape.skip(this.tape.at + length)
    this.state = state
    return 'done'
  }

  private fail(message: string): Step {
    this.failure = { place: this.tape.place, message }
    return 'done'
  }
}
