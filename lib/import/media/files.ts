import path from 'node:path'
import { sql, type Sql } from '@/lib/cms/sql'
import { isElsewhere, type WantedFile } from './source'

/** What is known of a file of the old site. "wanted": not tried yet, or to be tried again. */
export type FileState = 'wanted' | 'here' | 'missing' | 'refused'

/** How many files of a site are here, and which are wanted still: the newest first, those of one folder together. */
export async function listFiles(db: Sql, site: string): Promise<{ already: number; wanted: WantedFile[] }> {
  const [here] = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM import_files WHERE source = ${site} AND state = 'here'`)
  const rows = await db.all<{ key: string; url: string; media_id: number }>(sql`SELECT key, url, media_id FROM import_files WHERE source = ${site} AND state <> 'here' AND media_id IS NOT NULL ORDER BY key DESC`)
  return { already: Number(here?.count ?? 0), wanted: rows.map(({ key, url, media_id }) => ({ key, url, mediaId: Number(media_id), name: nameOf(key) })) }
}

/** What a file is called, from its place below the uploads folder or its address. */
function nameOf(key: string): string {
  const place = isElsewhere(key) && URL.canParse(key) ? new URL(key).pathname : key
  try {
    return path.posix.basename(decodeURIComponent(place))
  } catch {
    return path.posix.basename(place)
  }
}

/** Writes down what became of a file, and which media document has it. */
export async function noteFile(db: Sql, site: string, file: WantedFile, state: FileState, more: { mediaId?: number; sha256?: string; message?: string } = {}): Promise<void> {
  await db.run(sql`INSERT INTO import_files (source, key, media_id, url, state, sha256, message)
    VALUES (${site}, ${file.key}, ${more.mediaId ?? file.mediaId}, ${file.url}, ${state}, ${more.sha256 ?? null}, ${more.message ?? null})
    ON CONFLICT (source, key) DO UPDATE SET media_id = excluded.media_id, url = excluded.url, state = excluded.state, sha256 = excluded.sha256, message = excluded.message`)
}

/** The media document that holds the same content already, of those this site's files were put into. */
export async function sameContent(db: Sql, site: string, sha256: string): Promise<number | null> {
  const rows = await db.all<{ id: number }>(sql`SELECT m.id FROM import_files f JOIN media m ON m.id = f.media_id
    WHERE f.source = ${site} AND f.sha256 = ${sha256} AND f.state = 'here' AND m.filename IS NOT NULL AND m.mime_type IS NOT NULL ORDER BY m.id LIMIT 1`)
  return rows[0] === undefined ? null : Number(rows[0].id)
}
