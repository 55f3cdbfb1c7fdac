import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { PageTitle } from '@/components/ui/PageTitle'
import { formatNumberOf } from '@/lib/format/counts'
import { daysInMonth, formatCalendarDay, formatMonthName, weekdayOf } from '@/lib/format/dates'
import { archivePath } from '@/lib/routes'

interface Props {
  year: number
  month: number
  days: { day: number; count: number }[]
  locale: string
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month as a calendar: the days that have stories are links. */
export function ArchiveMonth({ year, month, days, locale }: Props) {
  const counts = new Map(days.map(({ day, count }) => [day, count]))
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const cells = [...Array<null>(weekdayOf(year, month, 1)).fill(null), ...Array.from({ length: daysInMonth(year, month) }, (_, i) => i + 1)]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7))
  return (
    <div className="shell">
      <PageTitle
        title={`${formatMonthName(month, locale)} ${year}`}
        text={total === 0 ? 'Nothing was published in this month.' : `${formatNumberOf(total, 'story', 'stories', locale)}.`}
        over={<Breadcrumb links={[{ label: 'Archive', path: archivePath() }]} />}
      />
      <table className="calendar">
        <caption className="sr-only">Days with stories</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="meta">
                <abbr title={name} className="no-underline">
                  {name.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, w) => (
            <tr key={w}>
              {Array.from({ length: 7 }, (_, i) => (
                <td key={i}>
                  <DayCell year={year} month={month} day={week[i] ?? null} count={counts.get(week[i] ?? 0) ?? 0} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DayCell({ year, month, day, count, locale }: { year: number; month: number; day: number | null; count: number; locale: string }) {
  if (day === null) return null
  if (count === 0) return <span className="calendar-day text-meta">{day}</span>
  const stories = formatNumberOf(count, 'story', 'stories', locale)
  return (
    <a href={archivePath(year, month, day)} className="calendar-day" aria-label={`${formatCalendarDay(year, month, day, locale)}: ${stories}`}>
      <span className="font-semibold">{day}</span>
      <span className="meta text-accent">
        {count}
        <span className="max-lg:hidden">{count === 1 ? ' story' : ' stories'}</span>
      </span>
    </a>
  )
}
