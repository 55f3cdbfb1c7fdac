import type { Payload } from 'payload'
import { moveReportSchema, type MoveReport } from '@/lib/model/move-report'
import { sql, sqlOf } from './sql'

/** One run of moving a newsroom in. */
export interface ImportRun {
  id: number
  source: string
  state: 'running' | 'interrupted' | 'finished'
  /** Milliseconds since 1970. */
  startedAt: number
  finishedAt: number | null
  /** Null until it has finished. */
  report: MoveReport | null
}

/** A sentence of a run's report, and the document it is about. */
export interface ImportNote {
  position: number
  item_kind: string
  item_key: string
  title: string
  collection: string | null
  target_id: number | null
  kind: 'changed' | 'dropped' | 'doubtful'
  code: string
  message: string
  detail: string | null
}

interface Row {
  id: number
  source: string
  state: ImportRun['state']
  started_at: number | string
  finished_at: number | string | null
  summary: string | null
}

/** The latest runs, the newest first. */
export async function listImports(payload: Payload, limit = 20): Promise<ImportRun[]> {
  const rows = await sqlOf(payload).all<Row>(sql`SELECT id, source, state, started_at, finished_at, summary FROM imports ORDER BY id DESC LIMIT ${limit}`)
  return rows.map((row) => ({
    id: Number(row.id),
    source: row.source,
    state: row.state,
    startedAt: Number(row.started_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
    report: row.summary === null ? null : (moveReportSchema.safeParse(JSON.parse(row.summary)).data ?? null),
  }))
}

/** Notes of one run in their order, after a position; all of them, or those of one code. */
export function listImportNotes(payload: Payload, importId: number, code: string | null, limit: number, after = 0): Promise<ImportNote[]> {
  const only = code === null ? sql`` : sql`AND code = ${code}`
  return sqlOf(payload).all<ImportNote>(sql`SELECT position, item_kind, item_key, title, collection, target_id, kind, code, message, detail FROM import_notes WHERE import_id = ${importId} AND position > ${after} ${only} ORDER BY position LIMIT ${limit}`)
}
