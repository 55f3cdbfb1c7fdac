import type { Payload } from 'payload'
import { inBulk, type Row } from '@/lib/cms/bulk'
import { among, sql } from '@/lib/cms/sql'
import { hashOf, readLedger, writeLedger, type LedgerEntry } from '../../ledger'
import { originalsOf, uploadKey } from '../../media/names'
import { KEPT, renew } from '../../renew'
import type { Noted } from '../noted'
import type { Staging } from '../staging'
import type { WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'
import { fit, plainOf } from './text'

interface MediaDoc {
  kind: 'attachment' | 'file'
  key: string
  /** The place below the uploads folder, or the whole address of a file that lies elsewhere. */
  file: string
  url: string
  title: string
  words: Row
}

const SORTS: [RegExp, string][] = [
  [/\.(jpe?g|png|gif|webp|avif|bmp|tiff?|heic)$/i, 'image'],
  [/\.(mp3|m4a|ogg|oga|wav|flac|aac)$/i, 'audio'],
  [/\.(mp4|m4v|webm|ogv|mov|avi|wmv|mpe?g|3gp)$/i, 'video'],
]

const sortOf = (file: string) => SORTS.find(([pattern]) => pattern.test(file))?.[1] ?? 'file'

/**
 * Makes a media document for every attachment, and for every file that a text shows without one, before its file is
 * here: texts can point at it, and a file that comes later is seen everywhere at once. Notes in the working file which
 * document an upload became.
 * @returns media documents by the number of their attachment.
 */
export async function settleMedia(payload: Payload, source: string, staging: Staging, loose: ReadonlyMap<string, string>, note: Noted): Promise<Map<number, number>> {
  return inBulk(payload, async (bulk) => {
    const files = new Map((await bulk.sql.all<{ key: string; media_id: number }>(sql`SELECT key, media_id FROM import_files WHERE source = ${source} AND media_id IS NOT NULL`)).map((row) => [row.key, Number(row.media_id)]))
    const ledgers = { attachment: await readLedger(bulk.sql, source, 'attachment'), file: await readLedger(bulk.sql, source, 'file') }
    const byAttachment = new Map<number, number>()
    for (const docs of chunks(docsOf(staging, loose))) {
      const rows = await standing(bulk, docs.flatMap((doc) => ledgers[doc.kind].get(doc.key)?.targetId ?? []))
      const fresh = docs.filter((doc) => ledgers[doc.kind].get(doc.key) === undefined && !files.has(doc.file))
      const ids = new Map((await bulk.reserve('media', fresh.length)).map((id, i) => [fresh[i]!, id]))
      const entries: LedgerEntry[] = []
      const now = new Date().toISOString()
      await bulk.put('media', fresh.map((doc) => ({ id: ids.get(doc), ...doc.words, focalX: 50, focalY: 50, createdAt: now, updatedAt: now })))
      for (const doc of docs) {
        const entry = ledgers[doc.kind].get(doc.key)
        const id = files.get(doc.file) ?? ids.get(doc) ?? entry!.targetId
        if (entry === undefined) entries.push({ kind: doc.kind, key: doc.key, collection: 'media', targetId: id, hash: hashOf(doc.words), state: ids.has(doc) ? 'written' : 'joined' })
        else {
          const row = rows.get(entry.targetId)
          const renewed = row === undefined ? null : await renew(bulk, entry, doc.words, row)
          if (renewed === 'kept') note({ kind: doc.kind, key: doc.key, title: doc.title, collection: 'media', targetId: id }, KEPT)
          else if (renewed !== null) entries.push(renewed)
        }
        files.set(doc.file, id)
        if (doc.kind === 'attachment') byAttachment.set(Number(doc.key), id)
        staging.run('INSERT OR REPLACE INTO uploads (key, attachment, media, kind, url, title) VALUES (?, ?, ?, ?, ?, ?)', doc.file, doc.kind === 'attachment' ? Number(doc.key) : null, id, sortOf(doc.file), doc.url, doc.title)
        if (doc.words.alt === NO_WORDS && sortOf(doc.file) === 'image') note({ kind: doc.kind, key: doc.key, title: doc.title, collection: 'media', targetId: id }, { kind: 'doubtful', code: 'no-description', message: 'The picture had no description for people who cannot see it.' })
      }
      await writeLedger(bulk.sql, source, entries)
      await noteFiles(bulk.sql, source, docs, files)
    }
    return byAttachment
  })
}

/** The documents that earlier runs made, as they stand here. */
async function standing(bulk: Parameters<Parameters<typeof inBulk>[1]>[0], ids: number[]): Promise<Map<number, Row>> {
  if (ids.length === 0) return new Map()
  const rows = await bulk.sql.all<Row & { id: number }>(sql`SELECT id, alt, caption, credit FROM media WHERE id IN (${among(ids)})`)
  return new Map(rows.map((row) => [Number(row.id), row]))
}

async function noteFiles(db: Parameters<typeof writeLedger>[0], source: string, docs: readonly MediaDoc[], ids: ReadonlyMap<string, number>): Promise<void> {
  if (docs.length === 0) return
  const values = docs.map((doc) => sql`(${source}, ${doc.file}, ${ids.get(doc.file)!}, ${doc.url}, 'wanted')`)
  await db.run(sql`INSERT INTO import_files (source, key, media_id, url, state) VALUES ${sql.join(values, sql`, `)} ON CONFLICT (source, key) DO NOTHING`)
}

const CHUNK = 200

function* chunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}

function* docsOf(staging: Staging, loose: ReadonlyMap<string, string>): Generator<MediaDoc> {
  const seen = new Set<string>()
  for (const item of staging.items('attachment')) {
    const url = item.attachmentUrl ?? item.guid
    const file = uploadKey(url) ?? lastMeta(item, '_wp_attached_file') ?? url
    if (url === '' || seen.has(file)) continue
    seen.add(file)
    yield { kind: 'attachment', key: String(item.id), file, url, title: plainOf(item.title), words: wordsOf(item, file) }
  }
  for (const [file, url] of loose) {
    if (seen.has(file) || originalsOf(file).some((original) => seen.has(original))) continue
    yield { kind: 'file', key: file, file, url, title: file, words: { alt: NO_WORDS, caption: null, credit: null } }
  }
}

const NO_WORDS = 'Picture without a description'

/** A name such as "IMG_2034" or "photo-3" tells nobody what is to be seen. */
const isFileName = (title: string, file: string) => /^[\w.-]*\d[\w.-]*$/.test(title) || file.toLowerCase().includes(title.toLowerCase().replace(/\s+/g, '-'))

function wordsOf(item: WxrItem, file: string): Row {
  const caption = plainOf(item.excerpt)
  const title = plainOf(item.title)
  const alt = plainOf(lastMeta(item, '_wp_attachment_image_alt') ?? '') || caption || (title !== '' && !isFileName(title, file) ? title : '') || NO_WORDS
  const credit = plainOf(lastMeta(item, '_media_credit') ?? '') || plainOf(lastMeta(item, '_credit') ?? '')
  return { alt: fit(alt, 300).text, caption: fit(caption, 400).text || null, credit: fit(credit, 160).text || null }
}
