'use client'

import { useRowLabel } from '@payloadcms/ui'
import { formatShortDate, formatTime } from '@/lib/format/dates'
import { useNewsroom } from './use-doc.client'
import { useNow } from './use-now.client'

/** What a live post's row is called: its time in the newsroom's zone and its headline. */
export function LivePostLabel() {
  const { data } = useRowLabel<{ headline?: string; at?: string; key?: boolean }>()
  const newsroom = useNewsroom()
  const now = useNow(60_000)
  const when = data?.at && newsroom !== null && now !== null ? `${formatShortDate(data.at, new Date(now), newsroom)}, ${formatTime(data.at, newsroom)}` : null
  return (
    <span className="dl-slot">
      {when !== null && <strong>{when}</strong>}
      <span>{data?.headline || 'A new post'}</span>
      {data?.key && <span className="dl-slot__until">key moment</span>}
    </span>
  )
}
