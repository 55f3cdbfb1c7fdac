import type { Metadata } from 'next'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteHome } from '@/components/lite/LiteHome'
import { getHomeFront } from '@/lib/data/fronts'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { homePath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return liteMetadata({ title: site.tagline, description: site.description, path: homePath }, site)
}

export default async function LiteFrontPage() {
  const [front, site, { now }] = await Promise.all([getHomeFront(), getSite(), getMasthead()])
  return (
    <>
      <LiteHome front={front} site={site} now={now} />
      <FullEdition path={homePath} />
    </>
  )
}
