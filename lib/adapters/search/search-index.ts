import type { Payload, PayloadRequest } from 'payload'
import { sqlOf } from '@/lib/cms/sql'
import { postgresIndex } from './postgres'
import type { Part } from './query'
import { sqliteIndex } from './sqlite'

/** A published story as it is searched. Plain text. */
export interface SearchDoc {
  id: number
  headline: string
  standfirst: string
  body: string
  /** Names, one a line. */
  authors: string
  topics: string
}

export type Texts = Omit<SearchDoc, 'id'>

export interface Wanted {
  parts: Part[]
  /** The list of the river that a story must stand in: everything, or a section with what is below it. */
  list: string
  /** Published at or after, and before, in milliseconds since 1970. */
  from: number
  until: number
  /** The moment that freshness is counted from, in milliseconds since 1970. */
  now: number
  offset: number
  limit: number
}

export interface Found {
  /** Of one page, the best first. */
  ids: number[]
  /** How many there are in all, `MOST_FOUND` at most. */
  total: number
  /** There are more, or may be: not all were looked at. */
  isMore: boolean
}

/** The list that every story stands in. */
export const ALL = 'latest'
/** So many of the newest stories are weighed, counted and paged through at most: words that more of them hold tell little. */
export const MOST_FOUND = 1_000

/** What is said of so many found, looked at until there was one more than are paged through. */
export const atMost = (found: number): Pick<Found, 'total' | 'isMore'> => ({ total: Math.min(MOST_FOUND, found), isMore: found > MOST_FOUND })

/** So many of the newest stories that hold the words of a phrase are read at most, to see whether they stand in its order. */
export const MOST_READ = 5_000

/** Headlines are suggested from so many of those with the greatest ids: short beginnings stand in very many. */
export const SUGGESTED_FROM = 500

/** Where stories are looked up by their words. One for each database; both find the same stories. */
export interface SearchIndex {
  /** Puts a story in, or in anew. */
  put: (doc: SearchDoc) => Promise<void>
  remove: (id: number) => Promise<void>
  /** Only what stands in the river is found. */
  find: (wanted: Wanted) => Promise<Found>
  /** Headlines that hold words beginning so, the newest first. */
  suggest: (parts: readonly Part[], list: string, limit: number) => Promise<{ headline: string; path: string }[]>
  /** Stories that share any of these words in headline, standfirst, names or topics, with the weights of those they share in all; the nearest. */
  like: (terms: ReadonlyMap<string, number>, list: string, limit: number) => Promise<Map<number, number>>
}

/** The index of the database that the content system uses; inside a transaction when `req` has one. */
export function searchIndex(payload: Payload, req?: Partial<PayloadRequest>): SearchIndex {
  const db = sqlOf(payload, req)
  return db.dialect === 'postgres' ? postgresIndex(db) : sqliteIndex(db)
}
