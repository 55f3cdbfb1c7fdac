import { RowCard } from '@/components/front/Cards'
import type { Setting } from '@/components/front/CardText'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { PageTitle } from '@/components/ui/PageTitle'
import { formatNumberOf } from '@/lib/format/counts'
import { formatCalendarDay, formatMonthName } from '@/lib/format/dates'
import type { Card } from '@/lib/model/card'
import { archivePath } from '@/lib/routes'

/** One day's stories. */
export function ArchiveDay({ year, month, day, cards, ...setting }: Setting & { year: number; month: number; day: number; cards: Card[] }) {
  const { locale } = setting.zone
  const over = (
    <Breadcrumb
      links={[
        { label: 'Archive', path: archivePath() },
        { label: `${formatMonthName(month, locale)} ${year}`, path: archivePath(year, month) },
      ]}
    />
  )
  const text = cards.length === 0 ? 'Nothing was published on this day.' : `${formatNumberOf(cards.length, 'story', 'stories', locale)}.`
  return (
    <div className="shell">
      <PageTitle title={formatCalendarDay(year, month, day, locale)} text={text} over={over} />
      <div className="border-t border-ink pt-6 lg:grid lg:grid-cols-12">
        <h2 className="sr-only">Stories of the day</h2>
        <div className="rows lg:col-span-8">
          {cards.map((card) => (
            <RowCard key={card.id} card={card} {...setting} />
          ))}
        </div>
      </div>
    </div>
  )
}
