import type { CollectionSlug, Payload } from 'payload'
import { sql, sqlOf, type Sql } from '@/lib/cms/sql'

/** A document as the database has it: relationships are ids. */
export type Doc = Record<string, unknown> & { id: number }

export const PAGE_SIZE = 250

/** What becomes of a row that cannot be read. Without it, one such row ends the whole reading. */
export type OnBroken = (id: number, error: unknown) => void

/** Rows of one table by their id, the newest first; `columns` is all that is read. Each page begins below the last id of the one before, so that the hundredth costs what the first does. */
export async function* rowsOf<T extends { id: number }>(db: Sql, table: string, columns: string): AsyncGenerator<T[]> {
  let below = 2 ** 31 - 1
  for (;;) {
    const rows = await db.all<T>(sql`SELECT ${sql.raw(columns)} FROM ${sql.raw(table)} WHERE id < ${below} ORDER BY id DESC LIMIT ${PAGE_SIZE}`)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE_SIZE) return
    below = Number(rows.at(-1)!.id)
  }
}

/** All documents of a collection, the newest first, a page at a time. Hooks are left out: they would make it five times slower. */
export async function* pagesOf(payload: Payload, collection: CollectionSlug, onBroken?: OnBroken): AsyncGenerator<Doc[]> {
  for await (const rows of rowsOf<{ id: number }>(sqlOf(payload), collection, 'id')) {
    const ids = rows.map(({ id }) => Number(id))
    const read = async (some: number[]) => (await payload.db.find<Doc>({ collection, where: { id: { in: some } }, sort: '-id', limit: 0, pagination: false })).docs
    yield await readTogether(ids, read, onBroken)
  }
}

/** Reads rows all at once or, when that fails, one by one, so that a broken row is told of and keeps no other from being read. */
export async function readTogether<T>(ids: readonly number[], read: (ids: number[]) => Promise<T[]>, onBroken?: OnBroken): Promise<T[]> {
  try {
    return await read([...ids])
  } catch (error) {
    if (onBroken === undefined) throw error
    const found: T[] = []
    for (const id of ids) {
      try {
        found.push(...(await read([id])))
      } catch (cause) {
        onBroken(id, cause)
      }
    }
    return found
  }
}

/** A moment as ISO 8601 in UTC, however the database gives it; null when there is none. */
export function instantOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const at = new Date(value as string | number | Date)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** A text with something in it, or null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** An id as the export writes it, or null. */
export const refOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(typeof value === 'object' ? (value as { id: unknown }).id : value))

/** The ids of a relationship to many. */
export const refsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((item) => refOf(item) ?? []) : [])

/** The rows of an array field. */
export const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : [])
