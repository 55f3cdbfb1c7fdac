import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SectionView } from '@/components/front/SectionView'
import { Rail } from '@/components/widgets/Rail'
import { LiteLink } from '@/components/footer/LiteLink'
import { getSectionFront } from '@/lib/data/fronts'
import { getMasthead } from '@/lib/data/masthead'
import { getSection } from '@/lib/data/sections'
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
  const [section, site] = await Promise.all([getSection(id), getSite()])
  if (!section) return {}
  return listMetadata({ title: section.name, description: section.description, path: section.path, page: Number(page), feed: true }, site)
}

export default async function SectionPage({ params }: Props) {
  const { id, page } = await params
  const [section, front] = await Promise.all([getSection(id), getSectionFront(id, Number(page))])
  if (!section || !front) notFound()
  const [site, { now }, trending, latest] = await Promise.all([getSite(), getMasthead(), listTrending(5), listLatestBeside(6)])
  const rail = <Rail trending={trending} latest={latest} site={site} now={now} />
  return (
    <>
      <SectionView section={section} front={front} rail={rail} now={now} zone={site} />
      <LiteLink path={pagedPath(section.path, front.river.page)} />
    </>
  )
}
