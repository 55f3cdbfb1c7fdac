import type { Card } from './card'
import type { Paging } from './front'

export interface SearchQuery {
  text: string
  section: string | null
  /** Inclusive newsroom days, "2026-01-31". */
  from: string | null
  to: string | null
  page: number
}

/** An extract in pieces: `hit` pieces are the words looked for. Text, never HTML. */
export type Extract = { text: string; hit: boolean }[]

export interface SearchHit {
  card: Card
  headline: Extract
  extract: Extract
}

export interface SearchResult extends Paging {
  hits: SearchHit[]
  /** How many can be paged through. */
  total: number
  /** There are more, or may be. */
  isMore: boolean
  /** A nearer spelling that would find something, or null. */
  suggestion: string | null
}
