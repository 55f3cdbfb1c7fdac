import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageView } from '@/components/story/PageView'
import { LiteLink } from '@/components/footer/LiteLink'
import { getMasthead } from '@/lib/data/masthead'
import { getPage } from '@/lib/data/pages'
import { getSite } from '@/lib/data/site'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [page, site] = await Promise.all([getPage((await params).id), getSite()])
  return page ? listMetadata({ title: page.title, description: page.standfirst, path: page.path }, site) : {}
}

export default async function StaticPage({ params }: Props) {
  const page = await getPage((await params).id)
  if (!page) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <PageView page={page} now={now} zone={site} />
      <LiteLink path={page.path} />
    </>
  )
}
