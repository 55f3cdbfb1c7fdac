import type { SearchQuery, SearchResult } from '@/lib/model/search'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { listSectionNodes } from '@/lib/adapters/cms/sections'
import { findStories, nearerSpelling, suggestHeadlines, type Asked } from '@/lib/adapters/search/find'
import { queryOfRoom, readSearch, type SearchAsked } from '@/lib/format/search'
import { midnightOf } from '@/lib/format/zone'
import type { SectionLink } from '@/lib/model/card'
import { PAGE_SIZE } from './page-size'
import { remember } from './remember'
import { getSite, listSectionTree } from './site'
import { tags } from './tags'

const SUGGESTIONS = 8
/** Within what JavaScript takes for a date, in milliseconds. */
const ALWAYS = 8.64e15

/**
 * One page of the stories that hold what was typed, the best first: headline before standfirst before names and
 * topics before body, new before old. A page past the last is the last. An unknown section finds nothing.
 */
export async function search(query: SearchQuery, now: Date = new Date()): Promise<SearchResult> {
  const nothing: SearchResult = { hits: [], total: 0, isMore: false, page: 1, pageCount: 1, hasOlder: false, suggestion: null }
  const list = await listOfSection(query.section)
  if (list === null) return nothing
  const asked: Asked = { text: query.text, list, ...(await spanOf(query)), now: now.getTime(), offset: (query.page - 1) * PAGE_SIZE, limit: PAGE_SIZE }
  let page = query.page
  let { found, total, isMore } = await findStories(asked)
  if (found.length === 0 && page > 1) {
    ;({ total, isMore } = await findStories({ ...asked, offset: 0, limit: 1 }))
    page = Math.max(1, Math.ceil(total / PAGE_SIZE))
    if (total > 0) ({ found } = await findStories({ ...asked, offset: (page - 1) * PAGE_SIZE }))
  }
  if (total === 0) return { ...nothing, isMore, suggestion: await nearerSpelling({ ...asked, offset: 0 }) }
  const cards = new Map((await listCardsByIds(found.map((story) => story.id))).map((card) => [card.id, card]))
  const hits = found.flatMap(({ id, headline, extract }) => {
    const card = cards.get(String(id))
    return card === undefined ? [] : [{ card, headline, extract }]
  })
  const pageCount = Math.ceil(total / PAGE_SIZE)
  return { hits, total, isMore, page, pageCount, hasOlder: page < pageCount, suggestion: null }
}

export interface SearchRoom {
  /** The query of the address, with its question mark; empty without one. */
  given: string
  asked: SearchAsked
  /** What was looked for; null when nothing could be. */
  query: SearchQuery | null
  result: SearchResult | null
  sections: SectionLink[]
}

/** What is asked in a search's room (the parts of its path behind "/search"), and what was found. */
export async function enterSearch(parts: readonly string[]): Promise<SearchRoom> {
  const given = queryOfRoom(parts)
  const sections = (await listSectionTree()).flatMap(({ children, ...section }) => [section, ...children])
  const { asked, query } = readSearch(Object.fromEntries(new URLSearchParams(given)), new Set(sections.map((section) => section.slug)))
  return { given, asked, query, result: query && (await search(query)), sections }
}

/** Stories whose headlines hold words that begin as typed, newest first, at most eight. */
export function suggest(text: string): Promise<{ headline: string; path: string }[]> {
  return suggestHeadlines(text, tags.latest, SUGGESTIONS)
}

/** The list of the river to look in: a section's holds what stands below it, too. */
async function listOfSection(slug: string | null): Promise<string | null> {
  if (slug === null) return tags.latest
  const nodes = await remember('section-nodes', [tags.site], listSectionNodes)
  const node = nodes.find((candidate) => candidate.link.slug === slug)
  return node === undefined ? null : tags.section(node.id)
}

/** The newsroom's days as instants, milliseconds since 1970: from the first one's midnight to the end of the last. */
async function spanOf({ from, to }: SearchQuery): Promise<{ from: number; until: number }> {
  if (from === null && to === null) return { from: -ALWAYS, until: ALWAYS }
  const { timeZone } = await getSite()
  const midnight = (day: string, add: number) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    return midnightOf({ year, month, day: date + add }, timeZone).getTime()
  }
  return { from: from === null ? -ALWAYS : midnight(from, 0), until: to === null ? ALWAYS : midnight(to, 1) }
}
