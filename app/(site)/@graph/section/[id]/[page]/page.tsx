import { getSection } from '@/lib/data/sections'
import { getSite } from '@/lib/data/site'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string; page: string }>
}

export default async function SectionGraph({ params }: Props) {
  const { id, page } = await params
  const [section, site] = await Promise.all([getSection(id), getSite()])
  return section && <Graph things={listGraph({ name: section.name, description: section.description, path: section.path, page: Number(page), trail: section.trail }, site)} />
}
