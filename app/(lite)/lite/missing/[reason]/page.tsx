import { LiteTitle } from '@/components/lite/LiteList'
import { missingReason } from '@/lib/format/missing'
import { hiddenMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export const metadata = hiddenMetadata('Not found')

export default async function LiteMissingPage({ params }: { params: Promise<{ reason: string }> }) {
  const { code, title, text } = missingReason((await params).reason)
  return <LiteTitle over={code} title={title} text={text} />
}
