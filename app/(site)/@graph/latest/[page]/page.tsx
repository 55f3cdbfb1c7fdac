import { getSite } from '@/lib/data/site'
import { latestPath } from '@/lib/routes'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ page: string }>
}

export default async function LatestGraph({ params }: Props) {
  const [{ page }, site] = await Promise.all([params, getSite()])
  const list = { name: 'Latest', path: latestPath() }
  return <Graph things={listGraph({ ...list, description: `Everything from ${site.name}, newest first.`, page: Number(page), trail: [list] }, site)} />
}
