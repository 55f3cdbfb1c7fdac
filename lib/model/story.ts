import type { Block, CorrectionKind } from './block'
import type { AuthorLink, Card, SectionLink, StoryKind, TopicLink } from './card'
import type { Figure } from './block'

/** A change the newsroom owns up to, newest first on the story and on the corrections page. */
export interface Correction {
  kind: CorrectionKind
  /** ISO 8601, UTC. */
  at: string
  /** What was wrong and what is right now, in plain words. */
  text: string
}

/** Where a story was filed and for whom: "MOSCOW, (TDI)". Never a time. */
export interface Dateline {
  place: string
  agency: string | null
}

export interface StoryAuthor extends AuthorLink {
  biography: string | null
}

/** One entry of a live story. */
export interface LivePost {
  /** Stable, and the anchor of the entry on its page. */
  id: string
  /** ISO 8601, UTC. */
  at: string
  headline: string
  author: AuthorLink | null
  /** Whether it is one of the moments to remember. */
  key: boolean
  body: Block[]
}

/** A story told as it happens. */
export interface LiveCoverage {
  startedAt: string
  /** Null while it goes on. */
  endedAt: string | null
  /** Newest first. */
  posts: LivePost[]
}

/** How far a live story has come. */
export interface LiveState {
  /** The id of its newest post; null when it has none. */
  newest: string | null
  count: number
  endedAt: string | null
}

/** The same story in another language. */
export interface Translation {
  language: string
  path: string
}

/** A whole published piece as its page shows it. Times are ISO 8601 in UTC. */
export interface Story {
  id: string
  path: string
  /** Changes with every published revision; ties a page to what was saved. */
  revision: string
  kind: StoryKind
  language: string
  kicker: string | null
  headline: string
  standfirst: string | null
  authors: StoryAuthor[]
  dateline: Dateline | null
  section: SectionLink
  /** From the top of the tree to the primary section itself. */
  trail: SectionLink[]
  otherSections: SectionLink[]
  topics: TopicLink[]
  hero: Figure | null
  heroCredit: string | null
  body: Block[]
  publishedAt: string
  /** Last change a reader should know of; null when never changed since publication. */
  updatedAt: string | null
  corrections: Correction[]
  /** What has been reported so far; null unless the story's kind is "live". */
  live: LiveCoverage | null
  /** Published, findable versions in other languages; empty for most. */
  translations: Translation[]
  /** When search engines should drop the page, or null. */
  expiresAt: string | null
  wordCount: number
  readingMinutes: number
  /** `canonical` is where it was first published, when that was elsewhere; else null. */
  search: { headline: string; description: string; noindex: boolean; canonical: string | null }
  social: { headline: string; description: string; picture: Figure['picture'] | null }
  /** Explicitly chosen related stories, in the editor's order. */
  relatedChoice: Card[]
}

/**
 * When a story last changed in a way a reader should know of, never before its publication nor its newest live
 * entry: the one "modified" of the page, its metadata, feeds and sitemaps.
 */
export function modifiedAt({ publishedAt, updatedAt, live }: Pick<Story, 'publishedAt' | 'updatedAt' | 'live'>): string {
  const times = [publishedAt, updatedAt, live?.posts[0]?.at].filter((time) => time != null)
  return times.reduce((newest, time) => (time > newest ? time : newest))
}
