import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LiteBody } from '@/components/lite/LiteBody'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteTitle } from '@/components/lite/LiteList'
import { getPage } from '@/lib/data/pages'
import { getSite } from '@/lib/data/site'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [page, site] = await Promise.all([getPage((await params).id), getSite()])
  return page ? liteMetadata({ title: page.title, description: page.standfirst, path: page.path }, site) : {}
}

export default async function LiteStaticPage({ params }: Props) {
  const [page, site] = await Promise.all([getPage((await params).id), getSite()])
  if (!page) notFound()
  return (
    <>
      <LiteTitle title={page.title} text={page.standfirst} />
      <LiteBody body={page.body} zone={site} />
      <FullEdition path={page.path} />
    </>
  )
}
