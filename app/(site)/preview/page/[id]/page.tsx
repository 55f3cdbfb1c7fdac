import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { PageView } from '@/components/story/PageView'
import { getMasthead } from '@/lib/data/masthead'
import { getPagePreview } from '@/lib/data/preview'
import { getSite } from '@/lib/data/site'
import { previewMetadata } from '../../metadata'
import { PreviewBar } from '../../PreviewBar'
import { RefreshOnSave } from '../../RefreshOnSave.client'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = previewMetadata

export default async function StaticPagePreview({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [preview, site, { now }] = await Promise.all([getPagePreview(id, await headers()), getSite(), getMasthead()])
  if (preview === 'signed-out') redirect(`/admin/login?redirect=${encodeURIComponent(`/preview/page/${id}`)}`)
  if (preview === null) notFound()
  const { page, status, savedAt, livePath } = preview
  const editor = { label: 'Editor', path: `/admin/collections/pages/${page.id}` }
  const exits = livePath === null ? [editor] : [{ label: 'Public page', path: livePath }, editor]
  const isDraft = status === 'draft'
  const note = !isDraft ? 'Readers see this version.' : livePath === null ? 'Readers see none of this.' : 'Readers see the published version, not this one.'
  return (
    <>
      <PreviewBar site={site} label={isDraft ? 'Draft' : 'Published'} savedAt={savedAt} revision={null} note={note} exits={exits} />
      <PageView page={page} now={now} zone={site} />
      <RefreshOnSave />
    </>
  )
}
