import type { Card } from '@/lib/model/card'
import { listCardsByIds } from '@/lib/adapters/cms/cards'
import { countMonths, readRiverBetween } from '@/lib/adapters/cms/river'
import { midnightOf, zonedParts } from '@/lib/format/zone'
import { getSite } from './site'
import { tagPage } from './remember'
import { tags } from './tags'

const monthName = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`

/** The years and months that have stories, newest first. */
export async function getArchiveIndex(): Promise<{ year: number; months: { month: number; count: number }[] }[]> {
  await tagPage([tags.archive])
  const years = new Map<number, { month: number; count: number }[]>()
  for (const { month, count } of await countMonths()) {
    const [year, number] = month.split('-').map(Number) as [number, number]
    years.set(year, [...(years.get(year) ?? []), { month: number, count }])
  }
  return [...years].map(([year, months]) => ({ year, months }))
}

/** The days of a month that have stories, newest first; empty when none has. */
export async function getArchiveDays(year: number, month: number): Promise<{ day: number; count: number }[]> {
  const list = tags.month(monthName(year, month))
  await tagPage([list])
  const { timeZone } = await getSite()
  const counts = new Map<number, number>()
  for (const row of await readRiverBetween(list, 0, Number.MAX_SAFE_INTEGER)) {
    const { day } = zonedParts(new Date(row.publishedAt), timeZone)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return [...counts].map(([day, count]) => ({ day, count }))
}

/** Everything published on one day of the newsroom's, newest first. */
export async function getArchiveDay(year: number, month: number, day: number): Promise<Card[]> {
  const list = tags.month(monthName(year, month))
  await tagPage([list])
  const { timeZone } = await getSite()
  const from = midnightOf({ year, month, day }, timeZone)
  const to = midnightOf({ year, month, day: day + 1 }, timeZone)
  const rows = await readRiverBetween(list, from.getTime(), to.getTime())
  return listCardsByIds(rows.map((row) => row.id))
}
