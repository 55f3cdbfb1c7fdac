import { fold, pairsOf, runsOf, toTerm } from './words'

/** One thing a story must hold: a word, or several in this order. */
export interface Part {
  terms: string[]
  /** The last word may go on: the reader may still be typing it. */
  prefix: boolean
}

const MAX_LETTERS = 600
const MAX_PARTS = 12
/** Words that nearly every English text holds: they tell nothing beside others, and cost most to look up. */
const COMMON = new Set('a an and are as at be but by for from has have in is it its of on or that the this to was were will with'.split(' '))
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu

/**
 * What was typed, as the parts a story must hold, at most twelve. Nothing in it is an operator except quotation
 * marks around words that belong together; a mark without its partner is left out of account.
 * @param options.prefix whether the last word may be unfinished.
 */
export function parseQuery(text: string, options: { prefix: boolean } = { prefix: true }): Part[] {
  const short = text.slice(0, MAX_LETTERS)
  const parts: Part[] = []
  let at = 0
  for (const match of short.matchAll(QUOTED)) {
    parts.push(...loose(short.slice(at, match.index)), ...phrase(match[1]!))
    at = match.index + match[0].length
  }
  const rest = loose(short.slice(at))
  const last = rest.at(-1)
  if (options.prefix && last !== undefined) last.prefix = true
  const all = distinct([...parts, ...rest])
  const telling = all.filter((part) => part.terms.length > 1 || !COMMON.has(part.terms[0]!))
  return (telling.length > 0 ? telling : all).slice(0, MAX_PARTS)
}

/** Words apart from one another. What is written without spaces stays together. */
function loose(text: string): Part[] {
  return [...runsOf(text)].flatMap((run): Part[] => {
    if (!run.unspaced) {
      const term = toTerm(run.text)
      return term === '' ? [] : [{ terms: [term], prefix: false }]
    }
    const terms = pairsOf(run, false).map((pair) => pair.term)
    // A single letter is the beginning of a pair.
    return terms.length === 0 ? [] : [{ terms: terms.slice(0, MAX_PARTS), prefix: [...fold(run.text)].length === 1 }]
  })
}

function phrase(text: string): Part[] {
  const runs = [...runsOf(text)]
  const terms = runs.flatMap((run, i) =>
    // Within a phrase the words must follow one another as the index has them.
    run.unspaced ? pairsOf(run, i < runs.length - 1).map((pair) => pair.term) : [toTerm(run.text)].filter((term) => term !== ''),
  )
  const last = runs.at(-1)
  return terms.length === 0 ? [] : [{ terms: terms.slice(0, MAX_PARTS), prefix: last!.unspaced && [...last!.text].length === 1 }]
}

function distinct(parts: Part[]): Part[] {
  const seen = new Map<string, Part>()
  for (const part of parts) {
    const key = part.terms.join(' ')
    const before = seen.get(key)
    if (before) before.prefix ||= part.prefix
    else seen.set(key, part)
  }
  return [...seen.values()]
}
