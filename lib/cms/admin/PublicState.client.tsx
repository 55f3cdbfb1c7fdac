'use client'

import { toast, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { describeReceipt } from './receipt-words'
import { useKnown, watchReceipt, type Known } from './receipts.client'

const AFTER_MS = 1_500
/** Longer waits than this overflow a browser's timer; nobody keeps a form open so long. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/**
 * In the sidebar, so that it is there whichever tab is open: notices that the story was published, withdrawn or
 * taken down, watches it reach its readers and tells the editor.
 */
export function PublicState() {
  const { id, data, hasPublishedDoc } = useDocumentInfo()
  const story = id === undefined ? null : String(id)
  const known = useKnown(story)
  useWatchOnPublish(story, `${data?._status === 'published' ? String(data.updatedAt) : 'draft'}`, hasPublishedDoc)
  useWatchOnSchedule(story)
  if (story === null || known.receipt === null || known.receipt.state === 'never') return null
  const wentOut = known.receipt.state === 'live' && !hasPublishedDoc
  return (
    <div role="status">
      <p className={`dl-state ${isRight(known) ? 'dl-state--right' : 'dl-state--wrong'}`}>
        {describeReceipt(known.receipt, known.took)}
        {known.isAsking && ' …'}
      </p>
      {wentOut && (
        <p className="dl-note dl-note--plain dl-state__reload">
          It went out while this form was open. <a href={`/admin/collections/stories/${story}`}>Load it anew</a> before you go on.
        </p>
      )}
    </div>
  )
}

const isRight = ({ receipt }: Known) => receipt !== null && receipt.live === receipt.total

async function watchAndTell(story: string): Promise<void> {
  const { receipt, took, problem } = await watchReceipt(story, { published: true })
  if (receipt === null || receipt.state === 'never') return
  if (receipt.live === receipt.total) toast.success(describeReceipt(receipt, took))
  else toast.error(problem ?? `${describeReceipt(receipt, took)}. See the Publication tab for what is still old.`)
}

/** Watches after each publication (`mark` changes to a new time) and after taking down (`isPublic` turns false). */
function useWatchOnPublish(story: string | null, mark: string, isPublic: boolean): void {
  const last = useRef({ story, mark, isPublic })
  useEffect(() => {
    const before = last.current
    last.current = { story, mark, isPublic }
    if (story === null || before.story !== story) return
    const isPublished = mark !== 'draft' && mark !== before.mark
    const isTakenDown = before.isPublic && !isPublic
    if (isPublished || isTakenDown) void watchAndTell(story)
  }, [story, mark, isPublic])
}

/** Watches when the planned minute comes while the form is open. */
function useWatchOnSchedule(story: string | null): void {
  const at = useFormFields(([fields]) => (fields.scheduledFor?.value ? new Date(String(fields.scheduledFor.value)).getTime() : null))
  useEffect(() => {
    if (story === null || at === null) return
    const wait = at - Date.now() + AFTER_MS
    if (wait < AFTER_MS || wait > LONGEST_WAIT_MS) return
    const timer = setTimeout(() => void watchAndTell(story), wait)
    return () => clearTimeout(timer)
  }, [story, at])
}
