import type { Payload, Where } from 'payload'
import type { Correction, LiveCoverage, Story, StoryAuthor } from '@/lib/model/story'
import { toBlocks } from './body'
import { referencesOf, type BlockContext } from './body-blocks'
import { cardPopulate, isLive, kindOf, listCardsByIds, mediaPopulate, readingMinutes } from './cards'
import { cms } from './client'
import { docsOf, isDoc, textOf, toAuthorLink, toSectionLink, toTopicLink } from './links'
import { toFigure, toPicture } from './pictures'
import { sectionTrail } from './sections'
import { sql, sqlOf } from '@/lib/cms/sql'
import { staticPagePath, storyPath } from '@/lib/routes'
import type { Card } from '@/lib/model/card'

interface StoryDoc {
  id: number
  [field: string]: unknown
}

const storyPopulate = {
  ...cardPopulate,
  authors: { slug: true, name: true, role: true, portrait: true, biography: true },
} as const

/** A published story as its page shows it; null when there is none, or it has been withdrawn. */
export async function readStory(id: number): Promise<{ story: Story; mentions: string[] } | null> {
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'stories', where: { id: { equals: id } }, populate: storyPopulate, depth: 2, limit: 1, pagination: false })
  const doc = docs[0] as unknown as StoryDoc | undefined
  return doc !== undefined && isLive(doc) ? toStory(payload, doc, await lookUp(payload, [doc])) : null
}

