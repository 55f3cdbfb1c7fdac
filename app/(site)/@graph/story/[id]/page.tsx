import { getSite } from '@/lib/data/site'
import { getStory } from '@/lib/data/stories'
import { storyGraph } from '@/lib/seo/graph/story'
import { Graph } from '../../Graph'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export default async function StoryGraph({ params }: Props) {
  const [story, site] = await Promise.all([getStory((await params).id), getSite()])
  return story && <Graph things={storyGraph(story, site)} />
}
