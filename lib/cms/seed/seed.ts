import type { Payload } from 'payload'
import { authors, sections, topics } from '@/demo/newsroom'
import { pages } from '@/demo/pages'
import { settings } from '@/demo/settings'
import { stories } from '@/demo/stories'
import type { DemoPicture, DemoStory } from '@/demo/types'
import { pictureKey, seedPictures, seedPortrait, seedSound, seedVideo } from './media'
import { toLexical, type BodyReferences } from './lexical'

const HOUR = 60 * 60 * 1000

export interface Login {
  name: string
  email: string
  password: string
  role: 'reporter' | 'editor' | 'administrator'
}

/**
 * Fills an empty database with the demonstration newsroom, its dates laid out backwards from `now`.
 * @returns false when there are stories already: nothing is touched then.
 */
export async function seed(payload: Payload, logins: readonly Login[], now: Date, say: (line: string) => void): Promise<boolean> {
  if ((await payload.count({ collection: 'stories' })).totalDocs > 0) return false
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString()

  for (const login of logins) await payload.create({ collection: 'users', data: login, depth: 0 })
  await payload.updateGlobal({ slug: 'settings', data: settings(hoursAgo(30)), depth: 0 })

  say('sections, topics, authors')
  const sectionIds = await seedSections(payload)
  const topicIds = await seedAll(topics, (topic) => payload.create({ collection: 'topics', data: { ...topic }, depth: 0 }))
  const authorIds = await seedAll(authors, async (author) => {
    const contacts = [{ label: 'E-mail', href: `mailto:${author.slug.split('-')[0]}@meridian.example` }]
    return payload.create({ collection: 'authors', data: { ...author, contacts, portrait: await seedPortrait(payload, author.slug, author.name) }, depth: 0 })
  })

  const media = await seedPictures(payload, allPictures(), (done, of) => (done % 10 === 0 || done === of) && say(`pictures ${done} of ${of}`))
  const soundId = await seedSound(payload)
  const videoId = await seedVideo(payload)

  // First every story as an empty draft, so that bodies can point at one another.
  const storyIds = new Map<string, number>()
  for (const story of stories) {
    const doc = await payload.create({ collection: 'stories', draft: true, data: { headline: story.headline, slug: story.slug } as never, depth: 0 })
    storyIds.set(story.slug, Number(doc.id))
  }
  const references: BodyReferences = {
    storyId: (slug) => found(storyIds, slug),
    mediaId: (picture) => found(media, pictureKey(picture)),
    soundId,
    videoId,
    hoursAgo,
  }
  const oldestFirst = [...stories].sort((a, b) => b.hoursAgo - a.hoursAgo)
  for (const [i, story] of oldestFirst.entries()) {
    await payload.update({ collection: 'stories', id: found(storyIds, story.slug), data: toDocument(story, references, { sectionIds, topicIds, authorIds }) as never, depth: 0, context: { now } })
    if ((i + 1) % 20 === 0 || i + 1 === stories.length) say(`stories ${i + 1} of ${stories.length}`)
  }
  for (const page of pages) {
    await payload.create({ collection: 'pages', data: { title: page.title, slug: page.slug, standfirst: page.standfirst, body: toLexical(page.body, references) as never, _status: 'published' }, depth: 0 })
  }
  await seedFronts(payload, storyIds, sectionIds, now)
  return true
}

async function seedSections(payload: Payload): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [order, section] of sections.entries()) {
    const { parent, ...fields } = section
    const doc = await payload.create({ collection: 'sections', data: { ...fields, order, parent: parent === null ? null : found(ids, parent) }, depth: 0 })
    ids.set(section.slug, Number(doc.id))
  }
  return ids
}

async function seedAll<T extends { slug: string }>(items: readonly T[], create: (item: T) => Promise<{ id: number | string }>): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const item of items) ids.set(item.slug, Number((await create(item)).id))
  return ids
}

function allPictures(): DemoPicture[] {
  const inBody = (story: { body: DemoStory['body'] }) =>
    story.body.flatMap((item) => (typeof item === 'string' ? [] : 'picture' in item ? [item.picture] : 'gallery' in item ? item.gallery : []))
  return [...stories.flatMap((story) => [story.picture, ...inBody(story)]), ...pages.flatMap(inBody)]
}

interface Ids {
  sectionIds: Map<string, number>
  topicIds: Map<string, number>
  authorIds: Map<string, number>
}

function toDocument(story: DemoStory, references: BodyReferences, { sectionIds, topicIds, authorIds }: Ids): Record<string, unknown> {
  const { hoursAgo } = references
  return {
    _status: 'published',
    kind: story.kind,
    kicker: story.kicker,
    headline: story.headline,
    standfirst: story.standfirst,
    slug: story.slug,
    section: found(sectionIds, story.section),
    otherSections: (story.otherSections ?? []).map((slug) => found(sectionIds, slug)),
    authors: story.authors.map((slug) => found(authorIds, slug)),
    topics: story.topics.map((slug) => found(topicIds, slug)),
    dateline: story.dateline ?? {},
    hero: references.mediaId(story.picture),
    heroCaption: story.picture.caption,
    body: toLexical(story.body, references),
    related: (story.related ?? []).map(references.storyId),
    corrections: (story.corrections ?? []).map((correction) => ({ kind: correction.kind, at: hoursAgo(correction.hoursAgo), text: correction.text })),
    ...(story.live ? liveFields(story.live, references, authorIds) : {}),
    searchHeadline: story.searchHeadline,
    socialHeadline: story.socialHeadline,
    publishedAt: hoursAgo(story.hoursAgo),
    revisedAt: story.updatedHoursAgo === undefined ? null : hoursAgo(story.updatedHoursAgo),
  }
}

function liveFields(live: NonNullable<DemoStory['live']>, references: BodyReferences, authorIds: Map<string, number>): Record<string, unknown> {
  const { hoursAgo } = references
  return {
    liveStartedAt: hoursAgo(live.startedHoursAgo),
    liveEndedAt: hoursAgo(live.endedHoursAgo),
    livePosts: live.posts.map((post) => ({
      headline: post.headline,
      at: hoursAgo(post.hoursAgo),
      author: post.author === undefined ? null : found(authorIds, post.author),
      key: post.key === true,
      body: toLexical(post.body, references),
    })),
  }
}

async function seedFronts(payload: Payload, storyIds: Map<string, number>, sectionIds: Map<string, number>, now: Date): Promise<void> {
  const until = new Date(now.getTime() + 14 * 24 * HOUR).toISOString()
  const strips = [
    ['diplomacy', 'lead-left'],
    ['pakistan', 'four-up'],
    ['climate', 'feature'],
    ['economy', 'headlines'],
    ['world', 'lead-right'],
    ['technology', 'four-up'],
    ['culture', 'feature'],
  ] as const
  await payload.create({
    collection: 'fronts',
    data: {
      title: 'Home',
      pins: [{ story: found(storyIds, 'river-commission-agrees-shared-gauges'), until }],
      strips: strips.map(([slug, layout]) => ({ section: found(sectionIds, slug), layout })),
    },
    depth: 0,
  })
}

function found(ids: Map<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demonstration names “${key}”, which it does not have.`)
  return id
}