/** Published stories whole, in the order asked for, at about the cost of one; what is not published is left out. */
export async function readStories(ids: readonly number[]): Promise<Story[]> {
  if (ids.length === 0) return []
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'stories', where: { id: { in: [...ids] } }, populate: storyPopulate, depth: 2, pagination: false })
  const live = (docs as unknown as StoryDoc[]).filter(isLive)
  const found = await lookUp(payload, live)
  const stories = await Promise.all(live.map(async (doc) => (await toStory(payload, doc, found)).story))
  const byId = new Map(stories.map((story) => [Number(story.id), story]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The newest saved form of a story (or one earlier version), published or not: for previews only. */
export async function readDraftStory(id: number, versionId?: string): Promise<{ story: Story; status: 'draft' | 'published'; savedAt: string; versionId: string } | null> {
  const payload = await cms()
  const where: Where = versionId === undefined ? { and: [{ parent: { equals: id } }, { latest: { equals: true } }] } : { and: [{ id: { equals: versionId } }, { parent: { equals: id } }] }
  const { docs } = await payload.findVersions({ collection: 'stories', where, populate: storyPopulate, depth: 2, limit: 1, pagination: false, sort: '-updatedAt' })
  const version = docs[0]
  if (version === undefined) return null
  const doc = { ...(version.version as object), id } as StoryDoc
  const { story } = await toStory(payload, doc, await lookUp(payload, [doc]))
  return { story, status: doc._status === 'published' ? 'published' : 'draft', savedAt: String(version.updatedAt), versionId: String(version.id) }
}

/** The same under the name the preview's door uses. */
export const getDraftStory = readDraftStory

async function toStory(payload: Payload, doc: StoryDoc, found: Found): Promise<{ story: Story; mentions: string[] }> {
  const context = contextOf(doc, found)
  const translations = await listTranslations(payload, Number(doc.id))
  const siteLanguage = (await payload.findGlobal({ slug: 'settings', depth: 0, select: { language: true } })).language
  const section = isDoc(doc.section) ? toSectionLink(doc.section) : { slug: '', name: '', path: '' }
  const headline = textOf(doc.headline) ?? ''
  const standfirst = textOf(doc.standfirst)
  const dateline = doc.dateline as { place?: string | null; agency?: string | null } | undefined
  const description = textOf(doc.searchDescription) ?? standfirst ?? ''
  const words = Number(doc.wordCount ?? 0)
  const hero = toFigure(doc.hero, doc.heroCaption)
  const story: Story = {
    id: String(doc.id),
    path: storyPath(section.path, String(doc.slug ?? ''), textOf(doc.address)),
    revision: String(doc.revision ?? 0),
    kind: kindOf(doc.kind),
    language: textOf(doc.language) ?? siteLanguage,
    kicker: textOf(doc.kicker),
    headline,
    standfirst,
    authors: docsOf(doc.authors).map((author): StoryAuthor => ({ ...toAuthorLink(author), biography: textOf(author.biography) })),
    dateline: dateline?.place ? { place: dateline.place, agency: dateline.agency || null } : null,
    section,
    trail: isDoc(doc.section) ? await sectionTrail(Number(doc.section.id)) : [],
    otherSections: docsOf(doc.otherSections).map(toSectionLink),
    topics: docsOf(doc.topics).map(toTopicLink),
    hero,
    heroCredit: hero?.picture.credit ?? null,
    body: toBlocks(doc.body, context),
    publishedAt: textOf(doc.publishedAt) ?? new Date().toISOString(),
    updatedAt: textOf(doc.revisedAt),
    corrections: toCorrections(doc.corrections),
    wordCount: words,
    readingMinutes: readingMinutes(words),
    search: { headline: textOf(doc.searchHeadline) ?? headline, description, noindex: doc.noindex === true, canonical: textOf(doc.canonicalUrl) },
    social: {
      headline: textOf(doc.socialHeadline) ?? headline,
      description: textOf(doc.socialDescription) ?? standfirst ?? description,
      picture: toPicture(doc.socialPicture) ?? hero?.picture ?? null,
    },
    live: doc.kind === 'live' ? toLive(doc, context) : null,
    translations: translations.map(({ language, path }) => ({ language: language || siteLanguage, path })),
    expiresAt: textOf(doc.expiresAt),
    relatedChoice: relatedIds(doc).flatMap((id) => context.cardOf(id) ?? []),
  }
  return { story, mentions: [...storiesOf(doc), ...translations.map(({ id }) => id)].map(String) }
}

/** A live story's posts, newest first. */
function toLive(doc: StoryDoc, context: BlockContext): LiveCoverage {
  const rows = Array.isArray(doc.livePosts) ? (doc.livePosts as { id: unknown; at?: string | null; headline?: string | null; author?: unknown; key?: boolean | null; body?: unknown }[]) : []
  const posts = rows
    .filter((row) => row.at && row.headline)
    .map((row) => ({ id: String(row.id), at: row.at!, headline: row.headline!, author: isDoc(row.author) ? toAuthorLink(row.author) : null, key: row.key === true, body: toBlocks(row.body, context) }))
    .sort((a, b) => b.at.localeCompare(a.at))
  return { startedAt: textOf(doc.liveStartedAt) ?? textOf(doc.publishedAt) ?? new Date().toISOString(), endedAt: textOf(doc.liveEndedAt), posts }
}

/**
 * Live stories in other languages that name this one, or that it names. The status is wrapped so that SQLite begins
 * with the pairs and not with every published story.
 */
async function listTranslations(payload: Payload, id: number): Promise<{ id: number; language: string | null; path: string }[]> {
  return sqlOf(payload).all<{ id: number; language: string | null; path: string }>(sql`
    SELECT s.id AS id, s.language AS language, p.path AS path
    FROM (SELECT stories_id AS other FROM stories_rels WHERE parent_id = ${id} AND path = 'translations'
          UNION SELECT parent_id FROM stories_rels WHERE stories_id = ${id} AND path = 'translations') pair
    JOIN stories s ON s.id = pair.other
    JOIN paths p ON p.kind = 'story' AND p.ref = CAST(s.id AS TEXT) AND p.state = 'live'
    WHERE coalesce(s.noindex, ${false}) = ${false} AND coalesce(s.canonical_url, '') = '' AND coalesce(s._status, 'draft') = 'published'`)
}

/** Corrections newest first; one without words is not one. */
export function toCorrections(value: unknown): Correction[] {
  const rows = Array.isArray(value) ? (value as { kind?: string; at?: string; text?: string }[]) : []
  return rows
    .filter((row) => row.text && row.at)
    .map((row): Correction => ({ kind: row.kind === 'clarification' || row.kind === 'update' ? row.kind : 'correction', at: row.at!, text: row.text! }))
    .sort((a, b) => b.at.localeCompare(a.at))
}

const relatedIds = (doc: StoryDoc): number[] =>
  Array.isArray(doc.related) ? doc.related.map((story: unknown) => Number(isDoc(story) ? story.id : story)).filter((id) => id !== doc.id) : []

const livePostBodies = (doc: StoryDoc): unknown[] => (Array.isArray(doc.livePosts) ? doc.livePosts.map((post: { body?: unknown }) => post.body) : [])

/** What bodies point at, read at once for all of them. */
interface Found {
  cards: Map<number, Card>
  media: Map<number, unknown>
  pages: Map<number, string>
}

const linksOf = (doc: StoryDoc) => referencesOf([doc.body, livePostBodies(doc)])

/** The ids of the stories that one points at, itself not among them. */
function storiesOf(doc: StoryDoc): number[] {
  const references = linksOf(doc)
  const linked = references.links.filter((link) => link.collection === 'stories').map((link) => link.id)
  return [...new Set([...references.stories, ...linked, ...relatedIds(doc)])].filter((id) => id !== doc.id)
}

async function lookUp(payload: Payload, docs: readonly StoryDoc[]): Promise<Found> {
  const references = docs.map(linksOf)
  const mediaIds = [...new Set(references.flatMap(({ media }) => media))]
  const pageIds = references.flatMap(({ links }) => links.filter((link) => link.collection === 'pages').map((link) => link.id))
  const [cards, media, pages] = await Promise.all([
    listCardsByIds(docs.flatMap(storiesOf)),
    mediaIds.length === 0 ? null : payload.find({ collection: 'media', where: { id: { in: mediaIds } }, select: mediaPopulate, depth: 0, pagination: false }),
    pageIds.length === 0 ? null : payload.find({ collection: 'pages', where: { and: [{ id: { in: pageIds } }, { _status: { equals: 'published' } }] }, select: { slug: true, address: true }, depth: 0, pagination: false }),
  ])
  return {
    cards: new Map(cards.map((card) => [Number(card.id), card])),
    media: new Map(media?.docs.map((item) => [Number(item.id), item])),
    pages: new Map(pages?.docs.map((page) => [Number(page.id), staticPagePath(String(page.slug), textOf(page.address))])),
  }
}

function contextOf(doc: StoryDoc, { cards, media, pages }: Found): BlockContext {
  const cardOf = (id: number) => (id === doc.id ? null : (cards.get(id) ?? null))
  return {
    cardOf,
    mediaOf: (id) => media.get(id) ?? null,
    pathOf: (collection, id) => (collection === 'stories' ? (cardOf(id)?.path ?? null) : (pages.get(id) ?? null)),
  }
}
