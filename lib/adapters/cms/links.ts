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
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

export const toSectionLink = (doc: Doc): SectionLink => ({ slug: String(doc.slug), name: String(doc.name), path: String(doc.path) })
export const toTopicLink = (doc: Doc): TopicLink => ({ slug: String(doc.slug), name: String(doc.name), path: topicPath(String(doc.slug)) })
export const toAuthorLink = (doc: Doc): AuthorLink => ({
  slug: String(doc.slug),
  name: String(doc.name),
  path: authorPath(String(doc.slug)),
  role: textOf(doc.role),
  portrait: toPicture(doc.portrait),
})
