import { query } from '@/lib/adapters/addresses/database'
import { recall } from './memory'
import { tags } from './tags'
import { PAGE_SIZE } from './page-size'

export type AddressKind = 'story' | 'section' | 'topic' | 'author' | 'page' | 'redirect'

/** What an address answers with: a document's page, a move to where it is now, or that it is gone. */
export type Address =
  | { state: 'live'; kind: Exclude<AddressKind, 'redirect'>; id: string }
  | { state: 'moved'; to: string }
  | { state: 'withdrawn'; kind: AddressKind; id: string }

interface Row {
  kind: AddressKind
  ref: string | null
  state: 'live' | 'moved' | 'withdrawn'
  target: string | null
}

/**
 * What stands at a path (without a page number), or null when nothing ever did. Answers are remembered in
 * this process until the address changes; "nothing" is asked anew each time, so a new story is seen at once.
 */
export function findAddress(path: string): Promise<Address | null> {
  return recall(`address ${path}`, [`path:${path}`], () => readAddress(path), { keep: (found) => found !== null && found.state === 'live' })
}

async function readAddress(path: string): Promise<Address | null> {
  const [row] = await query<Row>('SELECT kind, ref, state, target FROM paths WHERE path = ? LIMIT 1', [path])
  if (row === undefined) return null
  if (row.kind === 'redirect') return row.target ? { state: 'moved', to: await lastTarget(row.target) } : null
  if (row.ref === null) return null
  if (row.state === 'live') return { state: 'live', kind: row.kind, id: row.ref }
  if (row.state === 'withdrawn') return { state: 'withdrawn', kind: row.kind, id: row.ref }
  const [today] = await query<{ path: string }>("SELECT path FROM paths WHERE kind = ? AND ref = ? AND state = 'live' LIMIT 1", [row.kind, row.ref])
  return today ? { state: 'moved', to: today.path } : { state: 'withdrawn', kind: row.kind, id: row.ref }
}

/** Where a redirect written by hand ends, so that readers are sent once. */
async function lastTarget(target: string): Promise<string> {
  let to = target
  for (let steps = 0; steps < 8 && to.startsWith('/'); steps++) {
    const next = await readAddress(to.split(/[?#]/)[0]!)
    if (next === null || next.state !== 'moved') return to
    to = next.to
  }
  return to
}

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
