import { Pagination } from '@/components/ui/Pagination'
import type { River as RiverModel } from '@/lib/model/front'
import { RowCard } from './Cards'
import type { Setting } from './CardText'

/** A plain newest-first list and its pages. */
export function River({ river, path, label, ...setting }: Setting & { river: RiverModel; path: string; label: string }) {
  if (river.cards.length === 0) return <p className="standfirst">Nothing has been published here yet.</p>
  return (
    <section aria-label={label}>
      <h2 className="sr-only">{label}</h2>
      <div className="rows">
        {river.cards.map((card) => (
          <RowCard key={card.id} card={card} {...setting} />
        ))}
      </div>
      <Pagination paging={river} path={path} />
    </section>
  )
}
