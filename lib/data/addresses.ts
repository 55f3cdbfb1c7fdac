import { query } from '@/lib/adapters/addresses/database'
import { mediaSrc } from '@/lib/adapters/cms/pictures'
import { siteOrigin } from '@/lib/site'
import { recall } from './memory'
import { tags } from './tags'
import { PAGE_SIZE } from './page-size'

/** Documents with a page of their own. */
type PageKind = 'story' | 'section' | 'topic' | 'author' | 'page'
export type AddressKind = PageKind | 'media' | 'redirect'

/** What an address answers with: a document's page, a move to where it is now, or that it is gone. */
export type Address =
  | { state: 'live'; kind: PageKind; id: string }
  /** The id is of the document that moved; null for a redirect written by hand. */
  | { state: 'moved'; to: string; kind: AddressKind; id: string | null }
  | { state: 'withdrawn'; kind: AddressKind; id: string }

interface Row {
  kind: AddressKind
  ref: string | null
  state: 'live' | 'moved' | 'withdrawn'
  target: string | null
}

/** A list of stories has pages and feeds. */
export const isList = (kind: AddressKind): kind is 'section' | 'topic' | 'author' => kind === 'section' || kind === 'topic' || kind === 'author'

/**
 * What stands at a path (without a page number), or null when nothing ever did. Answers are remembered in
 * this process until the address changes; "nothing" is asked anew each time, so a new story is seen at once.
 */
export function findAddress(path: string): Promise<Address | null> {
  return recall(`address ${path}`, [`path:${path}`], () => readAddress(path), { keep: (found) => found !== null && found.state === 'live' })
}

/** What stands at the first of several paths at which anything does. */
export async function findFirst(paths: readonly string[]): Promise<Address | null> {
  if (paths.length === 0) return null
  const rows = await query<{ path: string }>(`SELECT path FROM paths WHERE path IN (${paths.map(() => '?').join(', ')})`, [...paths])
  const known = new Set(rows.map((row) => row.path))
  for (const path of paths.filter((path) => known.has(path))) {
    const found = await findAddress(path)
    if (found !== null) return found
  }
  return null
}

async function readAddress(path: string): Promise<Address | null> {
  const row = await readRow(path)
  return row && (row.kind === 'redirect' ? readRedirect(row) : readDocument(row))
}

async function readRow(path: string): Promise<Row | null> {
  const [row] = await query<Row>('SELECT kind, ref, state, target FROM paths WHERE path = ? LIMIT 1', [path])
  return row ?? null
}

async function readDocument({ kind, ref, state }: Row): Promise<Address | null> {
  if (ref === null || kind === 'redirect') return null
  if (state === 'withdrawn') return { state, kind, id: ref }
  if (kind === 'media') return readMedia(ref)
  if (state === 'live') return { state, kind, id: ref }
  const [today] = await query<{ path: string }>("SELECT path FROM paths WHERE kind = ? AND ref = ? AND state = 'live' LIMIT 1", [kind, ref])
  return today ? { state: 'moved', to: today.path, kind, id: ref } : { state: 'withdrawn', kind, id: ref }
}

async function readRedirect({ state, target }: Row): Promise<Address | null> {
  if (state === 'withdrawn') return { state, kind: 'redirect', id: '0' }
  const to = target ? await lastTarget(target) : null
  return to === null ? null : { state: 'moved', to, kind: 'redirect', id: null }
}

/** A file moved in from another site leads to where it is served now; one that has not come yet, nowhere. */
async function readMedia(id: string): Promise<Address | null> {
  const [file] = await query<{ filename: string | null }>('SELECT filename FROM media WHERE id = ?', [Number(id)])
  return file?.filename ? { state: 'moved', to: mediaSrc(file.filename), kind: 'media', id } : null
}

const MOST_STEPS = 8

/** Where a redirect written by hand ends, so that readers are sent once; null when it goes round in a circle. */
async function lastTarget(target: string, steps = 0): Promise<string | null> {
  const to = target.startsWith(`${siteOrigin}/`) ? target.slice(siteOrigin.length) : target
  if (!to.startsWith('/')) return to
  if (steps === MOST_STEPS) return null
  const next = await readRow(rowKey(to))
  if (next?.kind === 'redirect' && next.state !== 'withdrawn') return next.target ? lastTarget(next.target, steps + 1) : to
  const found = next === null ? null : await readDocument(next)
  return found?.state === 'moved' ? found.to : to
}

/** What a path is written down under: without its query, but the front page's own, "/?p=12". */
const rowKey = (path: string) => (path.startsWith('/?') ? path : path.split(/[?#]/)[0]!)

/** Whether a list has a page of this number. Yes is remembered until the list changes. */
export function hasPage(list: string, page: number, size: number = PAGE_SIZE): Promise<boolean> {
  if (page <= 1) return Promise.resolve(true)
  const read = async () => (await query('SELECT 1 AS there FROM river WHERE list = ? ORDER BY published_at DESC, story_id DESC LIMIT 1 OFFSET ?', [list, (page - 1) * size])).length > 0
  return recall(`page ${list} ${page} ${size}`, [list], read, { keep: (there) => there })
}

/** Whether anything was published in a month ("2026-01"). */
export function hasMonth(month: string): Promise<boolean> {
  const list = tags.month(month)
  const read = async () => (await query('SELECT 1 AS there FROM river WHERE list = ? LIMIT 1', [list])).length > 0
  return recall(`month ${month}`, [list], read, { keep: (there) => there })
}

/** Whether anything was published in a year. */
export async function hasYear(year: string): Promise<boolean> {
  const months = Array.from({ length: 12 }, (_, month) => tags.month(`${year}-${String(month + 1).padStart(2, '0')}`))
  return (await query(`SELECT 1 AS there FROM river WHERE list IN (${months.map(() => '?').join(', ')}) LIMIT 1`, months)).length > 0
}
