import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteList, LitePages, LiteTitle } from '@/components/lite/LiteList'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { getLatest } from '@/lib/data/stories'
import { latestPath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ page }, site] = await Promise.all([params, getSite()])
  return liteMetadata({ title: 'Latest', description: `Everything from ${site.name}, newest first.`, path: latestPath(), page: Number(page) }, site)
}

export default async function LiteLatestPage({ params }: Props) {
  const river = await getLatest(Number((await params).page))
  if (!river) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <LiteTitle title="Latest" text={`Everything from ${site.name}, newest first.`} />
      <LiteList cards={river.cards} underTitle standfirst={false} zone={site} now={now} />
      <LitePages paging={river} path={latestPath()} />
      <FullEdition path={latestPath(river.page)} />
    </>
  )
}
