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
  wordCount: number
  readingMinutes: number
  search: { headline: string; description: string; noindex: boolean }
  social: { headline: string; description: string; picture: Figure['picture'] | null }
  /** Explicitly chosen related stories, in the editor's order. */
  relatedChoice: Card[]
}
