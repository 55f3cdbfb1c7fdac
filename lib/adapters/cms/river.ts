import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from './client'

/** Story ids of one page of a list, newest first, straight from its index. */
export async function readRiverIds(list: string, offset: number, limit: number): Promise<number[]> {
  const { all } = sqlOf(await cms())
  const rows = await all<{ story_id: number }>(
    sql`SELECT story_id FROM river WHERE list = ${list} ORDER BY published_at DESC, story_id DESC LIMIT ${limit} OFFSET ${offset}`,
  )
  return rows.map((row) => Number(row.story_id))
}

/** How many stories stand in a list, counted no further than `most`. */
export async function countRiver(list: string, most: number): Promise<number> {
  const { all } = sqlOf(await cms())
  const rows = await all<{ n: number }>(sql`SELECT count(*) AS n FROM (SELECT 1 FROM river WHERE list = ${list} LIMIT ${most}) AS counted`)
  return Number(rows[0]?.n ?? 0)
}

/** Story ids published within a span of time, newest first. */
export async function readRiverBetween(list: string, from: number, to: number): Promise<{ id: number; publishedAt: number }[]> {
  const { all } = sqlOf(await cms())
  const rows = await all<{ story_id: number; published_at: number }>(
    sql`SELECT story_id, published_at FROM river WHERE list = ${list} AND published_at >= ${from} AND published_at < ${to} ORDER BY published_at DESC, story_id DESC`,
  )
  return rows.map((row) => ({ id: Number(row.story_id), publishedAt: Number(row.published_at) }))
}

/** The months that have stories, "2026-01", with how many, newest first. */
export async function countMonths(): Promise<{ month: string; count: number }[]> {
  const { all } = sqlOf(await cms())
  const rows = await all<{ list: string; n: number }>(sql`SELECT list, count(*) AS n FROM river WHERE list >= 'month:' AND list < 'month;' GROUP BY list ORDER BY list DESC`)
  return rows.map((row) => ({ month: row.list.slice('month:'.length), count: Number(row.n) }))
}
