import type { Payload, Where } from 'payload'
import type { Correction, LiveCoverage, Story, StoryAuthor } from '@/lib/model/story'
import type { Card, TopicLink } from '@/lib/model/card'
import { among, sql, sqlOf } from '@/lib/cms/sql'
import { storyPath } from '@/lib/routes'
import { toBlocks } from './body'
import { referencesOf, type BlockContext } from './body-blocks'
import { kindOf, listCardsByIds, readingMinutes } from './cards'
import { cms } from './client'
import { textOf } from './links'
import { readBylines, readMedia, readPagePaths, readTopicLinks, toByline } from './lookups'
import { toFigure, toPicture, type Media } from './pictures'
import { listSectionNodes, trailTo, type SectionNode } from './sections'

/** A story as its tables hold it: what it points at stands in it as ids. */
interface StoryDoc {
  id: number
  [field: string]: unknown
}

const isLive = (doc: StoryDoc) => doc._status === 'published' && doc.withdrawn !== true

/** What else is asked of a published story's references: where related news are looked for. */
export interface References {
  section: number | null
  topics: number[]
  /** The editors' choice of related stories, in their order. */
  related: number[]
  /** Stories its text refers to already: "read also" and links. */
  mentioned: number[]
}

/**
 * A published story as its page shows it, the ids of the stories it names, and what it points at; null when there is none,
 * or it has been withdrawn.
 */
export async function readStory(id: number): Promise<{ story: Story; mentions: string[]; references: References } | null> {
  const payload = await cms()
  // Straight from the adapter: nothing of ours is done to stories as they are read, and Payload would visit every field.
  const doc = await payload.db.findOne<StoryDoc>({ collection: 'stories', where: { id: { equals: id } } })
  if (doc === null || !isLive(doc)) return null
  const found = await lookUp(payload, [doc])
  return { ...toStory(doc, found), references: { section: idOf(doc.section), topics: idsOf(doc.topics), related: relatedIds(doc), mentioned: found.links.get(doc.id)!.stories } }
}

