import type { Payload } from 'payload'
import { among, sql, sqlOf, type Sql } from '@/lib/cms/sql'
import { mediaSrc } from '@/lib/adapters/cms/pictures'
import type { RecordOf } from '../records/schemas'
import { instantOf, rowsOf, textOf } from './pages'

/** Where a document stands today, and where it stood. */
export interface Addresses {
  path: string | null
  oldPaths: string[]
}

const NONE: Addresses = { path: null, oldPaths: [] }

/** The addresses of documents of one kind, by id; the oldest first. */
export async function addressesOf(db: Sql, kind: string, ids: readonly string[]): Promise<(id: string) => Addresses> {
  const found = new Map<string, Addresses>()
  if (ids.length === 0) return () => NONE
  const rows = await db.all<{ ref: string; path: string; state: string }>(sql`SELECT ref, path, state FROM paths WHERE kind = ${kind} AND ref IN (${among(ids)}) ORDER BY id`)
  for (const { ref, path, state } of rows) {
    const before = found.get(ref) ?? NONE
    found.set(ref, state === 'live' ? { ...before, path } : { ...before, oldPaths: [...before.oldPaths, path] })
  }
  return (id) => found.get(id) ?? NONE
}

interface PathRow {
  id: number
  path: string
  kind: string
  ref: string | null
  state: 'live' | 'moved' | 'withdrawn'
  target: string | null
  reason: string | null
  created_at: unknown
}

/** Every address ever served, with where it leads today. */
export async function* listRedirects(payload: Payload): AsyncGenerator<RecordOf<'redirects'>[]> {
  const db = sqlOf(payload)
  for await (const rows of rowsOf<PathRow>(db, 'paths', 'id, path, kind, ref, state, target, reason, created_at')) {
    const leads = await targetsOf(db, rows)
    yield rows.map((row) => ({
      path: row.path,
      kind: row.kind,
      document: textOf(row.ref),
      state: row.state,
      target: row.state === 'withdrawn' ? null : leads(row),
      reason: textOf(row.reason),
      createdAt: instantOf(row.created_at)!,
    }))
  }
}

/** Where rows lead: a document's address of today, a file's, or what was written by hand. */
async function targetsOf(db: Sql, rows: readonly PathRow[]): Promise<(row: PathRow) => string | null> {
  const refs = [...new Set(rows.flatMap((row) => (row.state === 'moved' && row.ref !== null ? [row.ref] : [])))]
  const today = new Map<string, string>()
  if (refs.length > 0) {
    for (const { kind, ref, path } of await db.all<{ kind: string; ref: string; path: string }>(sql`SELECT kind, ref, path FROM paths WHERE state = 'live' AND ref IN (${among(refs)})`)) today.set(`${kind}:${ref}`, path)
  }
  const files = rows.flatMap((row) => (row.kind === 'media' && row.ref !== null ? [Number(row.ref)] : []))
  if (files.length > 0) {
    for (const { id, filename } of await db.all<{ id: number; filename: string | null }>(sql`SELECT id, filename FROM media WHERE id IN (${among(files)})`)) if (filename !== null) today.set(`media:${id}`, mediaSrc(filename))
  }
  return (row) => today.get(`${row.kind}:${row.ref}`) ?? (row.state === 'live' ? row.path : textOf(row.target))
}
