import { createHash } from 'node:crypto'
import { sql, type Sql } from '@/lib/cms/sql'

/** What became of one thing of the old site. */
export interface LedgerEntry {
  kind: string
  key: string
  collection: string
  targetId: number
  /** Of what was last written; null when nothing has been yet. */
  hash: string | null
  /**
   * "allocated": it has its number here, nothing else. "written": it stands here as the export had it. "joined": it is
   * something this newsroom had already. "gone": an editor has deleted it here, and it stays so.
   */
  state: 'allocated' | 'written' | 'joined' | 'gone'
}

interface LedgerRow {
  kind: string
  key: string
  collection: string
  target_id: number
  written_hash: string | null
  state: LedgerEntry['state']
}

const toEntry = (row: LedgerRow): LedgerEntry => ({ kind: row.kind, key: row.key, collection: row.collection, targetId: Number(row.target_id), hash: row.written_hash, state: row.state })

/** Everything of one kind that was moved in from a source before, by its key. */
export async function readLedger(db: Sql, source: string, kind: string): Promise<Map<string, LedgerEntry>> {
  const rows = await db.all<LedgerRow>(sql`SELECT kind, key, collection, target_id, written_hash, state FROM import_items WHERE source = ${source} AND kind = ${kind}`)
  return new Map(rows.map((row) => [row.key, toEntry(row)]))
}

const AT_ONCE = 400

/** Writes down what became of things; what stood there before is replaced. */
export async function writeLedger(db: Sql, source: string, entries: readonly LedgerEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const values = entries.slice(at, at + AT_ONCE).map((entry) => sql`(${source}, ${entry.kind}, ${entry.key}, ${entry.collection}, ${entry.targetId}, ${entry.hash}, ${entry.hash}, ${entry.state})`)
    await db.run(sql`INSERT INTO import_items (source, kind, key, collection, target_id, source_hash, written_hash, state) VALUES ${sql.join(values, sql`, `)}
      ON CONFLICT (source, kind, key) DO UPDATE SET collection = excluded.collection, target_id = excluded.target_id, source_hash = excluded.source_hash, written_hash = excluded.written_hash, state = excluded.state`)
  }
}

/** Writes down every address the old site is known to have answered at. */
export async function writeAddresses(db: Sql, source: string, addresses: readonly { path: string; kind: string }[]): Promise<void> {
  for (let at = 0; at < addresses.length; at += AT_ONCE) {
    const values = addresses.slice(at, at + AT_ONCE).map(({ path, kind }) => sql`(${source}, ${path}, ${kind})`)
    await db.run(sql`INSERT INTO import_addresses (source, path, kind) VALUES ${sql.join(values, sql`, `)} ON CONFLICT (source, path) DO NOTHING`)
  }
}

/**
 * A fingerprint of a document's fields. The same whether the fields come from an export or from either database: the
 * order of keys, absent and null, and the ways of writing a moment do not count.
 */
export function hashOf(fields: Record<string, unknown>): string {
  return createHash('sha256').update(canonical(fields) ?? '').digest('base64url').slice(0, 27)
}

const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?$/

/** One way of writing a value; null for what says nothing: absent, null, false, empty text. */
function canonical(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || value === false) return null
  if (value === true) return 'true'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.length < 36 && MOMENT.test(value) ? String(new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).getTime()) : JSON.stringify(value)
  if (value instanceof Date) return String(value.getTime())
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item) ?? 'null').join(',')}]`
  const record = value as Record<string, unknown>
  let text = '{'
  for (const key of Object.keys(record).sort()) {
    const item = canonical(record[key])
    if (item !== null) text += `${JSON.stringify(key)}:${item},`
  }
  return `${text}}`
}
