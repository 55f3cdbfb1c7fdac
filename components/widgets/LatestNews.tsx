import type { Zone } from '@/lib/format/dates'
import type { Card } from '@/lib/model/card'
import { toHeadline } from '@/lib/format/headline'
import { latestPath } from '@/lib/routes'
import { TimedRows } from './HeadlineRows.client'

/** The newest stories, beside another. */
export function LatestNews({ cards, now, zone, without }: { cards: Card[]; now: string; zone: Zone; without?: string }) {
  if (cards.length === 0) return null
  return (
    <section aria-label="Latest News" data-nosnippet="" className="border-t border-ink pt-2.5">
      <h2 className="hed-label mb-4">
        <a href={latestPath()} className="hover:no-underline">
          Latest News
        </a>
      </h2>
      <TimedRows source="latest" rows={cards.map(toHeadline)} madeAt={now} zone={{ locale: zone.locale, timeZone: zone.timeZone }} without={without} />
    </section>
  )
}
