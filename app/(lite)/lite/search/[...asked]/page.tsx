import type { Metadata } from 'next'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteSearch } from '@/components/lite/LiteSearch'
import { getMasthead } from '@/lib/data/masthead'
import { search } from '@/lib/data/search'
import { getSite, listSectionTree } from '@/lib/data/site'
import { readSearch } from '@/lib/format/search'
import { searchPath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  /** The query of the address as base64url, in parts; "nothing" without one (lib/data/doorway.ts). */
  params: Promise<{ asked: string[] }>
}

const queryOf = (asked: string[]) => (asked[0] === 'nothing' ? '' : Buffer.from(asked.join(''), 'base64url').toString('utf8'))

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return liteMetadata({ title: 'Search', description: `Search every story of ${site.name}.`, path: searchPath, noindex: true }, site)
}

export default async function LiteSearchPage({ params }: Props) {
  const given = queryOf((await params).asked)
  const [site, tree, { now }] = await Promise.all([getSite(), listSectionTree(), getMasthead()])
  const sections = tree.flatMap(({ children, ...section }) => [section, ...children])
  const { asked, query } = readSearch(Object.fromEntries(new URLSearchParams(given)), new Set(sections.map((section) => section.slug)))
  const result = query ? await search(query) : null
  return (
    <>
      <LiteSearch asked={asked} query={query} result={result} zone={site} now={now} />
      <FullEdition path={searchPath + given} />
    </>
  )
}
