import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LatestView } from '@/components/front/LatestView'
import { FollowRail } from '@/components/widgets/FollowUs'
import { TrendingRail } from '@/components/widgets/Trending'
import { LiteLink } from '@/components/footer/LiteLink'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { getLatest } from '@/lib/data/stories'
import { listTrending } from '@/lib/data/trending'
import { latestPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ page }, site] = await Promise.all([params, getSite()])
  return listMetadata({ title: 'Latest', description: `Everything from ${site.name}, newest first.`, path: latestPath(), page: Number(page), feed: false }, site)
}

export default async function LatestPage({ params }: Props) {
  const river = await getLatest(Number((await params).page))
  if (!river) notFound()
  const [site, { now }, trending] = await Promise.all([getSite(), getMasthead(), listTrending(5)])
  const rail = (
    <aside aria-label="More news" className="grid gap-10">
      <TrendingRail cards={trending} now={now} />
      <FollowRail site={site} />
    </aside>
  )
  return (
    <>
      <LatestView river={river} rail={rail} now={now} zone={site} />
      <LiteLink path={latestPath(river.page)} />
    </>
  )
}
