/**
 * How text is cut into the words that are searched for: one rule for both databases, so that they find the same.
 * A word is folded: lower case, without accents, letters that are written in several ways made one, an English
 * plural made singular. Scripts that write no spaces (Chinese, Japanese, Thai and others, and Korean) are cut
 * into overlapping pairs of letters, so that any part of a sentence can be found.
 */
export interface Word {
  term: string
  /** Where it stands in the text that was cut, end excluded. */
  start: number
  end: number
}

const UNSPACED = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const LETTERS = '[\\p{L}\\p{N}\\p{M}\\u200c\\u200d]'
// A run of letters and figures, its possessive left aside.
const PLAIN_RUN = /([A-Za-z0-9]+)(?:['’][sS](?![A-Za-z0-9]))?/g
const RUN = new RegExp(`(${LETTERS}+)(?:['’][sS](?!${LETTERS}))?`, 'gu')
// The same or an abbreviation with points ("U.S."). Slow, so only for texts that have one.
const HAS_POINTED = /\p{Lu}\.\p{Lu}\./u
const POINTED_RUN = new RegExp(`(?:(?<!${LETTERS})(?:\\p{Lu}\\.){2,}(?:\\p{Lu}(?!${LETTERS}))?)|${RUN.source}`, 'gu')
// Most English texts: nothing beyond ASCII but quotation marks, dashes and the like.
const IS_PLAIN = /^[\x00-\x7f\u00a0\u2010-\u2027\u2030-\u203a]*$/
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
const SCRIPTS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu')
const PLAIN = /^[a-z0-9]+$/
const LATIN = /^[a-z]+$/

/** A run of letters as it stands in the text, and whether its script writes no spaces. */
export interface Run {
  text: string
  start: number
  end: number
  unspaced: boolean
}

/** The runs of letters and figures in a text. */
export function* runsOf(text: string): Generator<Run> {
  const plain = IS_PLAIN.test(text)
  for (const match of text.matchAll(HAS_POINTED.test(text) ? POINTED_RUN : plain ? PLAIN_RUN : RUN)) {
    const core = match[1] ?? match[0].replaceAll('.', '')
    const end = match.index + match[0].length
    if (plain || !HAS_UNSPACED.test(core)) {
      yield { text: core, start: match.index, end, unspaced: false }
      continue
    }
    for (const part of core.matchAll(SCRIPTS)) {
      const start = match.index + part.index
      yield { text: part[0], start, end: start + part[0].length, unspaced: HAS_UNSPACED.test(part[0]) }
    }
  }
}

/** Every word of a text in order, as the index keeps it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const run of runsOf(text)) {
    if (run.unspaced) {
      words.push(...pairsOf(run, true))
    } else {
      const term = toTerm(run.text)
      if (term !== '') words.push({ term, start: run.start, end: run.end })
    }
  }
  return words
}

/**
 * An unspaced run as overlapping pairs of letters. With `last`, the final letter stands alone as well, so that a
 * search for one letter (the beginning of a pair, else) finds it at the end too.
 */
export function pairsOf(run: Run, last: boolean): Word[] {
  const letters: Word[] = []
  let at = run.start
  for (const letter of run.text) {
    const term = fold(letter)
    if (term !== '') letters.push({ term, start: at, end: at + letter.length })
    at += letter.length
  }
  const pairs = letters.slice(0, -1).map((letter, i) => ({ term: letter.term + letters[i + 1]!.term, start: letter.start, end: letters[i + 1]!.end }))
  return last || letters.length === 1 ? [...pairs, ...letters.slice(-1)] : pairs
}

/** The words of a text as the index is given them, spaces between. */
export function toIndexText(text: string): string {
  return wordsOf(text).map((word) => word.term).join(' ')
}

/** One run of letters as a searchable word. */
export function toTerm(run: string): string {
  const folded = fold(run)
  return LATIN.test(folded) ? singular(folded) : folded
}

// Accents, Hebrew and Arabic vowel points, the Arabic stretching mark, invisible joiners.
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]/g
// What some letters fall apart into: "⑴" has brackets.
const OTHER = /[^\p{L}\p{N}\p{M}]+/gu
const SAME: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h',
  ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ۃ: 'ه', ہ: 'ه', ە: 'ه',
}
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}٠-٩۰-۹]`, 'g')
const figureOf = (letter: string) => String(letter.charCodeAt(0) - (letter >= '۰' ? 0x6f0 : 0x660))

/** Lower case, without accents, with letters that are written in several ways made one. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const bare = lower.normalize('NFKD').replace(POINTS, '').replace(OTHER, '').normalize('NFC')
  return bare.replace(SAME_LETTERS, (letter) => SAME[letter] ?? figureOf(letter))
}

const UNCHANGED = new Set(['news', 'series', 'species', 'always', 'perhaps'])

/** An English plural as its singular; what is not English loses at most an s, here and in what is typed alike. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || UNCHANGED.has(word)) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1)
}
