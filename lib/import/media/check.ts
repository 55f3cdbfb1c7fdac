import { open, readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { MIME_TYPES } from '@/lib/cms/collections/media-types'
import { pixelsOf } from '@/lib/cms/pixels'
import { tooLarge, type Failure } from './source'

export interface FileLimits {
  /** Of sound, video and documents. */
  maxBytes: number
  maxPictureBytes: number
  /** Width × height × frames: a small file may unpack to more than a machine can hold. */
  maxPixels: number
}

/** A file that may be kept, by what it holds and not by what it is called. */
export interface CheckedFile {
  extension: string
  mimeType: string
  /** A picture's bytes. Sound, video and documents stay on disk. */
  picture: Buffer | null
  /** True when a damaged picture was encoded anew: browsers and the site's own resizing would have shown nothing. */
  isMended: boolean
}

/** The same types under the names this newsroom keeps. */
const ALIASES: Record<string, [mimeType: string, extension: string]> = { 'audio/x-m4a': ['audio/mp4', 'm4a'], 'video/x-m4v': ['video/mp4', 'mp4'] }

/** Looks at what a file holds. */
export async function checkFile(file: string, limits: FileLimits): Promise<CheckedFile | Failure> {
  const { size } = await stat(file)
  if (size === 0) return refused('empty', 'It is empty.')
  const found = await typeOf(file)
  if ('state' in found) return found
  if (!found.mimeType.startsWith('image/')) return size > limits.maxBytes ? tooLarge(limits.maxBytes) : { ...found, picture: null, isMended: false }
  if (size > limits.maxPictureBytes) return tooLarge(limits.maxPictureBytes)
  return checkPicture(found, await readFile(file), limits.maxPixels)
}

async function typeOf(file: string): Promise<{ mimeType: string; extension: string } | Failure> {
  const found = await fileTypeFromFile(file).catch(() => undefined)
  if (found === undefined || found.mime === 'application/xml') return textType(await firstBytes(file))
  const [mimeType = '', extension] = ALIASES[found.mime] ?? [found.mime.split(';')[0], found.ext]
  if (MIME_TYPES.includes(mimeType)) return { mimeType, extension: extension ?? found.ext }
  return refused('type', `It is of the type ${mimeType} (.${found.ext}), which is not taken here.`)
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** What has no signature in its first bytes: text. */
function textType(start: string): { mimeType: string; extension: string } | Failure {
  if (/^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(start)) return { mimeType: 'text/vtt', extension: 'vtt' }
  if (/<svg[\s>]/i.test(start)) return refused('svg', 'It is an SVG drawing, which can carry a program. Save it as PNG and upload it.')
  if (/<\?php/i.test(start)) return refused('program', 'It is a program, not a picture.')
  if (/<(?:!doctype html|html|head|body|script)[\s>]/i.test(start)) return refused('html', 'A web page came instead of the file.')
  return refused('unknown', 'It is not known what it is.')
}

async function checkPicture(found: { mimeType: string; extension: string }, picture: Buffer, maxPixels: number): Promise<CheckedFile | Failure> {
  // Only the header is read: no limit is needed yet.
  const header = await sharp(picture, { limitInputPixels: false, failOn: 'none' }).metadata().catch(() => null)
  if (header === null) return refused('damaged', 'It is damaged: it cannot be opened as a picture.')
  if (pixelsOf(header) > maxPixels) return refused('too-many-pixels', `It unpacks to more than ${Math.round(maxPixels / 1e6)} million pixels.`)
  if (await canDecode(picture, maxPixels)) return { ...found, picture, isMended: false }
  const mended = await mend(picture, found.extension, maxPixels)
  return mended === null ? refused('damaged', 'It is damaged: it cannot be shown.') : { ...found, picture: mended, isMended: true }
}

const canDecode = (picture: Buffer, limitInputPixels: number) =>
  sharp(picture, { limitInputPixels }).resize(32, 32, { fit: 'fill' }).raw().toBuffer().then(() => true, () => false)

/** What can still be seen of a damaged picture, as a whole one of the same type, with the words written inside it. */
async function mend(picture: Buffer, extension: string, limitInputPixels: number): Promise<Buffer | null> {
  const mended = await sharp(picture, { limitInputPixels, failOn: 'none', animated: true }).keepMetadata().toFormat(extension as 'jpeg', { quality: 92 }).toBuffer().catch(() => null)
  return mended !== null && (await canDecode(mended, limitInputPixels)) ? mended : null
}

const refused = (code: string, message: string): Failure => ({ state: 'refused', code, message })
