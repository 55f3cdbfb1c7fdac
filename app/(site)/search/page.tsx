import type { Metadata } from 'next'
import { SearchView } from '@/components/search/SearchView'
import { LiteLink } from '@/components/footer/LiteLink'
import { getMasthead } from '@/lib/data/masthead'
import { search } from '@/lib/data/search'
import { getSite, listSectionTree } from '@/lib/data/site'
import { readSearch } from '@/lib/format/search'
import { searchPath, searchResultsPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return listMetadata({ title: 'Search', description: `Search every story of ${site.name}.`, path: searchPath, noindex: true }, site)
}

export default async function SearchPage({ searchParams }: Props) {
  const [params, site, tree, { now }] = await Promise.all([searchParams, getSite(), listSectionTree(), getMasthead()])
  const sections = tree.flatMap(({ children, ...section }) => [section, ...children])
  const { asked, query } = readSearch(params, new Set(sections.map((section) => section.slug)))
  const result = query ? await search(query) : null
  return (
    <>
      <SearchView asked={asked} query={query} result={result} sections={sections} now={now} zone={site} />
      <LiteLink path={query ? searchResultsPath(query) : searchPath} />
    </>
  )
}
