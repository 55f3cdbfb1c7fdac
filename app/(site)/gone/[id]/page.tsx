import { Notice } from '@/components/ui/Notice'
import { Day } from '@/components/ui/When'
import { getSite } from '@/lib/data/site'
import { getWithdrawal } from '@/lib/data/withdrawn'
import { hiddenMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export const metadata = hiddenMetadata('Withdrawn')

export default async function GonePage({ params }: { params: Promise<{ id: string }> }) {
  const [withdrawal, site] = await Promise.all([getWithdrawal((await params).id), getSite()])
  return (
    <Notice code="410" title="This page has been withdrawn">
      {withdrawal?.reason && <p>{withdrawal.reason}</p>}
      <p>
        {site.name} took it down
        {withdrawal && (
          <>
            {' '}
            on <Day at={withdrawal.at} zone={site} />
          </>
        )}
        . It will not come back to this address.
      </p>
    </Notice>
  )
}
