import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteStory } from '@/components/lite/LiteStory'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { listRelated } from '@/lib/data/related'
import { getStory, listLatestBeside } from '@/lib/data/stories'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [story, site] = await Promise.all([getStory((await params).id), getSite()])
  return story ? liteMetadata({ title: story.search.headline, description: story.search.description, path: story.path, noindex: story.search.noindex }, site) : {}
}

export default async function LiteStoryPage({ params }: Props) {
  const { id } = await params
  const story = await getStory(id)
  if (!story) notFound()
  const [site, { now }, related, latest] = await Promise.all([getSite(), getMasthead(), listRelated(id), listLatestBeside(6, id)])
  return (
    <>
      <LiteStory story={story} related={related} latest={latest} language={site.language} zone={site} now={now} />
      <FullEdition path={story.path} />
    </>
  )
}
