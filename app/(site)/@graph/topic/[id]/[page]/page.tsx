import { getSite } from '@/lib/data/site'
import { getTopic } from '@/lib/data/topics'
import { listGraph } from '@/lib/seo/graph/pages'
import { Graph } from '../../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string; page: string }>
}

export default async function TopicGraph({ params }: Props) {
  const { id, page } = await params
  const [topic, site] = await Promise.all([getTopic(id), getSite()])
  return topic && <Graph things={listGraph({ name: topic.name, description: topic.description, path: topic.path, page: Number(page), trail: [topic] }, site)} />
}
