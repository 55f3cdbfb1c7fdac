import { access, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionBeforeOperationHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import sharp from 'sharp'
import { tags } from '@/lib/data/tags'
import { announce } from '../changes'

/** What Payload encodes anew at every upload: the picture would lose quality, and the credit written inside it. */
const REMADE = ['image/webp', 'image/gif']
/** Of its shorter side: twice what a thumbnail is wide. */
const STAND_IN_SIZE = 640

const isCropped = (req: PayloadRequest) => Boolean((req.query?.uploadEdits as { crop?: unknown } | undefined)?.crop)

/**
 * Keeps an uploaded picture as it came, to be put back by `putOriginalBack`. Of a WebP or GIF, Payload is given a small
 * still instead: enough to make thumbnails from.
 */
export const setOriginalAside: CollectionBeforeOperationHook = async ({ req, operation }) => {
  const { file } = req
  if (!file || file.data.length === 0 || (operation !== 'create' && operation !== 'update') || isCropped(req)) return
  const type = await fileTypeFromBuffer(file.data).catch(() => undefined)
  if (!type?.mime.startsWith('image/')) return
  req.context.originalPicture = file.data
  if (!REMADE.includes(type.mime)) return
  const still = sharp(file.data).autoOrient().resize(STAND_IN_SIZE, STAND_IN_SIZE, { fit: 'outside', withoutEnlargement: true })
  // What cannot be read is Payload's to refuse.
  const data = await (type.mime === 'image/gif' ? still.gif({ effort: 1 }) : still.webp({ effort: 0, quality: 90 })).toBuffer().catch(() => null)
  if (data !== null) req.file = { ...file, data, size: data.length }
}

/** Notes the size and weight of an uploaded picture as it came: phones write "turn me" into a picture, and it is seen turned. */
export const putOriginalBack: CollectionBeforeChangeHook = async ({ collection, data, req, operation }) => {
  const original = req.context.originalPicture
  if (!Buffer.isBuffer(original) || !req.file) return data
  delete req.context.originalPicture
  const seen = await sharp(original).metadata().then(({ autoOrient }) => ({ width: autoOrient.width, height: autoOrient.height }), () => ({}))
  if (!REMADE.includes(data.mimeType)) return { ...data, ...seen }
  req.file = { ...req.file, data: original, size: original.length }
  // Payload has written its file by now when a document is changed; a new one's it writes only after this.
  if (operation === 'update') await store(collection, data.filename, original)
  else req.context.pictureToStore = original
  return { ...data, ...seen, filesize: original.length }
}

/** Stores a new document's picture byte by byte as it came. */
export const storeOriginal: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const original = req.context.pictureToStore
  delete req.context.pictureToStore
  if (Buffer.isBuffer(original)) await store(collection, doc.filename, original)
  return doc
}

async function store({ upload }: SanitizedCollectionConfig, filename: string, picture: Buffer): Promise<void> {
  if (!upload.disableLocalStorage && upload.staticDir) await writeFile(path.join(upload.staticDir, filename), picture)
}

interface MediaFile {
  id: number
  filename?: string | null
  sizes?: { thumbnail?: { filename?: string | null } }
}

/** What of a media file readers see. */
const SHOWN = ['filename', 'filesize', 'alt', 'caption', 'credit', 'rightsExpireAt', 'transcript']

/** Has pages shown anew when what they show of a media file is changed, and edges forget a file that was replaced. */
export const announceMedia: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'create' || SHOWN.every((field) => doc[field] === previousDoc[field])) return doc
  const isReplaced = doc.filename !== previousDoc.filename || doc.filesize !== previousDoc.filesize
  await announceWith(req, doc.id, isReplaced ? previousDoc : {})
  return doc
}

/** The same when a media file is deleted. */
export const announceMediaDeleted: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const file = await req.payload.findByID({ collection: collection.slug as 'media', id, depth: 0, req, disableErrors: true })
  if (file) await announceWith(req, id, file)
}

/** A picture of an archive may stand above thousands: the rest follow in their turn as well. */
const MOST_TOLD = 500

/** Stories that it stands above are new for the next reader; it may stand anywhere in others, which are made anew in their turn. */
async function announceWith(req: PayloadRequest, id: number | string, { filename, sizes }: Partial<MediaFile>): Promise<void> {
  const { docs } = await req.payload.find({ collection: 'stories', where: { or: [{ hero: { equals: id } }, { socialPicture: { equals: id } }] }, select: { slug: true }, depth: 0, limit: MOST_TOLD, sort: '-publishedAt', pagination: false, req })
  const files = [filename, sizes?.thumbnail?.filename].filter((name) => typeof name === 'string')
  await announce(req, { expire: [...files.map(tags.file), ...docs.flatMap((story) => [tags.story(story.id), tags.mention(story.id)])], refresh: [tags.site] })
}

/** A file that is not there is not found; Payload would call that an error of its own. */
export async function answerMissing(folder: string, filename: string): Promise<Response | null> {
  const there = await access(path.join(folder, path.basename(filename))).then(() => true, () => false)
  return there ? null : Response.json({ errors: [{ message: 'There is no such file.' }] }, { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
