import { PictureCard } from '@/components/front/Cards'
import type { Setting } from '@/components/front/CardText'
import type { Card } from '@/lib/model/card'

export function RelatedNews({ cards, ...setting }: Setting & { cards: Card[] }) {
  if (cards.length === 0) return null
  return (
    <section aria-labelledby="related-title" className="no-print mt-14 border-t border-ink pt-2.5 lg:mt-20" data-nosnippet="">
      <h2 id="related-title" className="hed-label mb-5">
        Related News
      </h2>
      <div className="lines md:grid-cols-2 lg:grid-cols-4">
        {cards.map((card) => (
          <PictureCard key={card.id} card={card} size="hed-s" sizes="(width >= 62rem) 290px, (width >= 45rem) 46vw, 104px" {...setting} />
        ))}
      </div>
    </section>
  )
}
