import type { Picture } from './picture'

export const STORY_KINDS = ['news', 'analysis', 'opinion', 'interview', 'feature', 'live'] as const
export type StoryKind = (typeof STORY_KINDS)[number]

/** A section as a link: enough to name it and point at it. */
export interface SectionLink {
  slug: string
  name: string
  path: string
}

export interface TopicLink {
  slug: string
  name: string
  path: string
}

export interface AuthorLink {
  slug: string
  name: string
  path: string
  role: string | null
  portrait: Picture | null
}

/**
 * A story as it stands in a list: everything a card may show and nothing else.
 * Times are ISO 8601 in UTC; the view puts them into the newsroom's zone.
 */
export interface Card {
  id: string
  path: string
  kind: StoryKind
  kicker: string | null
  headline: string
  standfirst: string | null
  section: SectionLink
  authors: AuthorLink[]
  picture: Picture | null
  publishedAt: string
  updatedAt: string | null
  /** Whole minutes, at least 1. */
  readingMinutes: number
}
