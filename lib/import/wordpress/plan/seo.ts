import type { Note } from '../../note'
import type { WxrItem } from '../types'
import { readPhp } from '../wxr/php'
import { lastMeta } from '../wxr/meta'
import { fit, plainOf } from './text'

/** What an editor wrote for search engines and share cards in Yoast SEO or Rank Math. Null: nothing of its own. */
export interface SeoFields {
  searchHeadline: string | null
  searchDescription: string | null
  socialHeadline: string | null
  socialDescription: string | null
  /** The picture for share cards: the number of an attachment, or an address. */
  socialPicture: number | string | null
  noindex: boolean
  /** Where it was first published, when that is another address than its own. */
  canonicalUrl: string | null
}

export interface SeoSurroundings {
  headline: string
  standfirst: string
  siteName: string
  sectionName: string
  ownAddress: string
  year: string
}

/** The rows of postmeta that either plugin keeps; Rank Math's have no leading underscore. */
const KEYS = {
  headline: ['_yoast_wpseo_title', 'rank_math_title'],
  description: ['_yoast_wpseo_metadesc', 'rank_math_description'],
  canonical: ['_yoast_wpseo_canonical', 'rank_math_canonical_url'],
  socialHeadline: ['_yoast_wpseo_opengraph-title', 'rank_math_facebook_title', '_yoast_wpseo_twitter-title', 'rank_math_twitter_title'],
  socialDescription: ['_yoast_wpseo_opengraph-description', 'rank_math_facebook_description', '_yoast_wpseo_twitter-description', 'rank_math_twitter_description'],
  pictureId: ['_yoast_wpseo_opengraph-image-id', 'rank_math_facebook_image_id', '_yoast_wpseo_twitter-image-id', 'rank_math_twitter_image_id'],
  picture: ['_yoast_wpseo_opengraph-image', 'rank_math_facebook_image', '_yoast_wpseo_twitter-image', 'rank_math_twitter_image'],
} as const

/** Reads both plugins' fields; where both stand, Yoast's come first. */
export function readSeo(item: WxrItem, around: SeoSurroundings): { fields: SeoFields; notes: Note[] } {
  const notes: Note[] = []
  const raw = (keys: readonly string[]) => keys.map((key) => lastMeta(item, key)?.trim()).find((value) => value !== undefined && value !== '') ?? null
  const text = (keys: readonly string[], most: number, usual: string) => {
    const value = raw(keys)
    if (value === null) return null
    const filled = fill(plainOf(value), around, notes)
    if (filled === '' || filled === usual || filled === around.headline) return null
    const { text: fitted, cut } = fit(filled, most)
    if (cut) notes.push({ kind: 'changed', code: 'seo-text-cut', message: `A text for search engines or share cards was cut to ${most} characters.`, detail: filled })
    return fitted
  }
  const searchHeadline = text(KEYS.headline, 120, `${around.headline} - ${around.siteName}`)
  const id = Number(raw(KEYS.pictureId))
  const canonical = raw(KEYS.canonical)
  const isElsewhere = canonical !== null && URL.canParse(canonical) && /^https?:$/.test(new URL(canonical).protocol) && !sameAddress(canonical, around.ownAddress)
  return {
    fields: {
      searchHeadline,
      searchDescription: text(KEYS.description, 320, around.standfirst),
      socialHeadline: text(KEYS.socialHeadline, 160, around.headline),
      socialDescription: text(KEYS.socialDescription, 320, around.standfirst),
      socialPicture: Number.isInteger(id) && id > 0 ? id : raw(KEYS.picture),
      noindex: isNoindex(item),
      canonicalUrl: isElsewhere ? canonical : null,
    },
    notes,
  }
}

/** Yoast: 1 keeps out, 2 lets in, absent is the site's default. Rank Math: a serialised list. */
function isNoindex(item: WxrItem): boolean {
  if (lastMeta(item, '_yoast_wpseo_meta-robots-noindex') === '1') return true
  const robots = readPhp(lastMeta(item, 'rank_math_robots') ?? '')
  return Array.isArray(robots) ? robots.includes('noindex') : typeof robots === 'object' && robots !== null && Object.values(robots).includes('noindex')
}

const sameAddress = (one: string, other: string) => {
  const spelled = (url: string) => (URL.canParse(url) ? `${new URL(url).host.replace(/^www\./, '')}${new URL(url).pathname.replace(/\/+$/, '')}` : url)
  return spelled(one) === spelled(other)
}

/** Templates of either plugin: Yoast writes %%title%%, Rank Math %title%. What cannot be known is taken out and told. */
function fill(template: string, around: SeoSurroundings, notes: Note[]): string {
  const values: Record<string, string> = {
    title: around.headline,
    sitename: around.siteName,
    sitetitle: around.siteName,
    sep: '-',
    excerpt: around.standfirst,
    excerpt_only: around.standfirst,
    primary_category: around.sectionName,
    category: around.sectionName,
    currentyear: around.year,
    page: '',
    pagenumber: '',
  }
  const filled = template.replace(/%%([a-z_]+)%%|%([a-z_]+)(?:\([^)]*\))?%/g, (whole: string, yoast?: string, rankMath?: string) => {
    const name = yoast ?? rankMath ?? ''
    if (name in values) return values[name]!
    notes.push({ kind: 'changed', code: 'seo-variable', message: 'A text for search engines held a variable that has no counterpart here; it was left out.', detail: `${whole} in “${template}”` })
    return ''
  })
  return filled.replace(/\s+/g, ' ').replace(/^[\s\-–|»]+|[\s\-–|»]+$/g, '')
}
