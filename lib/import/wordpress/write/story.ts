import type { Row } from '@/lib/cms/bulk'
import { wordsOfStory } from '@/lib/cms/body/words'
import type { Note } from '../../note'
import { convertBody } from '../body/convert'
import type { BodyContext, Parity } from '../body/types'
import { kindOf } from '../plan/kind'
import type { Planned } from '../plan/posts'
import { readSeo, type SeoSurroundings } from '../plan/seo'
import { readTagDiv } from '../plan/tagdiv'
import { fit, plainOf } from '../plan/text'
import type { WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'

/** A story or page as it will stand here: columns under the content model's names, and its relations in order. */
export interface Made {
  fields: Row
  relations: { path: 'authors' | 'topics' | 'otherSections'; ids: number[] }[]
  notes: Note[]
  parity: Parity
}

const MINUTE = 60_000

/** Turns a post and what was planned for it into a story. */
export function makeStory(item: WxrItem, planned: Planned, context: BodyContext, around: Omit<SeoSurroundings, 'headline' | 'standfirst'>, language: string | null): Made {
  const tagDiv = readTagDiv(item)
  const { body, dateline, notes, parity } = convertBody(withVideo(item.content, tagDiv.video), context)
  const headline = fitted(planned.title, 160, 'headline', notes)
  const excerpt = plainOf(item.excerpt)
  const subtitle = tagDiv.subtitle === null ? '' : plainOf(tagDiv.subtitle)
  const standfirst = fitted(subtitle || excerpt, 320, 'standfirst', notes)
  const seo = readSeo(item, { ...around, headline, standfirst })
  const hero = context.mediaById(Number(lastMeta(item, '_thumbnail_id')))
  const picture = seo.fields.socialPicture
  const social = picture === null ? null : typeof picture === 'number' ? context.mediaById(picture) : context.mediaByUrl(picture)
  const isPublished = planned.state === 'published'
  const publishedAt = isPublished ? planned.at : null
  const fields: Row = {
    kicker: null,
    headline,
    standfirst: standfirst || null,
    body,
    hero: hero?.kind === 'image' ? hero.id : null,
    searchHeadline: seo.fields.searchHeadline,
    searchDescription: seo.fields.searchDescription ?? (subtitle !== '' && excerpt !== '' && excerpt !== subtitle ? fit(excerpt, 320).text : null),
    socialHeadline: seo.fields.socialHeadline,
    socialDescription: seo.fields.socialDescription,
    socialPicture: social?.kind === 'image' && social.id !== hero?.id ? social.id : null,
    noindex: seo.fields.noindex,
    canonicalUrl: seo.fields.canonicalUrl,
    kind: kindOf(item),
    section: planned.sections[0] ?? null,
    dateline_place: dateline?.place ?? null,
    dateline_agency: dateline?.agency ?? null,
    slug: planned.slug,
    address: planned.address,
    scheduledFor: planned.state === 'scheduled' ? planned.at : null,
    publishedAt,
    revisedAt: isPublished && isLater(planned.modified, publishedAt) ? planned.modified : null,
    language,
    wordCount: wordsOfStory({ body }),
    revision: isPublished ? 1 : 0,
    _status: isPublished ? 'published' : 'draft',
  }
  const relations: Made['relations'] = [
    { path: 'authors', ids: planned.authors },
    { path: 'topics', ids: planned.topics },
    { path: 'otherSections', ids: planned.sections.slice(1) },
  ]
  return { fields, relations, notes: [...notes, ...seo.notes], parity }
}

/** Turns a page and what was planned for it into a page. */
export function makePage(item: WxrItem, planned: Planned, context: BodyContext): Made {
  const { body, notes, parity } = convertBody(item.content, context)
  const fields: Row = {
    title: fitted(planned.title, 120, 'title', notes),
    slug: planned.slug,
    address: planned.address,
    standfirst: fitted(plainOf(item.excerpt), 320, 'standfirst', notes) || null,
    body,
    _status: planned.state === 'published' ? 'published' : 'draft',
  }
  return { fields, relations: [], notes, parity }
}

/** The film that tagDiv's theme shows in the picture's place opens the story. */
const withVideo = (content: string, video: string | null) => (video === null || content.includes(video) ? content : `[embed]${video}[/embed]\n\n${content}`)

function fitted(text: string, most: number, what: string, notes: Note[]): string {
  const result = fit(text, most)
  if (result.cut) notes.push({ kind: 'changed', code: `${what}-cut`, message: `Its ${what} was longer than ${most} characters and was cut.`, detail: text })
  return result.text
}

/** WordPress sets both times within seconds of each other when a post is first published. */
const isLater = (modified: string | null, published: string | null) => modified !== null && published !== null && new Date(modified).getTime() > new Date(published).getTime() + MINUTE
