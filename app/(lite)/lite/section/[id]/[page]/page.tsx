import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteSection } from '@/components/lite/LiteViews'
import { getSectionFront } from '@/lib/data/fronts'
import { getMasthead } from '@/lib/data/masthead'
import { getSection } from '@/lib/data/sections'
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
  const [section, site] = await Promise.all([getSection(id), getSite()])
  return section ? liteMetadata({ title: section.name, description: section.description, path: section.path, page: Number(page) }, site) : {}
}

export default async function LiteSectionPage({ params }: Props) {
  const { id, page } = await params
  const [section, front] = await Promise.all([getSection(id), getSectionFront(id, Number(page))])
  if (!section || !front) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <LiteSection section={section} front={front} zone={site} now={now} />
      <FullEdition path={pagedPath(section.path, front.river.page)} />
    </>
  )
}
