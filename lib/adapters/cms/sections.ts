import type { SectionLink } from '@/lib/model/card'
import type { Section } from '@/lib/model/section'
import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from './client'
import { textOf, toSectionLink } from './links'

/** A section as the tree knows it: its document id, its link, and who stands above it. */
export interface SectionNode {
  id: number
  parentId: number | null
  description: string | null
  link: SectionLink
}

/** All sections in the editors' order, parents anywhere. */
export async function listSectionNodes(): Promise<SectionNode[]> {
  const { all } = sqlOf(await cms())
  const rows = await all<{ id: number; parent_id: number | null; description: unknown; slug: string; name: string; path: string }>(
    sql`SELECT id, parent_id, description, slug, name, path FROM sections ORDER BY "order", name, id`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    parentId: row.parent_id === null ? null : Number(row.parent_id),
    description: textOf(row.description),
    link: toSectionLink(row),
  }))
}

/** From the top of the tree down to the section itself. */
export function trailTo(id: number | null, nodes: readonly SectionNode[]): SectionNode[] {
  const node = (wanted: number | null) => nodes.find((candidate) => candidate.id === wanted)
  const trail: SectionNode[] = []
  for (let at = node(id); at !== undefined && trail.length < 10; at = node(at.parentId)) trail.unshift(at)
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
    trail: trailTo(id, nodes).map(({ link }) => link),
    children: nodes.filter((candidate) => candidate.parentId === id).map((candidate) => candidate.link),
  }
}
