import type { Bulk, Row } from '@/lib/cms/bulk'
import { sql } from '@/lib/cms/sql'
import { hashOf, type LedgerEntry } from './ledger'
import type { Note } from './note'

export const KEPT: Note = {
  kind: 'doubtful',
  code: 'kept-editors-version',
  message: 'It was changed both here and on the old site. What stands here was kept; to take the old site’s words instead, run the import with --overwrite.',
}

/** Columns that are called otherwise than their field. */
const COLUMN: Record<string, string> = { portrait: 'portrait_id' }

/**
 * Takes over the newer words of an export for a small document (a section, topic, author or media file) that an earlier
 * run made. `row` is how it stands here, by columns.
 * @returns the entry to write down, null when nothing changed, or "kept" when somebody has changed it here as well.
 */
export async function renew(bulk: Bulk, entry: LedgerEntry, words: Row, row: Row): Promise<LedgerEntry | 'kept' | null> {
  if (entry.state !== 'written') return null
  const hash = hashOf(words)
  if (hash === entry.hash) return null
  const here = Object.fromEntries(Object.keys(words).map((field) => [field, row[COLUMN[field] ?? field]]))
  if (hashOf(here) !== entry.hash) return hashOf(here) === hash ? { ...entry, hash } : 'kept'
  const set = Object.entries(words).map(([field, value]) => sql`${sql.raw(`"${COLUMN[field] ?? field}"`)} = ${value as string | number | null}`)
  await bulk.sql.run(sql`UPDATE ${sql.raw(entry.collection)} SET ${sql.join(set, sql`, `)} WHERE id = ${entry.targetId}`)
  return { ...entry, hash }
}
