import type { Card, SectionLink } from './card'

/** How a section strip on the home front is laid out; strips of unequal rhythm, never the same grid twice running. */
export const STRIP_LAYOUTS = ['lead-left', 'lead-right', 'four-up', 'headlines', 'feature', 'opinion'] as const
export type StripLayout = (typeof STRIP_LAYOUTS)[number]

export interface Strip {
  section: SectionLink
  layout: StripLayout
  cards: Card[]
}

/** The home page: hand-set slots first, the newest after; no story stands on it twice. */
export interface HomeFront {
  lead: Card | null
  supporting: Card[]
  /** The column of the newest with their times; a river, so it may hold nothing that stands elsewhere on the page. */
  latest: Card[]
  strips: Strip[]
  opinion: Card[]
  /** Large numerals; rank is its own order, so these may repeat a story that stands above. */
  trending: Card[]
}

/** A section's front page: its lead package, then the river. */
export interface SectionFront {
  lead: Card | null
  supporting: Card[]
  river: River
}

/** Where a page stands in its list, the newest being page 1. */
export interface Paging {
  page: number
  /** Null where there are too many to count. */
  pageCount: number | null
  hasOlder: boolean
}

/** A page of a plain newest-first list. */
export interface River extends Paging {
  cards: Card[]
  /** How many there are in all; with `isMore`, that many and more. */
  total: number
  isMore: boolean
}
