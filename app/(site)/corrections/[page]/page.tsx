import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CorrectionsView } from '@/components/story/CorrectionsView'
import { LiteLink } from '@/components/footer/LiteLink'
import { listCorrections } from '@/lib/data/corrections'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { correctionsPath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  params: Promise<{ page: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ page }, site] = await Promise.all([params, getSite()])
  return listMetadata({ title: 'Corrections', description: `Corrections, clarifications and updates from ${site.name}.`, path: correctionsPath(), page: Number(page) }, site)
}

export default async function CorrectionsPage({ params }: Props) {
  const found = await listCorrections(Number((await params).page))
  if (!found) notFound()
  const [site, { now }] = await Promise.all([getSite(), getMasthead()])
  return (
    <>
      <CorrectionsView {...found} now={now} zone={site} />
      <LiteLink path={correctionsPath(found.paging.page)} />
    </>
  )
}
