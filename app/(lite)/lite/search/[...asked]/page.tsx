import type { Metadata } from 'next'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteSearch } from '@/components/lite/LiteSearch'
import { getMasthead } from '@/lib/data/masthead'
import { enterSearch } from '@/lib/data/search'
import { getSite } from '@/lib/data/site'
import { searchPath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ asked: string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return liteMetadata({ title: 'Search', description: `Search every story of ${site.name}.`, path: searchPath, noindex: true }, site)
}

export default async function LiteSearchPage({ params }: Props) {
  const [{ given, asked, query, result }, site, { now }] = await Promise.all([enterSearch((await params).asked), getSite(), getMasthead()])
  return (
    <>
      <LiteSearch asked={asked} query={query} result={result} zone={site} now={now} />
      <FullEdition path={searchPath + given} />
    </>
  )
}
