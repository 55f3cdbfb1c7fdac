import { fileTypeFromBuffer } from 'file-type'
import { APIError, type CollectionBeforeOperationHook } from 'payload'

const CAPTIONS = 'text/vtt'

/** The kinds under other names that mean the same. */
const SAME: Record<string, string> = { 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4', 'audio/ogg; codecs=opus': 'audio/ogg', 'audio/opus': 'audio/ogg', 'audio/vnd.wave': 'audio/wav' }

/**
 * Believes what a file holds, not what it is called: a file whose first bytes are of no kind that is taken is
 * refused, and it is served later as what it is. Pictures are written anew on top of that (see `constructorOptions`
 * of the collection), which drops what was hidden behind them and where they were taken.
 */
export const trustContent =
  (allowed: readonly string[]): CollectionBeforeOperationHook =>
  async ({ req, operation, args }) => {
    if (!['create', 'update', 'updateByID'].includes(operation) || req.file === undefined) return args
    const { data } = req.file
    const found = await fileTypeFromBuffer(data)
    const kind = found === undefined ? (isCaptions(data) ? CAPTIONS : null) : (SAME[found.mime] ?? found.mime)
    if (kind === null || !allowed.includes(kind)) {
      const what = kind === null ? 'of a kind that is not known' : `${kind}`
      throw new APIError(`This file is ${what}, whatever its name says. Taken are JPEG, PNG, WebP, AVIF and GIF pictures, MP3, M4A, OGG and WAV sound, MP4 and WebM video and VTT captions.`, 400, null, true)
    }
    req.file.mimetype = kind
    return args
  }

/** WebVTT begins with its name, perhaps behind a byte-order mark. */
const isCaptions = (data: Buffer) => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(data.subarray(0, 32).toString('utf8'))
