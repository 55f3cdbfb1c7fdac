import type { Metadata } from 'next'
import { SearchView } from '@/components/search/SearchView'
import { LiteLink } from '@/components/footer/LiteLink'
import { getMasthead } from '@/lib/data/masthead'
import { enterSearch } from '@/lib/data/search'
import { getSite } from '@/lib/data/site'
import { searchPath, searchResultsPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ asked: string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return listMetadata({ title: 'Search', description: `Search every story of ${site.name}.`, path: searchPath, noindex: true }, site)
}

export default async function SearchPage({ params }: Props) {
  const [{ asked, query, result, sections }, site, { now }] = await Promise.all([enterSearch((await params).asked), getSite(), getMasthead()])
  return (
    <>
      <SearchView asked={asked} query={query} result={result} sections={sections} now={now} zone={site} />
      <LiteLink path={query ? searchResultsPath(query) : searchPath} />
    </>
  )
}
