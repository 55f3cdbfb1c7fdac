import path from 'node:path'
import type { ReadableStream } from 'node:stream/web'
import pLimit from 'p-limit'
import { handleEndpoints, type Payload } from 'payload'
import { mediaSrc } from '@/lib/adapters/cms/pictures'
import { absoluteUrl } from '@/lib/routes'
import type { RecordOf } from '../records/schemas'
import { linkFile, saveFile, sumOf } from '../write/media-file'
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
    yield await Promise.all(docs.map((doc) => atOnce(async () => toRecord(doc, await takeFileOf(payload, doc, surroundings, problems), surroundings))))
  }
}

/** The file's sum, or null when it stays or is missing. */
async function takeFileOf(payload: Payload, doc: Doc, { mediaDir, target }: MediaSurroundings, problems: Problems): Promise<string | null> {
  const name = textOf(doc.filename)
  if (target === null || name === null) return null
  try {
    const file = path.join(target, path.basename(name))
    if (!(await linkFile(path.join(mediaDir, path.basename(name)), file))) await saveFile(await openStored(payload, name), file)
    return await sumOf(file)
  } catch (error) {
    problems.add('media', String(doc.id), name, error)
    return null
  }
}

/** A file that is kept in a store elsewhere, by the way that readers get it. @throws when it is not there either. */
async function openStored({ config, collections }: Payload, name: string): Promise<ReadableStream> {
  if (!collections.media.config.upload.handlers?.length) throw new Error('The file is missing.')
  const address = mediaSrc(name)
  const { ok, status, body } = await handleEndpoints({ config, path: address, request: new Request(`http://localhost${address}`) })
  if (!ok || body === null) throw new Error(`The store of media files answers ${status}.`)
  return body as ReadableStream
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
