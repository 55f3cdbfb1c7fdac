import { formatListTime, type Zone } from '@/lib/format/dates'
import { formatNames, kindLabel } from '@/lib/format/words'
import type { Card } from '@/lib/model/card'
import type { Paging } from '@/lib/model/front'
import { litePath, pagedPath } from '@/lib/routes'

export interface LiteSetting {
  zone: Zone
  now: string
}

interface Props extends LiteSetting {
  cards: Card[]
  /** The first is the lead of its page. */
  lead?: boolean
  standfirst?: boolean
  ranked?: boolean
  /** They stand right under the title of the page, not under a head of their own. */
  underTitle?: boolean
}

/** Stories, one under the other. */
export function LiteList({ cards, lead = false, standfirst = true, ranked = false, underTitle = false, zone, now }: Props) {
  const Tag = ranked ? 'ol' : 'ul'
  const Headline = underTitle ? 'h2' : 'h3'
  return (
    <Tag className={ranked ? 'list rank' : 'list'}>
      {cards.map((card, i) => (
        <li key={card.id} className={lead && i === 0 ? 'first' : undefined}>
          <div>
            <LiteKicker card={card} />
            <Headline>
              <a href={litePath(card.path)} className="t">
                {card.headline}
              </a>
            </Headline>
            {standfirst && card.standfirst && <p className="stand">{card.standfirst}</p>}
            <LiteMeta card={card} zone={zone} now={now} />
          </div>
        </li>
      ))}
    </Tag>
  )
}

export function LiteKicker({ card }: { card: Pick<Card, 'kind' | 'kicker'> }) {
  const label = kindLabel(card.kind)
  const words = [card.kicker === label ? null : card.kicker, label].filter(Boolean).join(' · ')
  return words === '' ? null : <p className="k s">{words}</p>
}

export function LiteMeta({ card, zone, now }: LiteSetting & { card: Card }) {
  return (
    <p className="s m">
      <time dateTime={card.publishedAt}>{formatListTime(card.publishedAt, now, zone)}</time>
      {card.authors.length > 0 && ` · ${formatNames(card.authors.map((author) => author.name))}`}
    </p>
  )
}

/** Newer and older. */
export function LitePages({ paging: { page, pageCount, hasOlder }, path }: { paging: Paging; path: string | ((page: number) => string) }) {
  if (page === 1 && !hasOlder) return null
  const to = (n: number) => litePath(typeof path === 'function' ? path(n) : pagedPath(path, n))
  return (
    <nav aria-label="Pages" className="pages s">
      <span>
        {page > 1 && (
          <a href={to(page - 1)} rel="prev">
            ← Newer
          </a>
        )}
      </span>
      <span className="m">
        Page {page}
        {pageCount !== null && ` of ${pageCount}`}
      </span>
      <span>
        {hasOlder && (
          <a href={to(page + 1)} rel="next">
            Older →
          </a>
        )}
      </span>
    </nav>
  )
}

/** The head of a page that is a list. */
export function LiteTitle({ title, text, over }: { title: string; text?: string | null; over?: string | null }) {
  return (
    <div className="head">
      {over && <p className="k s">{over}</p>}
      <h1>{title}</h1>
      {text && <p className="stand">{text}</p>}
    </div>
  )
}
