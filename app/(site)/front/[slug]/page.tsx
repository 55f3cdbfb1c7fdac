import type { Metadata } from 'next'
import { HomeView } from '@/components/front/HomeView'
import { LiteLink } from '@/components/footer/LiteLink'
import { getHomeFront } from '@/lib/data/fronts'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { homePath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  return listMetadata({ title: site.name, description: site.description, path: homePath, feed: true }, site)
}

export default async function FrontPage() {
  const [front, site, { now }] = await Promise.all([getHomeFront(), getSite(), getMasthead()])
  return (
    <>
      <HomeView front={front} site={site} now={now} />
      <LiteLink path={homePath} />
    </>
  )
}
