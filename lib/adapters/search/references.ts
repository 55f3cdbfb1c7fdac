import { referencesOf } from '@/lib/adapters/cms/body-blocks'
import { cms } from '@/lib/adapters/cms/client'

/** What a published story points at, by document ids. */
export interface References {
  section: number | null
  topics: number[]
  /** The editors' choice of related stories, in their order. */
  related: number[]
  /** Stories its text refers to already: "read also" and links. */
  mentioned: number[]
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number).filter(Number.isFinite) : [])

/** What a published story points at; null when it is not published. */
export async function readReferences(id: number): Promise<References | null> {
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'stories',
    where: { id: { equals: id } },
    select: { section: true, topics: true, related: true, body: true, withdrawn: true, _status: true },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  const doc = docs[0]
  if (doc === undefined || doc._status !== 'published' || doc.withdrawn === true) return null
  const references = referencesOf(doc.body)
  return {
    section: doc.section == null ? null : Number(doc.section),
    topics: numbers(doc.topics),
    related: numbers(doc.related),
    mentioned: [...new Set([...references.stories, ...references.links.filter((link) => link.collection === 'stories').map((link) => link.id)])],
  }
}
