import type { Payload } from 'payload'
import { inBulk } from '@/lib/cms/bulk'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { MoveReport } from '@/lib/model/move-report'
import { fetchFiles } from '../../media/fetch-files'
import type { FileSource } from '../../media/source'
import type { Noted } from '../noted'
import type { Staging } from '../staging'

type Fetched = NonNullable<MoveReport['media']['fetched']>

/**
 * Brings the files that media documents wait for. Where two attachments turn out to be one file, everything points at
 * one document afterwards, and the other is taken away.
 */
export async function bringFiles(payload: Payload, source: string, staging: Staging, from: FileSource, onProgress: (done: number, of: number) => void, note: Noted): Promise<Fetched> {
  const joined = new Map<number, number>()
  const outcome = await fetchFiles(payload, source, from, {
    progress: onProgress,
    note,
    joined: (gone, kept) => void joined.set(gone, kept),
  })
  for (const [gone, kept] of joined) staging.run('UPDATE uploads SET media = ? WHERE media = ?', kept, gone)
  await rejoin(payload, joined)
  if (outcome.stopped !== null) note({ kind: 'file', key: source, title: 'Files' }, { kind: 'doubtful', code: 'files-stopped', message: 'Not all files were brought. Run the import again with the same --media.', detail: outcome.stopped })
  return { here: outcome.here + outcome.already, joined: outcome.joined, missing: outcome.missing + outcome.unreachable, refused: outcome.refused }
}

const PAGE = 300

/** Points whatever stands here already at the documents that were kept, then takes the others away. */
async function rejoin(payload: Payload, joined: ReadonlyMap<number, number>): Promise<void> {
  if (joined.size === 0) return
  const ids = [...joined.keys()]
  for (const [gone, kept] of joined) {
    await inBulk(payload, async ({ sql: db }) => {
      for (const [table, column] of [['stories', 'hero_id'], ['stories', 'social_picture_id'], ['_stories_v', 'version_hero_id'], ['_stories_v', 'version_social_picture_id'], ['authors', 'portrait_id'], ['import_items', 'target_id']] as const) {
        const only = table === 'import_items' ? sql`AND collection = 'media'` : sql``
        await db.run(sql`UPDATE ${sql.raw(`"${table}"`)} SET ${sql.raw(column)} = ${kept} WHERE ${sql.raw(column)} = ${gone} ${only}`)
      }
      await db.run(sql`UPDATE paths SET ref = ${String(kept)} WHERE kind = 'media' AND ref = ${String(gone)}`)
    })
  }
  for (const [table, column] of [['stories', 'body'], ['pages', 'body'], ['_stories_v', 'version_body'], ['_pages_v', 'version_body']] as const) await rejoinBodies(payload, table, column, joined)
  await inBulk(payload, (bulk) => bulk.remove('media', 'id', ids))
}

async function rejoinBodies(payload: Payload, table: string, column: string, joined: ReadonlyMap<number, number>): Promise<void> {
  const [name, from] = [sql.raw(`"${column}"`), sql.raw(`"${table}"`)]
  for (let after = 0; ; ) {
    const rows = await sqlOf(payload).all<{ id: number; body: unknown }>(sql`SELECT id, ${name} AS body FROM ${from} WHERE id > ${after} AND ${name} IS NOT NULL ORDER BY id LIMIT ${PAGE}`)
    if (rows.length === 0) return
    after = Number(rows.at(-1)!.id)
    for (const row of rows) {
      const text = typeof row.body === 'string' ? row.body : JSON.stringify(row.body)
      const pointed = text.replace(/"(media|poster)":\s?(\d+)/g, (whole, field: string, id: string) => (joined.has(Number(id)) ? `"${field}":${joined.get(Number(id))}` : whole))
      if (pointed !== text) await sqlOf(payload).run(sql`UPDATE ${from} SET ${name} = ${pointed} WHERE id = ${row.id}`)
    }
  }
}
