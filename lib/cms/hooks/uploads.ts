import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import type { CollectionBeforeOperationHook } from 'payload'
import { pixelsOf } from '../pixels'
import { refusal } from '../refusal'

const CAPTIONS = 'text/vtt'

/** The kinds under other names that mean the same. */
const SAME: Record<string, string> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4', 'audio/ogg; codecs=opus': 'audio/ogg', 'audio/opus': 'audio/ogg', 'audio/vnd.wave': 'audio/wav' }

/**
 * Believes what a file holds, not what it is called: a file whose first bytes are of no kind that is taken is
 * refused, and it is served later as what it is, in a sandbox: what is hidden behind a picture never runs. A few kilobytes
 * can unpack to gigabytes: a picture larger than a camera's, all its frames together, is refused before it is unpacked.
 */
export const trustContent =
  (allowed: readonly string[]): CollectionBeforeOperationHook =>
  async ({ req, operation, args }) => {
    if (!['create', 'update', 'updateByID'].includes(operation) || req.file === undefined) return args
    // A large file that moves in comes by its place on disk.
    const { data, tempFilePath } = req.file
    const found = data.length === 0 && tempFilePath ? await fileTypeFromFile(tempFilePath) : await fileTypeFromBuffer(data)
    const kind = found === undefined ? (isCaptions(data) ? CAPTIONS : null) : (SAME[found.mime] ?? found.mime)
    if (kind === null || !allowed.includes(kind)) {
      const what = kind === null ? 'of a kind that is not known' : `${kind}`
      throw refusal(`This file is ${what}, whatever its name says. Taken are JPEG, PNG, WebP, AVIF and GIF pictures, MP3, M4A, OGG and WAV sound, MP4 and WebM video, VTT captions and PDF documents.`, 400)
    }
    if (kind.startsWith('image/')) await refuseBombs(data)
    req.file.mimetype = kind
    return args
  }

/** 200 megapixels. */
const MOST_PIXELS = 200_000_000

async function refuseBombs(data: Buffer): Promise<void> {
  const size = await sharp(data, { limitInputPixels: false }).metadata().catch(() => null)
  if (size === null) throw refusal('This picture cannot be read. It may be damaged: save it anew and try again.', 400)
  const frames = (size.pages ?? 1) > 1 ? ` in each of its ${size.pages} frames` : ''
  if (pixelsOf(size) > MOST_PIXELS) throw refusal(`This picture is ${size.width} by ${size.height} pixels large${frames}. Make it smaller: at most 200 million in all.`, 400)
}

/** WebVTT begins with its name, perhaps behind a byte-order mark. */
const isCaptions = (data: Buffer) => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(data.subarray(0, 32).toString('utf8'))
