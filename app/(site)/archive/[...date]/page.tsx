import type { Metadata } from 'next'
import { ArchiveDay } from '@/components/archive/ArchiveDay'
import { ArchiveIndex } from '@/components/archive/ArchiveIndex'
import { ArchiveMonth } from '@/components/archive/ArchiveMonth'
import { LiteLink } from '@/components/footer/LiteLink'
import { getArchiveDay, getArchiveDays, getArchiveIndex } from '@/lib/data/archive'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { formatCalendarDay, formatMonthName } from '@/lib/format/dates'
import { archivePath } from '@/lib/routes'
import { listMetadata } from '@/lib/seo/metadata'

export const dynamic = 'force-static'
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

interface Props {
  /** ['index'], [year, month] or [year, month, day]. */
  params: Promise<{ date: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ date }, site] = await Promise.all([params, getSite()])
  const [year, month, day] = date.map(Number)
  if (!year || !month) return listMetadata({ title: 'Archive', description: `Every story of ${site.name}, by month and day.`, path: archivePath() }, site)
  const title = day ? formatCalendarDay(year, month, day, site.locale) : `${formatMonthName(month, site.locale)} ${year}`
  return listMetadata({ title, description: `Published by ${site.name}: ${title}.`, path: archivePath(year, month, day) }, site)
}

export default async function ArchivePage({ params }: Props) {
  const [{ date }, site, { now }] = await Promise.all([params, getSite(), getMasthead()])
  const [year, month, day] = date.map(Number)
  const view =
    !year || !month ? (
      <ArchiveIndex years={await getArchiveIndex()} locale={site.locale} />
    ) : !day ? (
      <ArchiveMonth year={year} month={month} days={await getArchiveDays(year, month)} locale={site.locale} />
    ) : (
      <ArchiveDay year={year} month={month} day={day} cards={await getArchiveDay(year, month, day)} now={now} zone={site} />
    )
  return (
    <>
      {view}
      <LiteLink path={year && month ? archivePath(year, month, day) : archivePath()} />
    </>
  )
}
