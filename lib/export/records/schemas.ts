import { z } from 'zod'
import { STRIP_LAYOUTS } from '@/lib/model/front'
import { STORY_KINDS } from '@/lib/model/card'
import { NETWORKS, POLICIES } from '@/lib/model/site'
import { blockSchema } from './blocks'

const text = z.string()
const id = z.string().regex(/^\d+$/)
const path = z.string().startsWith('/')
const instant = z.iso.datetime()
const flag = z.boolean()
const count = z.number().int().nonnegative()

const body = z.array(blockSchema)

const correction = z.strictObject({ kind: z.enum(['correction', 'clarification', 'update']), at: instant, text })
const livePost = z.strictObject({ id: text, at: instant, headline: text, author: text.nullable(), key: flag, body, html: text })

/** What an editor writes of a story: the same in the form readers see and in one that is not published yet. */
const storyWords = {
  kind: z.enum(STORY_KINDS),
  language: text,
  slug: text.nullable(),
  canonicalUrl: text.nullable(),
  section: path.nullable(),
  otherSections: z.array(path),
  authors: z.array(text),
  topics: z.array(text),
  kicker: text.nullable(),
  headline: text,
  standfirst: text.nullable(),
  dateline: z.strictObject({ place: text, agency: text.nullable() }).nullable(),
  hero: z.strictObject({ media: id, caption: text.nullable() }).nullable(),
  body,
  html: text,
  live: z.strictObject({ startedAt: instant.nullable(), endedAt: instant.nullable(), posts: z.array(livePost) }).nullable(),
  corrections: z.array(correction),
  withdrawal: z.strictObject({ reason: text.nullable() }).nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  scheduledFor: instant.nullable(),
  embargoedUntil: instant.nullable(),
  expiresAt: instant.nullable(),
  search: z.strictObject({ headline: text.nullable(), description: text.nullable(), noindex: flag }),
  social: z.strictObject({ headline: text.nullable(), description: text.nullable(), picture: id.nullable() }),
  related: z.array(id),
  translations: z.array(id),
  wordCount: count,
  savedAt: instant,
}

export const STORY_STATUSES = ['published', 'scheduled', 'draft', 'withdrawn'] as const

const pageWords = { slug: text.nullable(), title: text, standfirst: text.nullable(), body, html: text, savedAt: instant }

const link = z.strictObject({ label: text, path: text })
const rule = z.enum(['allow', 'refuse'])

/**
 * The records of an export, one file of JSON Lines for each kind. docs/contracts/export.md explains every field,
 * and a test holds the two together.
 */
export const schemas = {
  stories: z.strictObject({
    id,
    status: z.enum(STORY_STATUSES),
    path: path.nullable(),
    oldPaths: z.array(path),
    ...storyWords,
    createdAt: instant,
    createdBy: text.nullable(),
    pending: z.strictObject(storyWords).nullable(),
  }),
  pages: z.strictObject({
    id,
    status: z.enum(['published', 'draft']),
    path: path.nullable(),
    oldPaths: z.array(path),
    ...pageWords,
    createdAt: instant,
    pending: z.strictObject(pageWords).nullable(),
  }),
  sections: z.strictObject({ id, slug: text, name: text, path, oldPaths: z.array(path), parent: path.nullable(), description: text.nullable(), order: z.number() }),
  topics: z.strictObject({ id, slug: text, name: text, path, oldPaths: z.array(path), description: text.nullable() }),
  authors: z.strictObject({
    id,
    slug: text,
    name: text,
    path,
    oldPaths: z.array(path),
    role: text.nullable(),
    biography: text.nullable(),
    portrait: id.nullable(),
    contacts: z.array(z.strictObject({ label: text, href: text })),
  }),
  media: z.strictObject({
    id,
    file: text.nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
    url: text.nullable(),
    mimeType: text.nullable(),
    bytes: count.nullable(),
    width: count.nullable(),
    height: count.nullable(),
    focal: z.strictObject({ x: z.number(), y: z.number() }).nullable(),
    alt: text,
    caption: text.nullable(),
    credit: text.nullable(),
    transcript: text.nullable(),
    rightsExpireAt: instant.nullable(),
    createdAt: instant,
    savedAt: instant,
  }),
  fronts: z.strictObject({
    id,
    title: text,
    section: path.nullable(),
    pins: z.array(z.strictObject({ story: id, until: instant.nullable() })),
    strips: z.array(z.strictObject({ section: path, layout: z.enum(STRIP_LAYOUTS) })),
  }),
  settings: z.strictObject({
    name: text,
    alternateName: text.nullable(),
    tagline: text.nullable(),
    description: text.nullable(),
    language: text,
    locale: text,
    timeZone: text,
    contactEmail: text.nullable(),
    foundedYear: z.number().nullable(),
    newsletterUrl: text.nullable(),
    temperatureUnit: text.nullable(),
    cities: z.array(z.strictObject({ name: text, latitude: z.number(), longitude: z.number(), timeZone: text })),
    navigation: z.array(link),
    footerLinks: z.array(link),
    countStyle: text.nullable(),
    socialCountsAsOf: text.nullable(),
    social: z.array(z.strictObject({ network: z.enum(NETWORKS), url: text, handle: text.nullable(), count: count.nullable() })),
    logo: id.nullable(),
    preferredSource: flag.nullable(),
    policies: z.strictObject(Object.fromEntries(POLICIES.map((policy) => [policy, text.nullable()])) as Record<(typeof POLICIES)[number], z.ZodNullable<z.ZodString>>),
    indexNowKey: text.nullable(),
    hubs: z.array(z.strictObject({ url: text })),
    crawlers: z.strictObject({ search: rule, assistant: rule, training: rule, exceptions: z.array(z.strictObject({ agent: text, rule })), licenceContact: text.nullable() }),
    securityContact: text.nullable(),
    adsTxt: text.nullable(),
    appAdsTxt: text.nullable(),
    trustTxt: text.nullable(),
    breaking: z.strictObject({ active: flag.nullable(), label: text.nullable(), text: text.nullable(), story: id.nullable(), until: instant.nullable() }),
  }),
  users: z.strictObject({ id, name: text, email: text, role: z.enum(['reporter', 'editor', 'administrator']), closed: flag, createdAt: instant }),
  redirects: z.strictObject({
    path,
    kind: text,
    document: id.nullable(),
    state: z.enum(['live', 'moved', 'withdrawn']),
    target: text.nullable(),
    reason: text.nullable(),
    createdAt: instant,
  }),
}

export type Kind = keyof typeof schemas
export type RecordOf<K extends Kind> = z.infer<(typeof schemas)[K]>

/** What the export says of itself, in manifest.json. */
export const manifestSchema = z.strictObject({
  program: z.literal('dateline'),
  format: z.literal(1),
  madeAt: instant,
  site: z.strictObject({ name: text, url: text, timeZone: text }),
  counts: z.record(text, count),
  files: z.array(z.strictObject({ file: text, records: count, bytes: count, sha256: text })),
  problems: z.strictObject({ total: count, first: z.array(z.strictObject({ kind: text, id: text, title: text, message: text })) }),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Problem = Manifest['problems']['first'][number]
