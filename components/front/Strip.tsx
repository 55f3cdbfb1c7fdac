import { Picture } from '@/components/media/Picture'
import type { Card } from '@/lib/model/card'
import type { Strip as StripModel } from '@/lib/model/front'
import { OpinionCard, PictureCard, TextCard } from './Cards'
import { CardMeta, HeadlineLink, Kicker, type Setting } from './CardText'
import { StripHead } from './StripHead'

interface Props extends Setting {
  cards: Card[]
}

/** A row is filled whatever the number of its stories: a young section has few. */
const COLUMNS = ['', '', 'md:grid-cols-2', 'md:grid-cols-2 lg:grid-cols-3', 'md:grid-cols-2 lg:grid-cols-4']

/** A section's part of the home front, in the shape the editors gave it. */
export function Strip({ strip, ...setting }: Setting & { strip: StripModel }) {
  return (
    <section aria-label={strip.section.name} className={strip.layout === 'feature' ? 'feature-band' : ''}>
      <StripHead section={strip.section} />
      <StripBody strip={strip} {...setting} />
    </section>
  )
}

function StripBody({ strip, ...setting }: Setting & { strip: StripModel }) {
  switch (strip.layout) {
    case 'lead-left':
      return <LeadLeft cards={strip.cards} {...setting} />
    case 'lead-right':
      return <LeadRight cards={strip.cards} {...setting} />
    case 'four-up':
      return <FourUp cards={strip.cards} {...setting} />
    case 'headlines':
      return <Headlines cards={strip.cards} {...setting} />
    case 'feature':
      return <Feature cards={strip.cards} {...setting} />
    case 'opinion':
      return <OpinionRow cards={strip.cards} />
  }
}

/** Half the width for the first story, the others in a two-column list of words beside it. */
function LeadLeft({ cards, ...setting }: Props) {
  const [first, ...rest] = cards
  if (!first) return null
  return (
    <div className="lines lg:grid-cols-2">
      <BigCard card={first} {...setting} />
      {rest.length > 0 && (
        <div>
          <div className="lines sm:grid-cols-2">
            {rest.map((card) => (
              <TextCard key={card.id} card={card} size="hed-m" standfirst {...setting} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

/** A column of words, and at its right a picture that takes three quarters. */
function LeadRight({ cards, ...setting }: Props) {
  const [first, ...rest] = cards
  if (!first) return null
  return (
    <div className="lines lg:grid-cols-12">
      <article className="card grid gap-x-8 gap-y-4 lg:order-2 lg:col-span-9 lg:grid-cols-3">
        {first.picture && (
          <div className="lg:order-2 lg:col-span-2">
            <Picture picture={first.picture} sizes="(width >= 62rem) 46vw, 100vw" ratio="16/10" decorative />
          </div>
        )}
        <div className={first.picture ? '' : 'lg:col-span-3'}>
          <Kicker card={first} />
          <h3 className="hed-l">
            <HeadlineLink card={first} />
          </h3>
          {first.standfirst && <p className="standfirst mt-3 max-w-[36rem]">{first.standfirst}</p>}
          <CardMeta card={first} {...setting} />
        </div>
      </article>
      <div className="rows lg:order-1 lg:col-span-3">
        {rest.map((card) => (
          <TextCard key={card.id} card={card} {...setting} />
        ))}
      </div>
    </div>
  )
}

function FourUp({ cards, ...setting }: Props) {
  return (
    <div className={`lines ${COLUMNS[Math.min(cards.length, 4)]}`}>
      {cards.map((card) => (
        <PictureCard key={card.id} card={card} sizes="(width >= 62rem) 290px, (width >= 45rem) 46vw, 104px" size="hed-s" {...setting} />
      ))}
    </div>
  )
}

/** No pictures at all: six headlines, set to be read. */
function Headlines({ cards, ...setting }: Props) {
  return (
    <div className={`lines ${COLUMNS[Math.min(cards.length, 3)]}`}>
      {cards.map((card) => (
        <TextCard key={card.id} card={card} size="hed-l text-[1.5rem]!" {...setting} />
      ))}
    </div>
  )
}

/** One story given the room of three, on a tint of the paper. */
function Feature({ cards, ...setting }: Props) {
  const [first, ...rest] = cards
  if (!first) return null
  return (
    <div className="grid gap-x-8 gap-y-8 lg:grid-cols-12">
      <article className="card grid items-center gap-x-8 gap-y-4 lg:col-span-12 lg:grid-cols-12">
        {first.picture && (
          <div className="lg:col-span-7">
            <Picture picture={first.picture} sizes="(width >= 62rem) 56vw, 100vw" ratio="16/10" decorative />
          </div>
        )}
        <div className={first.picture ? 'lg:col-span-5 lg:pe-8' : 'lg:col-span-12'}>
          <Kicker card={first} />
          <h3 className="hed-xl font-normal">
            <HeadlineLink card={first} />
          </h3>
          {first.standfirst && <p className="standfirst-l mt-3 max-w-[42rem]">{first.standfirst}</p>}
          <CardMeta card={first} {...setting} />
        </div>
      </article>
      {rest.length > 0 && (
        <div className="lines md:grid-cols-2 lg:col-span-12">
          {rest.map((card) => (
            <TextCard key={card.id} card={card} size="hed-m" {...setting} />
          ))}
        </div>
      )}
    </div>
  )
}

export function OpinionRow({ cards }: { cards: Card[] }) {
  return (
    <div className={`lines ${COLUMNS[Math.min(cards.length, 4)]}`}>
      {cards.map((card) => (
        <OpinionCard key={card.id} card={card} />
      ))}
    </div>
  )
}

function BigCard({ card, ...setting }: Setting & { card: Card }) {
  return (
    <article className="card">
      {card.picture && (
        <div className="mb-4">
          <Picture picture={card.picture} sizes="(width >= 62rem) 48vw, 100vw" ratio="3/2" decorative />
        </div>
      )}
      <Kicker card={card} />
      <h3 className="hed-l">
        <HeadlineLink card={card} />
      </h3>
      {card.standfirst && <p className="standfirst mt-2 max-w-[36rem]">{card.standfirst}</p>}
      <CardMeta card={card} {...setting} />
    </article>
  )
}
