import type { Payload } from 'payload'
import { inBulk, type Row } from '@/lib/cms/bulk'
import { sql } from '@/lib/cms/sql'
import { writeAddresses } from '../../ledger'
import type { ReadRedirects } from '../../redirects/read'
import type { Noted } from '../noted'

/** Writes redirects that a plugin of the old site kept. An address that belongs to something already is left to it. */
export async function putRedirects(payload: Payload, source: string, { redirects, notes }: ReadRedirects, note: Noted): Promise<{ taken: number; withdrawn: number; refused: number }> {
  for (const one of notes) note({ kind: 'redirect', key: one.detail ?? '', title: one.detail ?? 'Redirects' }, one)
  return inBulk(payload, async (bulk) => {
    const taken = new Map<string, string | null>()
    for (let at = 0; at < redirects.length; at += 500) {
      const paths = redirects.slice(at, at + 500).map(({ from }) => sql`${from}`)
      for (const row of await bulk.sql.all<{ path: string; target: string | null }>(sql`SELECT path, target FROM paths WHERE path IN (${sql.join(paths, sql`, `)})`)) taken.set(row.path, row.target)
    }
    const now = new Date().toISOString()
    const counts = { taken: 0, withdrawn: 0, refused: 0 }
    const rows: Row[] = []
    for (const { from, to } of redirects) {
      if (taken.has(from)) {
        if (taken.get(from) !== to) note({ kind: 'redirect', key: from, title: from }, { kind: 'dropped', code: 'redirect-taken', message: 'A redirect was not taken: something of the newsroom stands at its address.', detail: `${from} → ${to ?? 'gone'}` })
        counts[taken.get(from) === to ? 'taken' : 'refused']++
        continue
      }
      counts[to === null ? 'withdrawn' : 'taken']++
      rows.push({ path: from, kind: 'redirect', state: to === null ? 'withdrawn' : 'moved', target: to, createdAt: now, updatedAt: now })
    }
    await bulk.put('paths', rows, 'skip')
    await writeAddresses(bulk.sql, source, redirects.map(({ from }) => ({ path: from, kind: 'redirect' })))
    return counts
  })
}
