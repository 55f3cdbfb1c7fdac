import { z } from 'zod'
import type { SearchQuery, SearchResult } from '@/lib/model/search'
import { formatNumberOf } from './counts'

/** What the reader typed, kept as typed, with what is wrong with it. */
export interface SearchAsked {
  text: string
  section: string
  from: string
  to: string
  problems: { field: 'text' | 'from' | 'to'; message: string }[]
}

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().trim().max(200).catch(''))
const typed = z.object({ q: one, section: one, from: one, to: one, page: one })
const day = z.iso.date()

/** Whether this is a day of the calendar, "2026-01-31". */
export const isDay = (value: string): boolean => day.safeParse(value).success

/**
 * A search from an address's parameters. `query` is null when nothing can be looked for: no words, or a
 * date that is none. Unknown sections are left out rather than refused.
 */
export function readSearch(params: Record<string, unknown>, sections: ReadonlySet<string>): { asked: SearchAsked; query: SearchQuery | null } {
  const { q: text, section, from, to, page } = typed.parse(params)
  const problems: SearchAsked['problems'] = []
  if (text === '' && 'q' in params) problems.push({ field: 'text', message: 'Type at least one word.' })
  for (const [field, value] of [['from', from], ['to', to]] as const) {
    if (value !== '' && !isDay(value)) {
      problems.push({ field, message: `“${value}” is not a date. Write it as year-month-day: 2026-01-31.` })
    }
  }
  if (problems.length === 0 && from !== '' && to !== '' && from > to) {
    problems.push({ field: 'to', message: 'The last day lies before the first.' })
  }
  const asked = { text, section, from, to, problems }
  if (text === '' || problems.length > 0) return { asked, query: null }
  const known = sections.has(section) ? section : null
  return { asked, query: { text, section: known, from: from || null, to: to || null, page: readPage(page) } }
}

const readPage = (page: string) => (/^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1)

/** "Nothing found", "12 stories", "At least 2,000 stories". */
export function formatFound({ total, isMore }: Pick<SearchResult, 'total' | 'isMore'>, locale: string): string {
  if (total === 0) return 'Nothing found'
  return `${isMore ? 'At least ' : ''}${formatNumberOf(total, 'story', 'stories', locale)}`
}

/** What was looked for, in quotation marks: “dam”, “shared river” for a phrase, “dam ‘shared river’” where a phrase is a part of it. */
export const formatAsked = (text: string): string => `“${text.replace(/^"([^"]*)"$/, '$1').replace(/"([^"]*)"/g, '‘$1’')}”`

/** The name of a search for nothing. */
const NOTHING = 'nothing'
/** Longer parts would be no names of files, which Next takes them for; it hangs something on, too. */
const PARTS = /.{1,200}/g

/**
 * The room that answers a search's query (`query` with its question mark, or empty): named after what is asked, as
 * base64url, so that its page is finished like every other (lib/page-cache), though it is not kept.
 */
export const searchRoom = (query: string): string => `/search/${Buffer.from(query).toString('base64url').match(PARTS)?.join('/') ?? NOTHING}`

/** The query that a search's room is named after, from the parts of its path behind "/search". */
export const queryOfRoom = (parts: readonly string[]): string => (parts[0] === NOTHING ? '' : Buffer.from(parts.join(''), 'base64url').toString('utf8'))
