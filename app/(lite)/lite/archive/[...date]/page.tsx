import type { Metadata } from 'next'
import { FullEdition } from '@/components/lite/LiteFrame'
import { LiteList, LiteTitle } from '@/components/lite/LiteList'
import { LiteArchiveIndex, LiteArchiveMonth } from '@/components/lite/LiteViews'
import { getArchiveDay, getArchiveDays, getArchiveIndex } from '@/lib/data/archive'
import { getMasthead } from '@/lib/data/masthead'
import { getSite } from '@/lib/data/site'
import { formatCalendarDay, formatMonthName } from '@/lib/format/dates'
import { archivePath } from '@/lib/routes'
import { liteMetadata } from '@/lib/seo/metadata'

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
  if (!year || !month) return liteMetadata({ title: 'Archive', description: `Every story of ${site.name}, by month and day.`, path: archivePath() }, site)
  const title = day ? formatCalendarDay(year, month, day, site.locale) : `${formatMonthName(month, site.locale)} ${year}`
  return liteMetadata({ title, description: `Published by ${site.name}: ${title}.`, path: archivePath(year, month, day) }, site)
}

export default async function LiteArchivePage({ params }: Props) {
  const [year, month, day] = (await params).date.map(Number)
  return (
    <>
      {!year || !month ? <Years /> : day ? <Day year={year} month={month} day={day} /> : <Month year={year} month={month} />}
      <FullEdition path={year && month ? archivePath(year, month, day) : archivePath()} />
    </>
  )
}

async function Years() {
  const [years, site] = await Promise.all([getArchiveIndex(), getSite()])
  return <LiteArchiveIndex years={years} locale={site.locale} />
}

async function Month({ year, month }: { year: number; month: number }) {
  const [days, site] = await Promise.all([getArchiveDays(year, month), getSite()])
  return <LiteArchiveMonth year={year} month={month} days={days} locale={site.locale} />
}

async function Day({ year, month, day }: { year: number; month: number; day: number }) {
  const [cards, site, { now }] = await Promise.all([getArchiveDay(year, month, day), getSite(), getMasthead()])
  return (
    <>
      <LiteTitle over="Archive" title={formatCalendarDay(year, month, day, site.locale)} text={cards.length === 0 ? 'Nothing was published on this day.' : null} />
      <LiteList cards={cards} underTitle zone={site} now={now} />
    </>
  )
}
