import type { StoryKind } from '@/lib/model/card'
import type { WxrItem } from '../types'

/** What post formats were used for in newsrooms. A plain post ("standard") has none. */
const BY_FORMAT: Record<string, StoryKind> = {
  'post-format-chat': 'interview',
  'post-format-gallery': 'feature',
  'post-format-image': 'feature',
  'post-format-video': 'feature',
  'post-format-audio': 'feature',
}

/** Categories whose name says what kind of piece stands in them. */
const BY_CATEGORY: [RegExp, StoryKind][] = [
  [/^(opinions?|op-?eds?|editorials?|columns?|commentary|comment|views?|blogs?|letters)$/, 'opinion'],
  [/^(analysis|analyses|explainers?|explained)$/, 'analysis'],
  [/^(interviews?|q-?(and-)?a)$/, 'interview'],
  [/^(features?|long-?reads?|photo-?essays?|profiles?)$/, 'feature'],
]

/** The kind of a story: by its post format, else by the category that says so, else news. */
export function kindOf(item: WxrItem): StoryKind {
  const format = item.terms.find((term) => term.taxonomy === 'post_format')
  const byFormat = format === undefined ? undefined : BY_FORMAT[format.slug]
  if (byFormat !== undefined) return byFormat
  for (const { taxonomy, slug } of item.terms) {
    const match = taxonomy === 'category' ? BY_CATEGORY.find(([pattern]) => pattern.test(slug)) : undefined
    if (match !== undefined) return match[1]
  }
  return 'news'
}
