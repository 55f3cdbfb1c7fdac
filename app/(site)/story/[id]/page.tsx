import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StoryView } from '@/components/story/StoryView'
import { LiteLink } from '@/components/footer/LiteLink'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { listRelated } from '@/lib/data/related'
import { getStory, listLatestBeside } from '@/lib/data/stories'
import { listTrending } from '@/lib/data/trending'
import { storyMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [story, site] = await Promise.all([getStory((await params).id), getSite()])
  return story ? storyMetadata(story, site) : {}
}

export default async function StoryPage({ params }: Props) {
  const { id } = await params
  const story = await getStory(id)
  if (!story) notFound()
  const [site, { now }, related, trending, latest] = await Promise.all([
    getSite(),
    getMasthead(),
    listRelated(id),
    listTrending(5),
    listLatestBeside(6, id),
  ])
  return (
    <>
      <StoryView story={story} site={site} now={now} related={related} trending={trending} latest={latest} />
      <LiteLink path={story.path} />
    </>
  )
}
