import { formatListTime, type Zone } from '@/lib/format/dates'
import { formatNames, kindLabel } from '@/lib/format/words'
import type { Card } from '@/lib/model/card'

/** What a card's view needs beside the card: the newsroom's zone and the moment of drawing. */
export interface Setting {
  zone: Zone
  now: string
}

/** The words above a headline: what kind of piece it is, and its kicker. */
export function Kicker({ card, className = '' }: { card: Pick<Card, 'kind' | 'kicker'>; className?: string }) {
  const label = kindLabel(card.kind)
  const kicker = card.kicker === label ? null : card.kicker
  if (!label && !kicker) return null
  return (
    <p className={`kicker mb-1.5 ${className}`}>
      {kicker}
      {label && <span className={kicker ? 'ms-2 font-normal text-meta' : ''}>{label}</span>}
    </p>
  )
}

/** A card's one link: its headline. The whole card answers to it. */
export function HeadlineLink({ card, text }: { card: Pick<Card, 'path' | 'headline'>; text?: string }) {
  return (
    <a href={card.path} className="card-link cover-link">
      {text ?? card.headline}
    </a>
  )
}

/** When it was published and who wrote it, under a card. */
export function CardMeta({ card, zone, now }: Setting & { card: Card }) {
  return (
    <p className="meta mt-2">
      <time dateTime={card.publishedAt}>{formatListTime(card.publishedAt, now, zone)}</time>
      {card.authors.length > 0 && ` · ${formatNames(card.authors.map((author) => author.name))}`}
    </p>
  )
}
