import { getSite } from '@/lib/data/site'
import { correctionsPath } from '@/lib/routes'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ page: string }>
}

export default async function CorrectionsGraph({ params }: Props) {
  const [{ page }, site] = await Promise.all([params, getSite()])
  const list = { name: 'Corrections', path: correctionsPath() }
  return <Graph things={listGraph({ ...list, description: `Corrections, clarifications and updates from ${site.name}.`, page: Number(page), trail: [list] }, site)} />
}
