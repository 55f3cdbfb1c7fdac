import { Notice } from '@/components/ui/Notice'
import { hiddenMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

export const metadata = hiddenMetadata('Not found')

interface Reason {
  code: string
  title: string
  text: string
}

const NOT_FOUND: Reason = {
  code: '404',
  title: 'There is nothing at this address',
  text: 'The address may be mistyped, or a link to it may be wrong. Stories that moved are still found at their old address.',
}

const REASONS: Record<string, Reason> = {
  'not-found': NOT_FOUND,
  malformed: { code: '400', title: 'This address cannot be read', text: 'Some of its characters are damaged, perhaps by the program it was copied from.' },
  'preview-expired': { code: '403', title: 'This preview has expired', text: 'Links to unpublished stories work for a limited time. Ask the editor who sent it for a new one.' },
  'preview-revoked': { code: '403', title: 'This preview was withdrawn', text: 'The editor who sent the link has closed it.' },
}

export default async function MissingPage({ params }: { params: Promise<{ reason: string }> }) {
  const { reason } = await params
  const { code, title, text } = REASONS[reason] ?? (reason.startsWith('preview') ? { code: '403', title: 'This preview cannot be opened', text: 'Ask the editor who sent the link for a new one.' } : NOT_FOUND)
  return (
    <Notice code={code} title={title}>
      <p>{text}</p>
    </Notice>
  )
}
