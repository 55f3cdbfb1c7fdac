'use client'

import { useQuery } from '@tanstack/react-query'
import { queryClient } from '@/lib/queries/client'
import { liveQuery } from '@/lib/queries/live'

interface Props {
  address: string
  /** What the page already shows. */
  count: number
  newest: string | null
}

/** Says that there are new entries; the page itself stands still until the reader asks for them. */
export function LiveUpdates({ address, count, newest }: Props) {
  const { data } = useQuery(liveQuery(address), queryClient())
  const fresh = data === undefined || data.newest === newest ? 0 : Math.max(1, data.count - count)
  return (
    <p aria-live="polite" className="needs-script mt-4 empty:hidden">
      {fresh > 0 && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {fresh === 1 ? 'One new entry' : `${fresh} new entries`}: show
        </button>
      )}
    </p>
  )
}
