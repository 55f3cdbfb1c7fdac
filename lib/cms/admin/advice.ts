/** How long a line may be before readers see less of it. */
export interface Measure {
  /** Fewer letters than this say too little. */
  short: number
  /** About this many read best; the counter names it. */
  good: number
  /** More than this is cut or wraps badly somewhere. */
  long: number
}

export const HEADLINE: Measure = { short: 25, good: 80, long: 95 }
export const STANDFIRST: Measure = { short: 60, good: 180, long: 240 }

export type Grade = 'empty' | 'short' | 'good' | 'long'

/** Letters as people count them: an emoji or an accented letter is one. */
export function countLetters(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.trim())].length
}

/** "62 of about 80: good", with advice where it is not. */
export function adviseLength(text: string, { short, good, long }: Measure): { count: string; grade: Grade; advice: string } {
  const letters = countLetters(text)
  const count = `${letters} of about ${good}`
  if (letters === 0) return { count, grade: 'empty', advice: '' }
  if (letters < short) return { count, grade: 'short', advice: 'short: say a little more' }
  if (letters <= good) return { count, grade: 'good', advice: 'good' }
  if (letters <= long) return { count, grade: 'good', advice: 'good, a little long' }
  return { count, grade: 'long', advice: 'long: phones and lists will wrap or cut it' }
}

/** Text as a search engine shows it: cut at a word when longer than `limit` letters, with three dots. */
export function cutAtWord(text: string, limit: number): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  if (clean.length <= limit) return clean
  const cut = clean.slice(0, limit + 1)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > limit / 2 ? end : limit).replace(/[\s.,;:–—-]+$/, '')} …`
}
