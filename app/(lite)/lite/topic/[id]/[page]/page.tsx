import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteList, LitePages, LiteTitle } from '@/components/lite/LiteList'
import { getTopic, getTopicRiver } from '@/lib/data/topics'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { pagedPath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

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
  return topic ? liteMetadata({ title: topic.name, description: topic.description, path: topic.path, page: Number(page) }, site) : {}
}

export default async function LiteTopicPage({ params }: Props) {
  const { id, page } = await params
  const [topic, river] = await Promise.all([getTopic(id), getTopicRiver(id, Number(page))])
  if (!topic || !river) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <LiteTitle title={topic.name} text={topic.description} />
      <LiteList cards={river.cards} underTitle zone={site} now={now} />
      <LitePages paging={river} path={topic.path} />
      <FullEdition path={pagedPath(topic.path, river.page)} />
    </>
  )
}
