import { placeAfter, type Place } from './place'
import type { Problems, ProblemSort } from './problems'

/** Text that is read piece by piece and copied, mended, to another: line by line, so that places stay what they were. */
export class Tape {
  text = ''
  /** What comes before was dealt with. */
  at = 0
  /** No more text will come. */
  isLast = false
  place: Place = { line: 1, column: 1 }
  /** Where a problem was told last: problems come in order, and may be as many as letters. */
  private told = { at: -1, place: this.place }
  private out: string[] = []

  constructor(private readonly problems: Problems) {}

  feed(text: string) {
    this.text = this.text.slice(this.at) + text
    this.at = 0
    this.told.at = -1
  }

  /** What was copied since the last call. */
  take(): string {
    const mended = this.out.join('')
    this.out = []
    return mended
  }

  /** Copies up to `end`, as it stands there or mended; line ends that the mended text lacks are made up for. */
  pass(end: number, mended?: string) {
    const original = this.text.slice(this.at, end)
    this.out.push(mended ?? original)
    if (mended !== undefined) this.out.push('\n'.repeat(Math.max(0, lineEnds(original) - lineEnds(mended))))
    this.place = placeAfter(this.place, original)
    this.at = end
  }

  /** Leaves out everything up to `end`. */
  skip(end: number) {
    this.pass(end, '')
  }

  /** Puts in what is missing here. */
  insert(text: string) {
    this.out.push(text)
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }

  /** Whether the text that is here is only the beginning of `wanted`. */
  mayStartWith(wanted: string): boolean {
    return !this.isLast && this.text.length - this.at < wanted.length && wanted.startsWith(this.text.slice(this.at))
  }

  /** Tells a problem that is found at a place of the text. */
  say(sort: ProblemSort, message: string, at = this.at) {
    const from = this.told.at >= this.at && this.told.at <= at ? this.told : this
    const place = placeAfter(from.place, this.text.slice(from.at, at))
    this.told = { at, place }
    this.problems.add(sort, place, message)
  }
}

const lineEnds = (text: string) => placeAfter({ line: 0, column: 0 }, text).line
