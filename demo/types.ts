import type { CorrectionKind } from '@/lib/model/block'
import type { StoryKind } from '@/lib/model/card'

/**
 * The demonstration newsroom's stories as they are written down here, before seeding turns them into
 * documents of the back office. Inline marks in strings: *italic*, **bold**, [words](address).
 */
export interface DemoStory {
  slug: string
  kind: StoryKind
  kicker: string | null
  headline: string
  standfirst: string
  /** Slugs of `demo/newsroom.ts` authors, in byline order. */
  authors: string[]
  dateline?: { place: string; agency?: string }
  section: string
  otherSections?: string[]
  /** Slugs of `demo/newsroom.ts` topics, most important first. */
  topics: string[]
  picture: DemoPicture
  /** Age at the moment of seeding, so that the newsroom is never stale. */
  hoursAgo: number
  updatedHoursAgo?: number
  body: DemoBlock[]
  /** For a live story: its entries, and when it began and ended. */
  live?: { startedHoursAgo: number; endedHoursAgo: number; posts: DemoPost[] }
  corrections?: { kind: CorrectionKind; hoursAgo: number; text: string }[]
  /** Slugs of stories chosen by hand for Related News. */
  related?: string[]
  searchHeadline?: string
  socialHeadline?: string
}

/** One entry of a live story. */
export interface DemoPost {
  hoursAgo: number
  headline: string
  /** Slug of an author, where it is not all of the story's own. */
  author?: string
  key?: boolean
  body: DemoBlock[]
}

/** A drawn illustration: which scene, which variation of it, and what it shows in words. */
export interface DemoPicture {
  scene: Scene
  /** Any whole number; the same scene with another variant is visibly another picture. */
  variant: number
  palette: Palette
  alt: string
  caption: string
}

export const SCENES = [
  'skyline', 'city-night', 'harbour', 'container-port', 'ship', 'mountains', 'glacier', 'river-delta', 'flood', 'dam',
  'desert-road', 'border-post', 'map', 'globe', 'flags', 'round-table', 'podium', 'columns', 'parliament', 'bridge',
  'railway', 'airport', 'factory', 'power-lines', 'solar-field', 'wind-turbines', 'wheat-field', 'orchard', 'market', 'bazaar-lane',
  'bank-notes', 'line-chart', 'bar-chart', 'data-centre', 'satellite', 'telescope', 'laboratory', 'microscope', 'hospital', 'school',
  'library', 'printing-press', 'newspaper-stack', 'stage', 'cinema', 'textile', 'pottery', 'cricket-ground', 'mosque-dome', 'garden-tombs',
  'forest', 'coast-mangrove', 'monsoon-sky', 'street-rain', 'tea-table', 'letter', 'chess-board', 'antenna-mast', 'undersea-cable', 'classroom',
] as const
export type Scene = (typeof SCENES)[number]

export const PALETTES = ['dawn', 'noon', 'dusk', 'night', 'monsoon', 'desert', 'sea', 'paper'] as const
export type Palette = (typeof PALETTES)[number]

export type DemoBlock =
  | string
  | { subhead: string; level?: 2 | 3 }
  | { quote: string; by?: string }
  | { pullQuote: string; by?: string }
  | { list: string[]; ordered?: boolean }
  | { picture: DemoPicture; wide?: boolean }
  | { gallery: DemoPicture[]; title?: string }
  | { readAlso: string }
  | { factBox: string; body: (string | { list: string[] })[] }
  | { timeline: { when: string; title: string; text?: string }[]; title?: string }
  | { table: string[][]; caption?: string; source?: string }
  | { embed: string; title: string }
  | { audio: 'briefing'; title: string; transcript: string }
  | { video: 'harbour-timelapse'; title: string }
  | { correction: string; kind: CorrectionKind; hoursAgo: number }
