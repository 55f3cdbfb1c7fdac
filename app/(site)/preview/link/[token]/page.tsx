import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDateTime } from '@/lib/format/dates'
import { getLinkPreview } from '@/lib/data/preview'
import { getSite } from '@/lib/data/site'
import { DraftStory } from '../../DraftStory'
import { previewMetadata } from '../../metadata'
import { PreviewBar } from '../../PreviewBar'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = previewMetadata

/** A draft for someone without an account. The proxy has refused links that do not hold; this asks once more. */
export default async function LinkPreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const [found, site] = await Promise.all([getLinkPreview((await params).token), getSite()])
  if (found === null) notFound()
  const { preview, link } = found
  const isFrozen = link.frozenVersion !== null
  const what = isFrozen ? 'Shown as it was at that moment; later changes do not appear.' : 'Always the newest draft: it may still change.'
  const note = `${what} This link ends on ${formatDateTime(new Date(link.expiresAt), site)}. Please do not pass it on.`
  const exit = preview.livePath === null ? { label: site.name, path: '/' } : { label: 'Published story', path: preview.livePath }
  const label = isFrozen ? 'Draft, frozen' : preview.status === 'draft' ? 'Draft, not published' : 'Published'
  return (
    <>
      <PreviewBar site={site} label={label} savedAt={preview.savedAt} revision={preview.versionId} note={note} exits={[exit]} />
      <DraftStory story={preview.story} />
    </>
  )
}
