import type { BasePayload } from 'payload'
import { percentile, VITALS, type Vital } from '@/lib/model/vitals'
import { sql, sqlOf } from '../sql'

const DAYS = 28
const DAY_MS = 24 * 60 * 60 * 1000

/** A kind of page, with what three visits in four stayed under; CLS in thousandths. */
export interface SpeedRow {
  page: string
  values: Record<Vital, number | null>
  visits: number
}

interface Row {
  page: string
  metric: string
  step: number | string
  count: number | string
}

/** The last four weeks' measurements by kind of page, the most visited first. */
export async function readSpeed(payload: BasePayload, now: Date = new Date()): Promise<SpeedRow[]> {
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString().slice(0, 10)
  const rows = await sqlOf(payload).all<Row>(sql`SELECT page, metric, step, sum(count) AS count FROM web_vitals WHERE day > ${since} GROUP BY page, metric, step`)
  const pages = [...new Set(rows.map((row) => row.page))]
  const stepsOf = (page: string, metric: Vital) => rows.filter((row) => row.page === page && row.metric === metric).map((row) => ({ step: Number(row.step), count: Number(row.count) }))
  return pages
    .map((page) => ({
      page,
      values: Object.fromEntries(VITALS.map((metric) => [metric, percentile(stepsOf(page, metric), 0.75)])) as Record<Vital, number | null>,
      visits: Math.max(...VITALS.map((metric) => stepsOf(page, metric).reduce((sum, { count }) => sum + count, 0))),
    }))
    .sort((a, b) => b.visits - a.visits)
}
