import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import type { Payload } from 'payload'
import { among, sql, sqlOf } from '@/lib/cms/sql'
import type { CheckedFile } from './check'
import type { WantedFile } from './source'

/** Puts files into media documents that were made without one. */
export interface Attacher {
  /** What a document has; null when there is no such document. */
  look: (mediaId: number) => Promise<'file' | 'nothing' | null>
  /** Where a document's file is on this machine; null when it is elsewhere, or nowhere. */
  placeOf: (mediaId: number) => Promise<string | null>
  /** @throws when Payload refuses the file or it cannot be stored; the document is then as it was. */
  attach: (file: WantedFile, checked: CheckedFile, place: string) => Promise<void>
}

interface MediaRow {
  filename: string | null
  mime_type: string | null
}

/**
 * A file's name is claimed in the database before the file is written: no two documents get one name, and what a killed
 * run left half done is found by the next one, which takes it away. A document with a name but no type shows nothing.
 */
export function attacherOf(payload: Payload): Attacher {
  const db = sqlOf(payload)
  const { staticDir, disableLocalStorage } = payload.collections.media.config.upload
  const folder = disableLocalStorage ? null : (staticDir ?? null)
  const oneByOne = pLimit(1)
  const counts = new Map<string, number>()

  const rowOf = async (id: number) => (await db.all<MediaRow>(sql`SELECT filename, mime_type FROM media WHERE id = ${id}`))[0]

  /** Pictures of one name but different endings would share the name of their thumbnail. */
  async function isFree(stem: string, extension: string): Promise<boolean> {
    const names = [...new Set([extension, 'jpg', 'jpeg', 'png', 'webp', 'avif', 'gif'])].map((ending) => `${stem}.${ending}`)
    const taken = await db.all(sql`SELECT 1 AS taken FROM media WHERE filename IN (${among(names)}) LIMIT 1`)
    // An editor's upload is on disk before it is in the database.
    return taken.length === 0 && (folder === null || !(await exists(path.join(folder, `${stem}.${extension}`))))
  }

  async function claim(file: WantedFile, extension: string): Promise<string> {
    for (const stem of stemsFor(file, counts)) {
      if (!(await isFree(stem, extension))) continue
      const name = `${stem}.${extension}`
      try {
        await db.run(sql`UPDATE media SET filename = ${name} WHERE id = ${file.mediaId} AND mime_type IS NULL`)
        return name
      } catch (error) {
        // Taken a moment ago by another process; anything else would go on for ever.
        if (await isFree(stem, extension)) throw error
      }
    }
    throw new Error(`No name was found for ${file.key}.`)
  }

  /** Takes a claim back, with what was written under it. */
  async function release(mediaId: number, name: string): Promise<void> {
    if (folder !== null) {
      const { name: stem } = path.parse(name)
      const names = (await readdir(folder)).filter((each) => each === name || (each.startsWith(`${stem}-`) && /^-\d+x\d+\.\w+$/.test(each.slice(stem.length))))
      for (const each of names) await rm(path.join(folder, each), { force: true })
    }
    await db.run(sql`UPDATE media SET filename = NULL WHERE id = ${mediaId} AND mime_type IS NULL`)
  }

  return {
    look: async (mediaId) => {
      const row = await rowOf(mediaId)
      if (row === undefined) return null
      if (row.filename === null) return 'nothing'
      if (row.mime_type !== null) return 'file'
      await release(mediaId, row.filename)
      return 'nothing'
    },
    placeOf: async (mediaId) => {
      const name = (await rowOf(mediaId))?.filename ?? null
      const place = name === null || folder === null ? null : path.join(folder, name)
      return place !== null && (await exists(place)) ? place : null
    },
    attach: async (file, { extension, mimeType, picture }, place) => {
      const name = await oneByOne(() => claim(file, extension))
      try {
        await payload.update({
          collection: 'media',
          id: file.mediaId,
          data: {},
          file: picture === null ? { name, mimetype: mimeType, size: (await stat(place)).size, data: Buffer.alloc(0), tempFilePath: place } : { name, mimetype: mimeType, size: picture.length, data: picture },
          overwriteExistingFiles: true,
          // Thumbnails are made meanwhile: a transaction would keep every other writer waiting.
          disableTransaction: true,
          depth: 0,
        })
      } catch (error) {
        await release(file.mediaId, name)
        throw error
      }
    },
  }
}

const exists = (file: string) => stat(file).then(() => true, () => false)

/** In bytes of UTF-8: with a date, a number and a thumbnail's size behind it, a disk must still take it. */
const LONGEST = 160

/** Names to try: the file's own, then with its month, then numbered. */
function* stemsFor(file: WantedFile, counts: Map<string, number>): Generator<string> {
  const own = stemOf(file.name)
  yield own
  const month = /^(\d{4})\/(\d{2})\//.exec(file.key)
  const dated = month === null ? own : `${own}-${month[1]}-${month[2]}`
  if (dated !== own) yield dated
  // Hundreds of files may be called "image.jpg": none of their numbers is tried twice.
  for (let count = counts.get(dated) ?? 2; ; count += 1) {
    counts.set(dated, count + 1)
    yield `${dated}-${count}`
  }
}

/** A name without its ending that any disk and any address can hold. */
function stemOf(name: string): string {
  const plain = path.posix.basename(name).replace(/\.[^.]*$/, '').normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/-{2,}/g, '-')
  let short = ''
  for (const letter of plain) if (Buffer.byteLength(short + letter) <= LONGEST) short += letter
  short = short.replace(/^[.-]+|[.-]+$/g, '')
  // Payload names thumbnails "x-320x214.webp", and would take such a file for one of its own.
  const stem = short.replace(/-(\d+x\d+)$/, '_$1')
  return stem === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `file-${stem}`.replace(/-$/, '') : stem
}
