import type { WxrProblem } from '../types'
import type { Place } from './place'

/** Each sort of problem, as its total names it. Only one stage of reading tells of a sort, so that they come in order. */
const SORTS = {
  encoding: 'doubts about the encoding',
  control: 'control characters removed',
  escaped: 'escaped control characters removed',
  byte: 'bytes that were not in the file’s encoding',
  entity: 'HTML entities read as in HTML',
  ampersand: 'bare “&” kept as text',
  bracket: 'stray “]]>” kept as text',
  cdata: 'CDATA sections without their end',
  markup: 'fields with unescaped markup, kept as text',
  unclosed: 'missing closing tags',
  unopened: 'closing tags that close nothing, left out',
  attribute: 'broken attributes left out',
  text: 'texts that stand in no field, left out',
  outside: 'texts outside the export, left out',
  long: 'overlong fields cut short',
  number: 'items without a number',
  xml: 'other faults of the XML',
} as const

export type ProblemSort = keyof typeof SORTS

/** So many problems of one sort are told one by one; the rest is only counted. */
const TOLD = 3

/** Gathers what was repaired: the first few of each sort with their places, and the totals. */
export class Problems {
  private told: WxrProblem[] = []
  private readonly counts = new Map<ProblemSort, { count: number; last: Place }>()

  add(sort: ProblemSort, place: Place, message: string) {
    const count = (this.counts.get(sort)?.count ?? 0) + 1
    this.counts.set(sort, { count, last: place })
    if (count <= TOLD) this.told.push({ ...place, message })
  }

  /** What was found since the last call. */
  take(): WxrProblem[] {
    const told = this.told
    if (told.length > 0) this.told = []
    return told
  }

  /** One sentence for each sort of which not every problem was told. */
  totals(): WxrProblem[] {
    return [...this.counts]
      .filter(([, { count }]) => count > TOLD)
      .map(([sort, { count, last }]) => ({ ...last, message: `In all: ${count} ${SORTS[sort]}, the last on line ${last.line}.` }))
  }
}
