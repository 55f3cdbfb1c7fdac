import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TopicView } from '@/components/front/TopicView'
import { Rail } from '@/components/widgets/Rail'
import { LiteLink } from '@/components/footer/LiteLink'
import { getTopic, getTopicRiver } from '@/lib/data/topics'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { listLatestBeside } from '@/lib/data/stories'
import { listTrending } from '@/lib/data/trending'
import { pagedPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string; page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, page } = await params
  const [topic, site] = await Promise.all([getTopic(id), getSite()])
  if (!topic) return {}
  return listMetadata({ title: topic.name, description: topic.description, path: topic.path, page: Number(page), feed: true }, site)
}

export default async function TopicPage({ params }: Props) {
  const { id, page } = await params
  const [topic, river] = await Promise.all([getTopic(id), getTopicRiver(id, Number(page))])
  if (!topic || !river) notFound()
  const [site, { now }, trending, latest] = await Promise.all([getSite(), getMasthead(), listTrending(5), listLatestBeside(6)])
  const rail = <Rail trending={trending} latest={latest} site={site} now={now} />
  return (
    <>
      <TopicView topic={topic} river={river} rail={rail} now={now} zone={site} />
      <LiteLink path={pagedPath(topic.path, river.page)} />
    </>
  )
}
