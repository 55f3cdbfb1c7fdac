import type { Parity } from './types'

/** As many missing runs as a report can use, and as many words of each. */
const MOST_RUNS = 8
const MOST_WORDS = 60
/** How far on the two texts are searched for where they agree again, and how many comparisons that may cost in all. */
const FARTHEST = 400
const MOST_COMPARISONS = 2_000_000

/** Words of a text, as a reader would part them. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Compares the words that went in with those that came out, in their order. Equal texts cost one pass. */
export function countWords(before: string, after: string): Parity {
  const from = wordsOf(before)
  const to = wordsOf(after)
  return { in: from.length, out: to.length, missing: missingRuns(from, to) }
}

function missingRuns(from: readonly string[], to: readonly string[]): string[] {
  const runs: string[] = []
  let budget = MOST_COMPARISONS
  let i = 0
  let j = 0
  while (i < from.length && runs.length < MOST_RUNS) {
    if (from[i] === to[j]) {
      i++
      j++
      continue
    }
    const step = budget > 0 ? findAgreement(from, i, to, j) : null
    if (step === null) {
      runs.push(asRun(from.slice(i)))
      break
    }
    budget -= step.cost
    if (step.left > 0) runs.push(asRun(from.slice(i, i + step.left)))
    i += step.left
    j += step.added
  }
  return runs
}

/** The nearest place where the texts agree again: how many words are left out, and how many put in, before it. */
function findAgreement(from: readonly string[], i: number, to: readonly string[], j: number): { left: number; added: number; cost: number } | null {
  let cost = 0
  for (let distance = 1; distance <= FARTHEST; distance++) {
    for (let left = 0; left <= distance; left++) {
      cost++
      if (agree(from, i + left, to, j + distance - left)) return { left, added: distance - left, cost }
    }
  }
  return null
}

/** Two words running, or the end of both. */
const agree = (from: readonly string[], i: number, to: readonly string[], j: number): boolean => i <= from.length && j <= to.length && from[i] === to[j] && from[i + 1] === to[j + 1]

const asRun = (words: readonly string[]): string => (words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' '))
