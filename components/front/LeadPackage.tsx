import { Picture } from '@/components/media/Picture'
import type { Card } from '@/lib/model/card'
import { PictureCard, TextCard } from './Cards'
import { CardMeta, Kicker, type Setting } from './CardText'

interface Props extends Setting {
  lead: Card
  supporting: Card[]
  /** How many of the supporting stand beside the picture; the others stand below it in a row. */
  beside: number
}

const SMALL = '(width >= 62rem) 290px, (width >= 45rem) 30vw, 104px'

/** The lead: its headline across, a large picture, and the stories that go with it; without a picture they stand beside its words. */
export function LeadPackage({ lead, supporting, beside, ...setting }: Props) {
  const [near, below] = [supporting.slice(0, beside), supporting.slice(beside)]
  return (
    <div className="lines">
      <div className={lead.picture ? 'lead-grid' : 'lead-grid lead-words'}>
        <article className="contents">
          <div className="[grid-area:head]">
            <Kicker card={lead} className="lg:mb-2.5 lg:text-[0.9375rem]" />
            <h2 className="hed-banner">
              <a href={lead.path} className="card-link">
                {lead.headline}
              </a>
            </h2>
          </div>
          {lead.picture && (
            <a href={lead.path} tabIndex={-1} aria-hidden="true" className="[grid-area:picture]">
              <Picture picture={lead.picture} sizes="(width >= 84rem) 620px, (width >= 62rem) 48vw, 100vw" ratio="3/2" first decorative />
            </a>
          )}
          <div className="[grid-area:text]">
            {lead.standfirst && <p className="standfirst-l">{lead.standfirst}</p>}
            <CardMeta card={lead} {...setting} />
          </div>
        </article>
        {near.length > 0 && (
          <div className="lead-beside rows">
            {near.map((card) =>
              !lead.picture && near.length === 1 ? (
                <PictureCard key={card.id} card={card} sizes={SMALL} {...setting} />
              ) : (
                <TextCard key={card.id} card={card} size="hed-m" {...setting} />
              ),
            )}
          </div>
        )}
      </div>
      {below.length > 0 && (
        <div>
          <div className={`lines ${below.length === 2 ? 'md:grid-cols-2' : 'md:grid-cols-3'}`}>
            {below.map((card) => (
              <PictureCard key={card.id} card={card} sizes={SMALL} {...setting} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
