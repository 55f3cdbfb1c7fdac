import type { Card } from '@/lib/model/card'
import { ListTime } from '@/components/ui/When'
import { latestPath } from '@/lib/routes'
import { HeadlineLink, type Setting } from './CardText'

/** The newest, with their times. */
export function LatestColumn({ cards, now, zone }: Setting & { cards: Card[] }) {
  return (
    <section aria-label="Latest">
      <h2 className="hed-label mb-3">
        <a href={latestPath()} className="hover:no-underline">
          Latest
        </a>
      </h2>
      <ol className="rows rows-two">
        {cards.map((card) => (
          <li key={card.id} className="card break-inside-avoid">
            <span className="meta block text-accent">
              <ListTime at={card.publishedAt} now={now} zone={zone} />
            </span>
            <span className="hed-xs mt-0.5 block">
              <HeadlineLink card={card} />
            </span>
          </li>
        ))}
      </ol>
      <a href={latestPath()} className="label tap mt-2 text-accent underline underline-offset-4">
        All the latest news
      </a>
    </section>
  )
}
