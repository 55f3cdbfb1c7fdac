'use client'

import { useQuery } from '@tanstack/react-query'
import { queryClient } from '@/lib/queries/client'
import { formatListTime, type Zone } from '@/lib/format/dates'
import type { Headline } from '@/lib/format/headline'
import { headlinesQuery, type HeadlineSource } from '@/lib/queries/headlines'

interface Props {
  source: HeadlineSource
  /** What the server knew, and when. */
  rows: Headline[]
  madeAt: string
  /** The story whose page this is: it is not news beside itself. */
  without?: string
}

function useHeadlines({ source, rows, madeAt, without }: Props) {
  const { data, dataUpdatedAt } = useQuery({ ...headlinesQuery(source), initialData: rows, initialDataUpdatedAt: Date.parse(madeAt) }, queryClient())
  const shown = data.filter((row) => row.path !== without).slice(0, rows.length)
  return { shown, at: new Date(dataUpdatedAt).toISOString() }
}

/** Trending: ranks as numerals. */
export function RankedRows({ large = false, ...props }: Props & { large?: boolean }) {
  const { shown } = useHeadlines(props)
  return (
    <ol className={large ? 'lines grid-cols-1 sm:grid-cols-2 lg:grid-cols-3' : 'rows'}>
      {shown.map((row, i) => (
        <li key={row.path} className={`card relative flex gap-4 ${large ? 'items-start' : 'items-baseline'}`}>
          <span aria-hidden="true" className={large ? 'numeral min-w-[0.6em]' : 'numeral numeral-s w-7 shrink-0'}>
            {i + 1}
          </span>
          <a href={row.path} className={`card-link cover-link ${large ? 'hed-s' : 'hed-xs'}`}>
            {row.headline}
          </a>
        </li>
      ))}
    </ol>
  )
}

/** Latest: times before headlines. */
export function TimedRows({ zone, ...props }: Props & { zone: Zone }) {
  const { shown, at } = useHeadlines(props)
  return (
    <ol className="rows">
      {shown.map((row) => (
        <li key={row.path} className="card relative">
          <time dateTime={row.publishedAt} className="meta block text-accent">
            {formatListTime(row.publishedAt, at, zone)}
          </time>
          <a href={row.path} className="card-link cover-link hed-xs mt-0.5 block">
            {row.headline}
          </a>
        </li>
      ))}
    </ol>
  )
}
