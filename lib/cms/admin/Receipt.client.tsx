'use client'

import { Button, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { Surface } from '@/lib/model/receipt'
import { describeReceipt, describeState } from './receipt-words'
import { useKnown, watchReceipt, type Known } from './receipts.client'
import { useNewsroom, type Newsroom } from './use-doc.client'

/** On the Publication tab: where the story stands, and on which surfaces the next reader meets it as it is. */
export function Receipt() {
  const { id, hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const story = id === undefined ? null : String(id)
  const known = useKnown(story)
  const newsroom = useNewsroom()
  const scheduledFor = useFormFields(([fields]) => (fields.scheduledFor?.value ? String(fields.scheduledFor.value) : null))
  useEffect(() => {
    if (story !== null && hasPublishedDoc && known.checkedAt === null && !known.isAsking) void watchReceipt(story)
  }, [story, hasPublishedDoc, known.checkedAt, known.isAsking])
  if (newsroom === null) return <div className="field-type dl-receipt" />
  return (
    <section className="field-type dl-receipt" aria-labelledby="dl-receipt-title">
      <h3 id="dl-receipt-title" className="dl-heading">
        With readers
      </h3>
      {/* Nothing is said of a published story before it is known what readers have. */}
      {(known.receipt !== null || !hasPublishedDoc) && <p>{describeState(known.receipt, { scheduledFor, hasDraft: hasPublishedDoc && unpublishedVersionCount > 0 }, newsroom)}</p>}
      {story !== null && (known.receipt !== null || known.isAsking || hasPublishedDoc) && <Check story={story} known={known} newsroom={newsroom} />}
    </section>
  )
}

function Check({ story, known, newsroom }: { story: string; known: Known; newsroom: Newsroom }) {
  const { receipt, isAsking, problem } = known
  const isRight = receipt !== null && receipt.live === receipt.total
  return (
    <>
      <div role="status">
        {receipt !== null && receipt.total > 0 && <p className={`dl-verdict ${isRight ? 'dl-verdict--right' : 'dl-verdict--wrong'}`}>{describeReceipt(receipt, known.took)}</p>}
        {!isAsking && receipt !== null && !isRight && <p className="dl-note dl-note--warn">{whatIsWrong(receipt.surfaces)}</p>}
        {problem !== null && <p className="dl-note dl-note--warn">{problem}</p>}
      </div>
      {receipt !== null && <Surfaces surfaces={receipt.surfaces} />}
      <div className="dl-receipt__foot">
        <Button buttonStyle="secondary" size="small" margin={false} disabled={isAsking} onClick={() => void watchReceipt(story)}>
          {isAsking ? 'Checking …' : 'Check again'}
        </Button>
        {known.checkedAt !== null && <span>Checked at {timeOf(known.checkedAt, newsroom)}, as the next reader would see it.</span>}
      </div>
    </>
  )
}

function Surfaces({ surfaces }: { surfaces: Surface[] }) {
  return (
    <ul className="dl-surfaces">
      {surfaces.map((surface) => (
        <li key={`${surface.name} ${surface.path}`} className={surface.ok ? undefined : 'dl-surfaces__old'}>
          <span aria-hidden="true">{surface.ok ? '✓' : '✗'}</span>
          <a href={surface.path} target="_blank" rel="noreferrer">
            {surface.name}
          </a>
          <span>{surface.detail}</span>
        </li>
      ))}
    </ul>
  )
}

function whatIsWrong(surfaces: Surface[]): string {
  const old = surfaces.filter((surface) => !surface.ok).map((surface) => surface.name)
  return `After 15 seconds ${old.join(', ')} ${old.length === 1 ? 'is' : 'are'} not right yet. Check again in a minute; if it stays, tell whoever runs the server.`
}

const timeOf = (at: number, { timeZone }: Newsroom) => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
