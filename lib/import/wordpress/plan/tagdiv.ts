import type { WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'
import { readPhp } from '../wxr/php'

/** What tagDiv's Newspaper theme keeps of a post, as far as it is about the story and not about the layout. */
export interface TagDivFields {
  /** A term's number. */
  primaryCategory: number | null
  subtitle: string | null
  source: string | null
  /** The address of a film that stands in the picture's place. */
  video: string | null
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** Reads `td_post_theme_settings` and `td_post_video`; everything null where the theme was not used. */
export function readTagDiv(item: WxrItem): TagDivFields {
  const settings = fieldsOf(readPhp(lastMeta(item, 'td_post_theme_settings') ?? ''))
  const video = fieldsOf(readPhp(lastMeta(item, 'td_post_video') ?? ''))
  return {
    primaryCategory: Number(settings.td_primary_cat) || null,
    subtitle: textOf(settings.td_subtitle),
    source: textOf(settings.td_source),
    video: textOf(video.td_video),
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})
