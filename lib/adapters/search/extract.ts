import type { Extract } from '@/lib/model/search'
import type { Part } from './query'
import { wordsOf, type Word } from './words'

const LENGTH = 240
/** Words of a long text that are looked at: some twenty pages. */
const REACH = 60_000

type Hit = Pick<Word, 'start' | 'end'>

/** A whole text with the words looked for marked in it. */
export function markAll(text: string, parts: readonly Part[]): Extract {
  return inPieces(text, 0, text.length, hitsIn(text, parts))
}

/**
 * The passage of about 240 letters of a story that holds the most of what was looked for, marked, cut at words.
 * The standfirst when it holds as much as the body, and when neither holds any.
 */
export function extractOf(standfirst: string, body: string, parts: readonly Part[]): Extract {
  const inStandfirst = hitsIn(standfirst, parts)
  const wanted = parts.length
  if (standfirst !== '' && kinds(inStandfirst) >= wanted) return passage(standfirst, inStandfirst)
  const text = body.slice(0, REACH).replace(/\s+/g, ' ')
  const inBody = firstHitsIn(text, parts)
  const best = bestStart(inBody)
  if (best.kinds > kinds(inStandfirst)) return passage(text, inBody, best.start)
  return standfirst === '' ? passage(text, inBody) : passage(standfirst, inStandfirst)
}

const STEP = 1_500

/** Hits in a long text, read on until a stretch of it holds everything that was looked for. */
function firstHitsIn(text: string, parts: readonly Part[]): PartHit[] {
  const hits: PartHit[] = []
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(' ', from + STEP)
    const to = space < 0 ? text.length : space
    const here = hitsIn(text.slice(from, to), parts).map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from }))
    hits.push(...here)
    if (here.length > 0 && bestStart(here).kinds === parts.length) break
    from = to
  }
  return hits
}

interface PartHit extends Hit {
  part: number
}

const kinds = (hits: readonly PartHit[]) => new Set(hits.map((hit) => hit.part)).size

/** Where each part stands in a text. This loop runs for every word of every story found: it makes nothing. */
function hitsIn(text: string, parts: readonly Part[]): PartHit[] {
  const words = wordsOf(text)
  const hits: PartHit[] = []
  for (let at = 0; at < words.length; at++) {
    for (let i = 0; i < parts.length; i++) {
      const end = matchAt(words, at, parts[i]!)
      if (end !== null) hits.push({ start: words[at]!.start, end, part: i })
    }
  }
  return hits
}

function matchAt(words: readonly Word[], at: number, { terms, prefix }: Part): number | null {
  for (let i = 0; i < terms.length; i++) {
    const word = words[at + i]
    if (word === undefined) return null
    const isLast = i === terms.length - 1
    if (isLast && prefix ? !word.term.startsWith(terms[i]!) : word.term !== terms[i]) return null
  }
  return words[at + terms.length - 1]!.end
}

/** The hit that begins the passage with the most different parts, then the most hits, then the earliest. */
function bestStart(hits: readonly PartHit[]): { start: number; kinds: number } {
  let best = { start: 0, kinds: 0, count: 0 }
  for (let i = 0; i < hits.length && i < 400; i++) {
    const within: PartHit[] = []
    for (let j = i; j < hits.length && hits[j]!.end <= hits[i]!.start + LENGTH - 40; j++) within.push(hits[j]!)
    const found = kinds(within)
    if (found > best.kinds || (found === best.kinds && within.length > best.count)) {
      best = { start: hits[i]!.start, kinds: found, count: within.length }
    }
  }
  return best
}

/** About 240 letters from a little before `focus`, cut where words end, with an ellipsis where text was left out. */
function passage(text: string, hits: readonly Hit[], focus = 0): Extract {
  if (text.length <= LENGTH) return inPieces(text, 0, text.length, hits)
  let start = focus <= 60 ? 0 : focus - 60
  // Back to the sentence's beginning when it is near, else forward to a word's.
  if (start > 0) {
    const sentence = text.slice(start, focus).search(/(?<=[.!?…。])\s?\S/)
    const space = text.slice(start, focus).indexOf(' ')
    start += sentence >= 0 ? sentence : space >= 0 ? space : 0
    while (text[start] === ' ') start += 1
  }
  let end = Math.min(text.length, start + LENGTH)
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end)
    if (space > start + LENGTH / 2) end = space
  }
  ;[start, end] = [onLetter(text, start), onLetter(text, end)]
  const pieces = inPieces(text, start, end, hits)
  if (start > 0) pieces.unshift({ text: '… ', hit: false })
  if (end < text.length) pieces.push({ text: ' …', hit: false })
  return pieces
}

/** Not in the middle of a letter that takes two places. */
const onLetter = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at)

function inPieces(text: string, from: number, to: number, hits: readonly Hit[]): Extract {
  const pieces: Extract = []
  let at = from
  const add = (end: number, hit: boolean) => {
    if (end <= at) return
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += text.slice(at, end)
    else pieces.push({ text: text.slice(at, end), hit })
    at = end
  }
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    if (hit.end > to || hit.start < from) continue
    add(hit.start, false)
    add(hit.end, true)
  }
  add(to, false)
  return pieces
}
