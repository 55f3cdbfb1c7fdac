'use client'

import { useRowLabel } from '@payloadcms/ui'
import { formatShortDate, formatTime } from '@/lib/format/dates'
import { idOf, useDoc, useNewsroom, type Newsroom } from './use-doc.client'
import { useNow } from './use-now.client'

/** What a pinned story's row is called: its place on the front, its headline, and how long it holds. */
export function SlotLabel() {
  const { data, rowNumber } = useRowLabel<{ story?: unknown; until?: string | null }>()
  const storyId = idOf(data?.story)
  const story = useDoc<{ headline?: string; _status?: string }>(storyId === null ? null : `/api/stories/${storyId}?depth=0`)
  const newsroom = useNewsroom()
  const now = useNow(30_000)
  const until = data?.until && newsroom !== null && now !== null ? describeEnd(data.until, now, newsroom) : null
  return (
    <span className="dl-slot">
      <strong>{slotName(rowNumber)}</strong>
      <span>{story?.headline ?? (storyId === null ? 'Choose a story' : '…')}</span>
      {until !== null && <span className={until.isOver ? 'dl-slot__over' : 'dl-slot__until'}>{until.text}</span>}
    </span>
  )
}

/** Rows count from 0: the first leads, the others stand beside it. */
const slotName = (row: number | undefined) => (row === undefined || row === 0 ? 'Lead' : `Beside the lead ${row}`)

function describeEnd(until: string, now: number, zone: Newsroom): { isOver: boolean; text: string } {
  const isOver = new Date(until).getTime() <= now
  const when = `${formatShortDate(until, new Date(now), zone)}, ${formatTime(until, zone)}`
  return { isOver, text: isOver ? `ran out on ${when}: no longer pinned` : `until ${when}` }
}
