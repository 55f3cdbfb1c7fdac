import { formatDateTime, type Zone } from '@/lib/format/dates'
import { correctionLabel, formatDateline } from '@/lib/format/words'
import { mediaSrc } from '@/lib/adapters/cms/pictures'
import { absoluteUrl } from '@/lib/routes'
import type { Around } from '../read/around'
import type { Sections } from '../read/labels'
import type { ReadStory, StoryRecord } from '../read/stories'
import { postId, termId } from './ids'
import type { Item } from './item'
import { toMarkup, type MarkupSurroundings } from './markup'
import { heading, paragraph } from './markup-basics'
import { bylineTerm, loginOf } from './people'
import { escapeText } from './xml'

/** What stories have around them in the newsroom. */
export interface WordPressSurroundings {
  origin: string
  zone: Zone
  /** The newsroom's language. */
  language: string
  sections: Sections
  /** Stories pinned on the home page now. */
  pinned: ReadonlySet<string>
  now: Date
}

const STATUS = { published: 'publish', scheduled: 'future', draft: 'draft', withdrawn: 'draft' } as const

/** A story as a post. What is saved but not published has no place there: WordPress keeps one form of a post. */
export function toPost({ record, authors, topics, around }: ReadStory, surroundings: WordPressSurroundings): Item {
  const { origin, sections, pinned } = surroundings
  const id = postId('story', record.id)
  const byId = `${origin}/?p=${id}`
  const isPublic = record.status === 'published'
  return {
    id,
    type: 'post',
    status: STATUS[record.status],
    title: record.headline,
    link: isPublic && record.path !== null ? origin + encodeURI(record.path) : byId,
    guid: byId,
    creator: authors[0] === undefined ? '' : loginOf(authors[0]),
    content: toContent(record, surroundings, mayShow(around, surroundings.now), around),
    excerpt: escapeText(record.standfirst ?? ''),
    slug: record.slug ?? '',
    at: (isPublic ? record.publishedAt : record.status === 'scheduled' ? record.scheduledFor : null) ?? record.savedAt,
    modifiedAt: isPublic ? (record.updatedAt ?? record.publishedAt ?? record.savedAt) : record.savedAt,
    sticky: isPublic && pinned.has(record.id),
    terms: [
      ...[record.section, ...record.otherSections].flatMap((path) => {
        const section = sections.byPath.get(path ?? '')
        return section === undefined ? [] : [{ taxonomy: 'category', slug: section.slug, name: section.name }]
      }),
      ...topics.map(({ slug, name }) => ({ taxonomy: 'post_tag', slug, name })),
      ...authors.map(bylineTerm),
    ],
    meta: [...searchMeta(record, around, origin), ['_yoast_wpseo_primary_category', primaryCategory(record, sections)], ...ownMeta(record, around, surroundings), ...oldSlugs(record)],
  }
}

/** Whether a picture may be published anew: its rights have not ended. */
export const mayShow = ({ media }: Around, now: Date): MarkupSurroundings['mayShow'] => (id) => {
  const ends = media.get(Number(id))?.rightsExpireAt
  return typeof ends !== 'string' || new Date(ends) >= now
}

function toContent(record: StoryRecord, { origin, zone }: WordPressSurroundings, shows: MarkupSurroundings['mayShow'], { authors }: Around): string {
  const around = { origin, language: record.language, mayShow: shows }
  const opening = record.dateline === null ? '' : `${formatDateline(record.dateline)}: `
  const names = new Map([...authors.values()].map(({ slug, name }) => [slug, name]))
  return [
    toMarkup(record.body, around, opening),
    ...(record.live?.posts ?? []).flatMap((post) => [
      heading(post.headline, 2, `post-${post.id}`),
      paragraph(escapeText([formatDateTime(post.at, zone), names.get(post.author ?? '')].filter(Boolean).join(' · '))),
      toMarkup(post.body, around),
    ]),
    ...record.corrections.map(({ kind, at, text }) => paragraph(`<strong>${correctionLabel(kind)}, ${escapeText(formatDateTime(at, zone))}:</strong> ${escapeText(text)}`)),
  ].filter(Boolean).join('\n\n')
}

type Meta = NonNullable<Item['meta']>

/** What an editor wrote for search engines and share cards, as Yoast SEO keeps it. */
function searchMeta({ search, social, canonicalUrl }: StoryRecord, { media }: Around, origin: string): Meta {
  const name = social.picture === null ? null : media.get(Number(social.picture))?.filename
  const picture = typeof name === 'string' ? absoluteUrl(origin, mediaSrc(name)) : null
  return [
    ['_yoast_wpseo_title', search.headline],
    ['_yoast_wpseo_metadesc', search.description],
    ['_yoast_wpseo_canonical', canonicalUrl],
    ['_yoast_wpseo_meta-robots-noindex', search.noindex ? '1' : null],
    ...['opengraph', 'twitter'].flatMap((card): Meta => [
      [`_yoast_wpseo_${card}-title`, social.headline],
      [`_yoast_wpseo_${card}-description`, social.description],
      [`_yoast_wpseo_${card}-image`, picture],
      [`_yoast_wpseo_${card}-image-id`, picture === null ? null : String(postId('media', social.picture!))],
    ]),
  ]
}

function primaryCategory({ section }: StoryRecord, { byPath }: Sections): string | null {
  const found = byPath.get(section ?? '')
  return found === undefined ? null : String(termId('category', found.id))
}

/** The featured picture, and as custom fields what WordPress has no place for. */
function ownMeta(record: StoryRecord, around: Around, { language, now }: WordPressSurroundings): Meta {
  const { hero, withdrawal } = record
  return [
    ['_thumbnail_id', hero !== null && mayShow(around, now)(hero.media) ? String(postId('media', hero.media)) : null],
    ['dateline_hero_caption', hero?.caption ?? null],
    ['dateline_kicker', record.kicker],
    ['dateline_kind', record.kind === 'news' ? null : record.kind],
    ['dateline_language', record.language === language ? null : record.language],
    ['dateline_withdrawn', withdrawal === null ? null : (withdrawal.reason ?? 'Withdrawn')],
    ['dateline_embargoed_until', record.embargoedUntil],
    ['dateline_expires_at', record.expiresAt],
  ]
}

/** Earlier last parts of its address; WordPress leads from them to the post. */
function oldSlugs({ oldPaths, slug }: StoryRecord): Meta {
  const parts = oldPaths.map((path) => path.slice(path.lastIndexOf('/') + 1))
  return [...new Set(parts)].filter((part) => part !== '' && part !== slug).map((part) => ['_wp_old_slug', part])
}