/** Published stories whole, in the order asked for, at about the cost of one; what is not published is left out. */
export async function readStories(ids: readonly number[]): Promise<Story[]> {
  if (ids.length === 0) return []
  const payload = await cms()
  const { docs } = await payload.db.find<StoryDoc>({ collection: 'stories', where: { id: { in: [...ids] } }, pagination: false, limit: 0 })
  const live = docs.filter(isLive)
  const found = await lookUp(payload, live)
  const byId = new Map(live.map((doc) => [doc.id, toStory(doc, found).story]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The newest saved form of a story (or one earlier version), published or not: for previews only. */
export async function readDraftStory(id: number, versionId?: string): Promise<{ story: Story; status: 'draft' | 'published'; savedAt: string; versionId: string } | null> {
  const payload = await cms()
  const where: Where = versionId === undefined ? { and: [{ parent: { equals: id } }, { latest: { equals: true } }] } : { and: [{ id: { equals: versionId } }, { parent: { equals: id } }] }
  const { docs } = await payload.findVersions({ collection: 'stories', where, depth: 0, limit: 1, pagination: false, sort: '-updatedAt' })
  const version = docs[0]
  if (version === undefined) return null
  const doc = { ...(version.version as object), id } as StoryDoc
  const { story } = toStory(doc, await lookUp(payload, [doc]))
  return { story, status: doc._status === 'published' ? 'published' : 'draft', savedAt: String(version.updatedAt), versionId: String(version.id) }
}

function toStory(doc: StoryDoc, found: Found): { story: Story; mentions: string[] } {
  const context = contextOf(doc, found)
  const translations = found.translations.get(doc.id) ?? []
  const trail = trailTo(idOf(doc.section), found.sections).map(({ link }) => link)
  const section = trail.at(-1) ?? { slug: '', name: '', path: '' }
  const headline = textOf(doc.headline) ?? ''
  const standfirst = textOf(doc.standfirst)
  const dateline = doc.dateline as { place?: string | null; agency?: string | null } | undefined
  const description = textOf(doc.searchDescription) ?? standfirst ?? ''
  const words = Number(doc.wordCount ?? 0)
  const mediaAt = (value: unknown) => found.media.get(Number(idOf(value)))
  const hero = toFigure(mediaAt(doc.hero), doc.heroCaption)
  const story: Story = {
    id: String(doc.id),
    path: storyPath(section.path, String(doc.slug ?? ''), textOf(doc.address)),
    revision: String(doc.revision ?? 0),
    kind: kindOf(doc.kind),
    language: textOf(doc.language) ?? found.language,
    kicker: textOf(doc.kicker),
    headline,
    standfirst,
    authors: idsOf(doc.authors).flatMap((author) => found.authors.get(author) ?? []),
    dateline: dateline?.place ? { place: dateline.place, agency: dateline.agency || null } : null,
    section,
    trail,
    otherSections: idsOf(doc.otherSections).flatMap((other) => trailTo(other, found.sections).at(-1)?.link ?? []),
    topics: idsOf(doc.topics).flatMap((topic) => found.topics.get(topic) ?? []),
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
      picture: toPicture(mediaAt(doc.socialPicture)) ?? hero?.picture ?? null,
    },
    live: doc.kind === 'live' ? toLive(doc, found, context) : null,
    translations: translations.map(({ language, path }) => ({ language: language || found.language, path })),
    expiresAt: textOf(doc.expiresAt),
    relatedChoice: relatedIds(doc).flatMap((id) => context.cardOf(id) ?? []),
  }
  return { story, mentions: [...new Set([...found.links.get(doc.id)!.stories, ...relatedIds(doc), ...translations.map(({ id }) => Number(id))])].map(String) }
}

/** A live story's posts, newest first. */
function toLive(doc: StoryDoc, found: Found, context: BlockContext): LiveCoverage {
  const posts = livePosts(doc)
    .filter((row) => row.at && row.headline)
    .map((row) => ({ id: String(row.id), at: row.at!, headline: row.headline!, author: idsOf([row.author]).flatMap((id) => found.authors.get(id) ?? []).map(toByline)[0] ?? null, key: row.key === true, body: toBlocks(row.body, context) }))
    .sort((a, b) => b.at.localeCompare(a.at))
  return { startedAt: textOf(doc.liveStartedAt) ?? textOf(doc.publishedAt) ?? new Date().toISOString(), endedAt: textOf(doc.liveEndedAt), posts }
}

interface Translation {
  id: number
  language: string | null
  path: string
}

/**
 * Live stories in other languages that name each of these, or that they name. The status is wrapped so that SQLite begins
 * with the pairs and not with every published story.
 */
async function listTranslations(payload: Payload, ids: readonly number[]): Promise<Map<number, Translation[]>> {
  if (ids.length === 0) return new Map()
  const rows = await sqlOf(payload).all<Translation & { one: number }>(sql`
    SELECT pair.one AS one, s.id AS id, s.language AS language, p.path AS path
    FROM (SELECT parent_id AS one, stories_id AS other FROM stories_rels WHERE parent_id IN (${among(ids)}) AND path = 'translations'
          UNION SELECT stories_id, parent_id FROM stories_rels WHERE stories_id IN (${among(ids)}) AND path = 'translations') pair
    JOIN stories s ON s.id = pair.other
    JOIN paths p ON p.kind = 'story' AND p.ref = CAST(s.id AS TEXT) AND p.state = 'live'
    WHERE coalesce(s.noindex, ${false}) = ${false} AND coalesce(s.canonical_url, '') = '' AND coalesce(s._status, 'draft') = 'published'`)
  const found = new Map<number, Translation[]>()
  for (const row of rows) found.set(Number(row.one), [...(found.get(Number(row.one)) ?? []), row])
  return found
}

/** Corrections newest first; one without words is not one. */
export function toCorrections(value: unknown): Correction[] {
  const rows = Array.isArray(value) ? (value as { kind?: string; at?: string; text?: string }[]) : []
  return rows
    .filter((row) => row.text && row.at)
    .map((row): Correction => ({ kind: row.kind === 'clarification' || row.kind === 'update' ? row.kind : 'correction', at: row.at!, text: row.text! }))
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** The id of what a field points at; null when it points at nothing. */
const idOf = (value: unknown): number | null => (value == null ? null : Number(typeof value === 'object' && 'id' in value ? value.id : value))
const idsOf = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : [])

const relatedIds = (doc: StoryDoc): number[] => idsOf(doc.related).filter((id) => id !== doc.id)

interface LivePostRow {
  id: unknown
  at?: string | null
  headline?: string | null
  author?: unknown
  key?: boolean | null
  body?: unknown
}

const livePosts = (doc: StoryDoc): LivePostRow[] => (Array.isArray(doc.livePosts) ? (doc.livePosts as LivePostRow[]) : [])

/** What stories point at, read at once for all of them. */
interface Found {
  links: Map<number, Links>
  language: string
  sections: SectionNode[]
  authors: Map<number, StoryAuthor>
  topics: Map<number, TopicLink>
  translations: Map<number, Translation[]>
  cards: Map<number, Card>
  media: Map<number, Media>
  pages: Map<number, string>
}

/** What a story's texts point at, by document ids; itself is not among the stories. */
interface Links {
  media: number[]
  stories: number[]
  pages: number[]
}

function linksOf(doc: StoryDoc): Links {
  const { media, stories, links } = referencesOf([doc.body, livePosts(doc).map((post) => post.body)])
  const linked = (collection: string) => links.filter((link) => link.collection === collection).map((link) => link.id)
  return { media, stories: [...new Set([...stories, ...linked('stories')])].filter((id) => id !== doc.id), pages: linked('pages') }
}

async function lookUp(payload: Payload, docs: readonly StoryDoc[]): Promise<Found> {
  const links = new Map(docs.map((doc) => [doc.id, linksOf(doc)]))
  const linked = [...links.values()]
  const [language, sections, authors, topics, translations, cards, media, pages] = await Promise.all([
    readLanguage(payload),
    listSectionNodes(),
    readBylines(docs.flatMap((doc) => [...idsOf(doc.authors), ...idsOf(livePosts(doc).map((post) => post.author))])),
    readTopicLinks(docs.flatMap((doc) => idsOf(doc.topics))),
    listTranslations(payload, docs.map((doc) => doc.id)),
    listCardsByIds([...linked.flatMap(({ stories }) => stories), ...docs.flatMap(relatedIds)]),
    readMedia([...linked.flatMap(({ media }) => media), ...docs.flatMap((doc) => idsOf([doc.hero, doc.socialPicture]))]),
    readPagePaths(linked.flatMap(({ pages }) => pages)),
  ])
  return { links, language, sections, authors, topics, translations, cards: new Map(cards.map((card) => [Number(card.id), card])), media, pages }
}

/** The newsroom's own language. */
async function readLanguage(payload: Payload): Promise<string> {
  const [settings] = await sqlOf(payload).all<{ language: string }>(sql`SELECT language FROM settings LIMIT 1`)
  return settings?.language ?? 'en'
}

function contextOf(doc: StoryDoc, { cards, media, pages }: Found): BlockContext {
  const cardOf = (id: number) => (id === doc.id ? null : (cards.get(id) ?? null))
  return {
    cardOf,
    mediaOf: (id) => media.get(id) ?? null,
    pathOf: (collection, id) => (collection === 'stories' ? (cardOf(id)?.path ?? null) : (pages.get(id) ?? null)),
  }
}
