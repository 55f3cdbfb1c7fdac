import { Picture } from '@/components/media/Picture'
import { Portrait } from '@/components/media/Portrait'
import type { Card } from '@/lib/model/card'
import { CardMeta, HeadlineLink, Kicker, type Setting } from './CardText'

interface Props extends Setting {
  card: Card
}

interface PictureProps extends Props {
  sizes: string
  ratio?: string
  size?: string
}

/** A picture above, the words below; on a phone the picture is small and stands at the side. Without one, more words. */
export function PictureCard({ card, sizes, ratio = '3/2', size = 'hed-m', ...setting }: PictureProps) {
  return (
    <article className="card flex flex-row-reverse justify-end gap-4 md:block">
      {card.picture && (
        <div className="w-[6.5rem] shrink-0 md:mb-3 md:w-auto">
          <Picture picture={card.picture} sizes={sizes} ratio={ratio} decorative className="max-md:aspect-square!" />
        </div>
      )}
      <div className="min-w-0 flex-1">
        <Kicker card={card} />
        <h3 className={`${size} max-md:text-[1.25rem]`}>
          <HeadlineLink card={card} />
        </h3>
        {!card.picture && card.standfirst && <p className="standfirst mt-2 max-md:hidden">{card.standfirst}</p>}
        <CardMeta card={card} {...setting} />
      </div>
    </article>
  )
}

/** Words only. */
export function TextCard({ card, standfirst = false, size = 'hed-s', ...setting }: Props & { standfirst?: boolean; size?: string }) {
  return (
    <article className="card">
      <Kicker card={card} />
      <h3 className={size}>
        <HeadlineLink card={card} />
      </h3>
      {standfirst && card.standfirst && <p className="standfirst mt-1.5 max-md:hidden">{card.standfirst}</p>}
      <CardMeta card={card} {...setting} />
    </article>
  )
}

/** Words at the left, a small picture at the right: for lists. */
export function RowCard({ card, ...setting }: Props) {
  return (
    <article className="card grid grid-cols-[1fr_auto] items-start gap-4 md:gap-8">
      <div className="min-w-0">
        <Kicker card={card} />
        <h3 className="hed-m max-md:text-[1.25rem]">
          <HeadlineLink card={card} />
        </h3>
        {card.standfirst && <p className="standfirst mt-1.5 max-md:hidden">{card.standfirst}</p>}
        <CardMeta card={card} {...setting} />
      </div>
      <RowPicture card={card} />
    </article>
  )
}

/** The small picture of a row. */
export function RowPicture({ card }: { card: Card }) {
  if (!card.picture) return null
  return (
    <div className="w-[6.5rem] md:w-44">
      <Picture picture={card.picture} sizes="(width >= 45rem) 176px, 104px" ratio="4/3" decorative className="max-md:aspect-square!" />
    </div>
  )
}

/** An argument, signed: the face and the name before the headline. */
export function OpinionCard({ card }: { card: Card }) {
  const author = card.authors[0]
  return (
    <article className="card flex flex-col gap-4">
      {author && (
        <div className="flex items-center gap-3">
          <Portrait author={author} size="medium" />
          <p className="font-sans leading-snug">
            <span className="kicker block text-[0.9375rem]">{author.name}</span>
            {author.role && <span className="meta">{author.role}</span>}
          </p>
        </div>
      )}
      <h3 className="hed-m text-[1.5rem] font-normal italic">
        <HeadlineLink card={card} />
      </h3>
      {card.standfirst && <p className="standfirst -mt-2 max-md:hidden">{card.standfirst}</p>}
    </article>
  )
}
