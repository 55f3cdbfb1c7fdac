import { formatNumberOf } from '@/lib/format/counts'
import { formatCalendarDay, formatDate, formatMonthName } from '@/lib/format/dates'
import { correctionLabel } from '@/lib/format/words'
import type { Card } from '@/lib/model/card'
import type { Paging, SectionFront } from '@/lib/model/front'
import type { Section } from '@/lib/model/section'
import type { Correction } from '@/lib/model/story'
import { archivePath, correctionsPath, litePath } from '@/lib/routes'
import { LiteList, LitePages, LiteTitle, type LiteSetting } from './LiteList'

/** A section: its lead stories, then the river. */
export function LiteSection({ section, front, ...setting }: LiteSetting & { section: Section; front: SectionFront }) {
  const cards = [...(front.lead ? [front.lead] : []), ...front.supporting, ...front.river.cards]
  return (
    <>
      <LiteTitle title={section.name} text={section.description} />
      {section.children.length > 0 && (
        <ul className="links s">
          {section.children.map((child) => (
            <li key={child.path}>
              <a href={litePath(child.path)}>{child.name}</a>
            </li>
          ))}
        </ul>
      )}
      <LiteList cards={cards} underTitle lead={front.lead !== null} {...setting} />
      <LitePages paging={front.river} path={section.path} />
    </>
  )
}

type Years = { year: number; months: { month: number; count: number }[] }[]

export function LiteArchiveIndex({ years, locale }: { years: Years; locale: string }) {
  return (
    <>
      <LiteTitle title="Archive" text="Every story, by month and day." />
      {years.map(({ year, months }) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ul className="days">
            {months.map(({ month, count }) => (
              <li key={month}>
                <a href={litePath(archivePath(year, month))}>
                  {formatMonthName(month, locale)} <span className="s m">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

export function LiteArchiveMonth({ year, month, days, locale }: { year: number; month: number; days: { day: number; count: number }[]; locale: string }) {
  const total = days.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <LiteTitle over="Archive" title={`${formatMonthName(month, locale)} ${year}`} text={`${formatNumberOf(total, 'story', 'stories', locale)}.`} />
      <ul className="days">
        {[...days]
          .sort((a, b) => a.day - b.day)
          .map(({ day, count }) => (
            <li key={day}>
              <a href={litePath(archivePath(year, month, day))}>
                {formatCalendarDay(year, month, day, locale)} <span className="s m">{count}</span>
              </a>
            </li>
          ))}
      </ul>
    </>
  )
}

/** Every change the newsroom owns up to. */
export function LiteCorrections({ entries, paging, zone }: LiteSetting & { entries: { correction: Correction; card: Card }[]; paging: Paging }) {
  return (
    <>
      <LiteTitle title="Corrections" text="What we got wrong, what was unclear, and what has been added since." />
      {entries.length === 0 && <p>There is nothing to correct just now.</p>}
      <ul className="list">
        {entries.map(({ correction, card }) => (
          <li key={`${card.id}-${correction.at}`}>
            <p className="s">
              <strong className="k">{correctionLabel(correction.kind)}</strong> <span className="m">{formatDate(correction.at, zone)}</span>
            </p>
            <p>{correction.text}</p>
            <p className="s">
              <a href={litePath(card.path)}>{card.headline}</a>
            </p>
          </li>
        ))}
      </ul>
      <LitePages paging={paging} path={correctionsPath()} />
    </>
  )
}
