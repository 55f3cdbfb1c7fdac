import { LiteTitle } from '@/components/lite/LiteList'
import { getSite } from '@/lib/data/site'
import { getWithdrawal } from '@/lib/data/withdrawn'
import { formatDate } from '@/lib/format/dates'
import { hiddenMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export const metadata = hiddenMetadata('Withdrawn')

export default async function LiteGonePage({ params }: { params: Promise<{ id: string }> }) {
  const [withdrawal, site] = await Promise.all([getWithdrawal((await params).id), getSite()])
  return (
    <>
      <LiteTitle over="410" title="This page has been withdrawn" text={withdrawal?.reason} />
      <p>
        {site.name} took it down{withdrawal ? ` on ${formatDate(withdrawal.at, site)}` : ''}. It will not come back to this address.
      </p>
    </>
  )
}
