import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getStoryPreview, type StoryPreview } from '@/lib/data/preview'
import { getSite } from '@/lib/data/site'
import { DraftStory } from '../../DraftStory'
import { previewMetadata } from '../../metadata'
import { PreviewBar } from '../../PreviewBar'
import { RefreshOnSave } from '../../RefreshOnSave.client'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = previewMetadata

export default async function StoryPreviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [preview, site] = await Promise.all([getStoryPreview(id, await headers()), getSite()])
  if (preview === 'signed-out') redirect(`/admin/login?redirect=${encodeURIComponent(`/preview/story/${id}`)}`)
  if (preview === null) notFound()
  const editor = { label: 'Editor', path: `/admin/collections/stories/${preview.story.id}` }
  const exits = preview.livePath === null ? [editor] : [{ label: 'Public page', path: preview.livePath }, editor]
  return (
    <>
      <PreviewBar site={site} savedAt={preview.savedAt} revision={preview.versionId} exits={exits} {...describe(preview)} />
      <DraftStory story={preview.story} />
      <RefreshOnSave />
    </>
  )
}

function describe({ status, withdrawn, livePath }: StoryPreview): { label: string; note: string } {
  if (status === 'draft') return { label: 'Draft', note: livePath === null ? 'Readers see none of this.' : 'Readers see the published version, not this one.' }
  if (withdrawn) return { label: 'Withdrawn', note: 'Readers are told that this story is gone.' }
  return { label: 'Published', note: 'Readers see this version.' }
}
