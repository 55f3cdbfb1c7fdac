import { getPage } from '@/lib/data/pages'
import { getSite } from '@/lib/data/site'
import { pageGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export default async function PageGraph({ params }: Props) {
  const [page, site] = await Promise.all([getPage((await params).id), getSite()])
  return page && <Graph things={pageGraph(page, site)} />
}
