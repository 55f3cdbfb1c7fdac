import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/PageTitle'
import { Pagination } from '@/components/ui/Pagination'
import { formatLongDate, zonedDay } from '@/lib/format/dates'
import type { Card } from '@/lib/model/card'
import type { River } from '@/lib/model/front'
import { latestPath } from '@/lib/routes'
import { RowCard } from './Cards'
import type { Setting } from './CardText'
import { ListPage } from './ListPage'

/** The river of everything, broken by days. */
export function LatestView({ river, rail, ...setting }: Setting & { river: River; rail: ReactNode }) {
  return (
    <ListPage head={<PageTitle title="Latest" text="Everything, newest first." />} rail={rail}>
      {byDay(river.cards, setting.zone.timeZone).map(([day, cards]) => (
        <section key={day} className="mb-8" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="hed-label mb-4 border-b border-rule pb-3">
            {formatLongDate(cards[0]?.publishedAt ?? day, setting.zone)}
          </h2>
          <div className="rows">
            {cards.map((card) => (
              <RowCard key={card.id} card={card} {...setting} />
            ))}
          </div>
        </section>
      ))}
      <Pagination paging={river} path={latestPath()} />
    </ListPage>
  )
}

function byDay(cards: Card[], timeZone: string): [string, Card[]][] {
  const days = new Map<string, Card[]>()
  for (const card of cards) {
    const day = zonedDay(card.publishedAt, timeZone)
    days.set(day, [...(days.get(day) ?? []), card])
  }
  return [...days]
}
