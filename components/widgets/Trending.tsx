import type { Card } from '@/lib/model/card'
import { toHeadline } from '@/lib/format/headline'
import { RankedRows } from './HeadlineRows.client'

interface Props {
  cards: Card[]
  now: string
  without?: string
}

/** What is read most just now, across the page, as large numerals. */
export function TrendingBand({ cards, now }: Props) {
  return (
    <section aria-label="Trending Now" data-nosnippet="" className="border-t border-ink pt-2.5">
      <h2 className="hed-label mb-6">Trending Now</h2>
      <RankedRows source="trending" rows={cards.map(toHeadline)} madeAt={now} large />
    </section>
  )
}

/** The same in a rail. */
export function TrendingRail({ cards, now, without }: Props) {
  if (cards.length === 0) return null
  return (
    <section aria-label="Trending Now" data-nosnippet="" className="border-t border-ink pt-2.5">
      <h2 className="hed-label mb-4">Trending Now</h2>
      <RankedRows source="trending" rows={cards.map(toHeadline)} madeAt={now} without={without} />
    </section>
  )
}
