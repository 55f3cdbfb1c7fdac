import path from 'node:path'
import pLimit from 'p-limit'
import type { Payload } from 'payload'
import { mediaSrc } from '@/lib/adapters/cms/pictures'
import { absoluteUrl } from '@/lib/routes'
import type { RecordOf } from '../records/schemas'
import { takeFile } from '../write/media-file'
import type { Problems } from '../write/problems'
import { instantOf, pagesOf, textOf, type Doc } from './pages'

export type MediaRecord = RecordOf<'media'>

export interface MediaSurroundings {
  origin: string
  /** Where the newsroom keeps its files. */
  mediaDir: string
  /** Where they are taken to; null when they stay. */
  target: string | null
}

const atOnce = pLimit(4)

/** Pictures, sound and video with their files (the originals; sizes made from them are left behind). */
export async function* listMedia(payload: Payload, surroundings: MediaSurroundings, problems: Problems): AsyncGenerator<MediaRecord[]> {
  for await (const docs of pagesOf(payload, 'media')) {
    yield await Promise.all(docs.map((doc) => atOnce(async () => toRecord(doc, await takeFileOf(doc, surroundings, problems), surroundings))))
  }
}

/** The file's sum, or null when it stays or is missing. */
async function takeFileOf(doc: Doc, { mediaDir, target }: MediaSurroundings, problems: Problems): Promise<string | null> {
  const name = textOf(doc.filename)
  if (target === null || name === null) return null
  return takeFile(path.join(mediaDir, path.basename(name)), target).catch((error: unknown) => {
    problems.add('media', String(doc.id), name, error)
    return null
  })
}

function toRecord(doc: Doc, sha256: string | null, { origin }: MediaSurroundings): MediaRecord {
  const name = textOf(doc.filename)
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  const [x, y] = [number(doc.focalX), number(doc.focalY)]
  return {
    id: String(doc.id),
    file: sha256 === null ? null : `media/${name}`,
    sha256,
    url: name === null ? null : absoluteUrl(origin, mediaSrc(name)),
    mimeType: textOf(doc.mimeType),
    bytes: number(doc.filesize),
    width: number(doc.width),
    height: number(doc.height),
    focal: x === null || y === null ? null : { x, y },
    alt: String(doc.alt ?? ''),
    caption: textOf(doc.caption),
    credit: textOf(doc.credit),
    transcript: textOf(doc.transcript),
    rightsExpireAt: instantOf(doc.rightsExpireAt),
    createdAt: instantOf(doc.createdAt)!,
    savedAt: instantOf(doc.updatedAt)!,
  }
}
