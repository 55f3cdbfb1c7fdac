import { getSite } from '@/lib/data/site'
import { homePath } from '@/lib/routes'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export default async function FrontGraph() {
  const site = await getSite()
  return <Graph things={listGraph({ name: site.name, description: site.description, path: homePath, trail: [] }, site)} />
}
