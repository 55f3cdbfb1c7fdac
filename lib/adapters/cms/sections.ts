import type { SectionLink } from '@/lib/model/card'
import type { Section } from '@/lib/model/section'
import { cms } from './client'
import { textOf } from './links'

/** A section as the tree knows it: its document id, its link, and who stands above it. */
export interface SectionNode {
  id: number
  parentId: number | null
  description: string | null
  link: SectionLink
}

/** All sections in the editors' order, parents anywhere. */
export async function listSectionNodes(): Promise<SectionNode[]> {
  const payload = await cms()
  const { docs } = await payload.find({ collection: 'sections', sort: ['order', 'name'], depth: 0, pagination: false })
  return docs.map((doc) => ({
    id: Number(doc.id),
    parentId: doc.parent == null ? null : Number(doc.parent),
    description: textOf(doc.description),
    link: { slug: String(doc.slug), name: doc.name, path: String(doc.path) },
  }))
}

/** From the top of the tree down to the section itself. */
export async function sectionTrail(id: number): Promise<SectionLink[]> {
  const nodes = new Map((await listSectionNodes()).map((node) => [node.id, node]))
  const trail: SectionLink[] = []
  for (let at = nodes.get(id); at !== undefined && trail.length < 10; at = at.parentId === null ? undefined : nodes.get(at.parentId)) {
    trail.unshift(at.link)
  }
  return trail
}

/** A section by its document id. */
export async function readSection(id: number): Promise<Section | null> {
  const nodes = await listSectionNodes()
  const node = nodes.find((candidate) => candidate.id === id)
  if (node === undefined) return null
  return {
    ...node.link,
    description: node.description,
    trail: await sectionTrail(id),
    children: nodes.filter((candidate) => candidate.parentId === id).map((candidate) => candidate.link),
  }
}
