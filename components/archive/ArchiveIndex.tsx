import { PageTitle } from '@/components/ui/PageTitle'
import { formatNumberOf } from '@/lib/format/counts'
import { formatMonthName } from '@/lib/format/dates'
import { archivePath } from '@/lib/routes'

type Years = { year: number; months: { month: number; count: number }[] }[]

/** Every month that has stories. */
export function ArchiveIndex({ years, locale }: { years: Years; locale: string }) {
  return (
    <div className="shell">
      <PageTitle title="Archive" text="Every story, by month and day." />
      {years.map(({ year, months }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="border-t border-ink py-5 lg:grid lg:grid-cols-12 lg:gap-x-8">
          <h2 id={`year-${year}`} className="hed-xl mb-3 lg:col-span-3">
            {year}
          </h2>
          <ul className="lines grid-cols-2 md:grid-cols-3 lg:col-span-9 lg:grid-cols-4">
            {months.map(({ month, count }) => (
              <li key={month}>
                <a href={archivePath(year, month)} className="block min-h-11">
                  <span className="hed-m block">{formatMonthName(month, locale)}</span>
                  <span className="meta">{formatNumberOf(count, 'story', 'stories', locale)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
