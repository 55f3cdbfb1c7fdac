import type { AuthorLink, SectionLink, TopicLink } from '@/lib/model/card'
import { authorPath, topicPath } from '@/lib/routes'
import { toPicture } from './pictures'

/** What Payload gives for a relationship: the document when it was populated, its id when not, null when it is gone. */
type Related = unknown

interface Doc {
  id: number
  [field: string]: unknown
}

export const isDoc = (value: Related): value is Doc => typeof value === 'object' && value !== null && 'id' in value
export const docsOf = (value: Related): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : [])
/** A time as ISO 8601 in UTC: PostgreSQL writes it in its own way. */
export const timeOf = (value: unknown): string | null => (value == null ? null : new Date(String(value)).toISOString())

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** A document or a row of its table. */
type Label = Record<string, unknown>

export const toSectionLink = (doc: Label): SectionLink => ({ slug: String(doc.slug), name: String(doc.name), path: String(doc.path) })
export const toTopicLink = (doc: Label): TopicLink => ({ slug: String(doc.slug), name: String(doc.name), path: topicPath(String(doc.slug)) })
export const toAuthorLink = (doc: Label): AuthorLink => ({
  slug: String(doc.slug),
  name: String(doc.name),
  path: authorPath(String(doc.slug)),
  role: textOf(doc.role),
  portrait: toPicture(doc.portrait),
})
