import type { Card, StoryKind } from '@/lib/model/card'
import { STORY_KINDS } from '@/lib/model/card'
import { log } from '@/lib/log'
import { storyPath } from '@/lib/routes'
import { cms } from './client'
import { docsOf, isDoc, textOf, toAuthorLink, toSectionLink } from './links'
import { toPicture } from './pictures'

/** The fields a card needs, and nothing else of a story or of what it points at. */
export const cardSelect = {
  slug: true,
  address: true,
  kind: true,
  kicker: true,
  headline: true,
  standfirst: true,
  section: true,
  authors: true,
  hero: true,
  publishedAt: true,
  revisedAt: true,
  wordCount: true,
  withdrawn: true,
  _status: true,
} as const

export const mediaPopulate = { filename: true, mimeType: true, width: true, height: true, alt: true, caption: true, credit: true, focalX: true, focalY: true, rightsExpireAt: true, transcript: true } as const

export const cardPopulate = {
  sections: { slug: true, name: true, path: true, parent: true },
  authors: { slug: true, name: true, role: true, portrait: true },
  topics: { slug: true, name: true },
  media: mediaPopulate,
} as const

const WORDS_A_MINUTE = 230

/** Whole minutes a story takes to read, at least one, at 230 words a minute. */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE))

interface StoryDoc {
  id: number
  [field: string]: unknown
}

export const kindOf = (value: unknown): StoryKind => STORY_KINDS.find((kind) => kind === value) ?? 'news'

/** A published story's document as a card. @throws when it has no section or no publication time. */
export function toCard(doc: StoryDoc): Card {
  if (!isDoc(doc.section)) throw new Error(`Story ${doc.id} has no section`)
  if (typeof doc.publishedAt !== 'string') throw new Error(`Story ${doc.id} has no publication time`)
  const section = toSectionLink(doc.section)
  return {
    id: String(doc.id),
    path: storyPath(section.path, String(doc.slug), textOf(doc.address)),
    kind: kindOf(doc.kind),
    kicker: textOf(doc.kicker),
    headline: String(doc.headline ?? ''),
    standfirst: textOf(doc.standfirst),
    section,
    authors: docsOf(doc.authors).map(toAuthorLink),
    picture: toPicture(doc.hero),
    publishedAt: doc.publishedAt,
    updatedAt: textOf(doc.revisedAt),
    readingMinutes: readingMinutes(Number(doc.wordCount ?? 0)),
  }
}

export const isLive = (doc: { [field: string]: unknown }) => doc._status === 'published' && doc.withdrawn !== true

/** Cards in the order asked for; what is not published is left out, what is malformed is logged and left out. */
export async function listCardsByIds(ids: readonly number[]): Promise<Card[]> {
  if (ids.length === 0) return []
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'stories',
    where: { id: { in: [...new Set(ids)] } },
    select: cardSelect,
    populate: cardPopulate,
    depth: 2,
    pagination: false,
  })
  const byId = new Map(docs.map((doc) => [Number(doc.id), doc as unknown as StoryDoc]))
  return ids.flatMap((id) => {
    const doc = byId.get(id)
    return doc !== undefined && isLive(doc) ? tryCard(doc) : []
  })
}

/** The card of one document, or nothing (and a line in the log) when it is malformed: one bad story never takes down a list. */
export function tryCard(doc: StoryDoc): Card[] {
  try {
    return [toCard(doc)]
  } catch (error) {
    log.error({ err: error, story: doc.id }, 'a story was left out of a list')
    return []
  }
}
