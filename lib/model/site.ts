import type { CrawlerPolicy } from './crawlers'
import type { Picture } from './picture'

export type TemperatureUnit = 'celsius' | 'fahrenheit'

export interface City {
  /** Stable short name used in addresses and stored choices. */
  slug: string
  name: string
  latitude: number
  longitude: number
  timeZone: string
}

export const NETWORKS = ['facebook', 'x', 'instagram', 'youtube', 'linkedin', 'whatsapp', 'telegram', 'threads', 'bluesky', 'mastodon', 'tiktok', 'rss'] as const
export type Network = (typeof NETWORKS)[number]

/** A profile of the newsroom elsewhere. `count` is null when the newsroom does not publish it. */
export interface SocialProfile {
  network: Network
  url: string
  handle: string | null
  count: number | null
}

export interface NavigationLink {
  label: string
  path: string
}

export interface BreakingBar {
  label: string
  text: string
  path: string | null
  until: string
}

/** The promises a newsroom can publish, under schema.org's own names (NewsMediaOrganization). */
export const POLICIES = [
  'publishingPrinciples',
  'ethicsPolicy',
  'correctionsPolicy',
  'diversityPolicy',
  'ownershipFundingInfo',
  'masthead',
  'missionCoveragePrioritiesPolicy',
  'unnamedSourcesPolicy',
  'verificationFactCheckingPolicy',
  'actionableFeedbackPolicy',
  'noBylinesPolicy',
] as const
export type Policy = (typeof POLICIES)[number]

/** What the masthead, footer and machines know of the newsroom. */
export interface Site {
  name: string
  /** Another name it is known by, or null. */
  alternateName: string | null
  /** At least 112 pixels square, or null. */
  logo: Picture | null
  /** Where each promise is written down: a path on this site or a full address. */
  policies: Partial<Record<Policy, string>>
  /** Whether stories offer "prefer us on Google". */
  preferredSource: boolean
  /** WebSub hubs that are told of new stories. */
  hubs: string[]
  crawlers: CrawlerPolicy
  tagline: string
  description: string
  language: string
  locale: string
  timeZone: string
  temperatureUnit: TemperatureUnit
  city: City
  cities: City[]
  navigation: NavigationLink[]
  footerLinks: NavigationLink[]
  social: SocialProfile[]
  /** "full" prints 4,846; "short" prints 4.8K. */
  countStyle: 'full' | 'short'
  /** When the counts were taken, ISO date, or null. */
  socialCountsAsOf: string | null
  breaking: BreakingBar | null
  newsletterUrl: string | null
  contactEmail: string | null
  foundedYear: number | null
}
