import { zonedDay } from '@/lib/format/dates'
import type { Figure } from '@/lib/model/block'
import type { Picture } from '@/lib/model/picture'

/** A media document, as much of it as pages show. */
export interface Media {
  id: number
  filename?: string | null
  mimeType?: string | null
  width?: number | null
  height?: number | null
  alt?: string | null
  caption?: string | null
  credit?: string | null
  focalX?: number | null
  focalY?: number | null
  rightsExpireAt?: string | null
  /** The newsroom's: there the last day of the rights must be over. */
  timeZone?: string | null
  transcript?: string | null
}

const isMedia = (value: unknown): value is Media => typeof value === 'object' && value !== null && 'filename' in value

/** Where the file of a media document is served from. */
export const mediaSrc = (filename: string) => `/api/media/file/${encodeURIComponent(filename)}`

/** Rights that end before this have ended: the back office writes their last day down as its noon in UTC, wherever the newsroom is. */
export const firstOfRights = (now: Date, timeZone?: string | null) => new Date(zonedDay(now, timeZone ?? 'UTC'))

/** A media document as a picture; null when it is not one, is gone, or its rights have ended. */
export function toPicture(value: unknown, now: Date = new Date()): Picture | null {
  if (!isMedia(value) || !value.filename || !value.mimeType?.startsWith('image/') || !value.width || !value.height) return null
  if (value.rightsExpireAt && new Date(value.rightsExpireAt) < firstOfRights(now, value.timeZone)) return null
  return {
    id: String(value.id),
    src: mediaSrc(value.filename),
    width: value.width,
    height: value.height,
    mimeType: value.mimeType,
    alt: value.alt ?? '',
    caption: value.caption || null,
    credit: value.credit || null,
    focal: { x: value.focalX ?? 50, y: value.focalY ?? 50 },
  }
}

/** A picture in its place, with the caption of this use. */
export function toFigure(value: unknown, caption: unknown): Figure | null {
  const picture = toPicture(value)
  if (picture === null) return null
  return { picture, caption: (typeof caption === 'string' && caption.trim()) || picture.caption }
}

/** A sound, video or caption file: its address and type, or null. */
export function toFile(value: unknown): { src: string; mimeType: string; credit: string | null; transcript: string | null } | null {
  if (!isMedia(value) || !value.filename || !value.mimeType) return null
  return { src: mediaSrc(value.filename), mimeType: value.mimeType, credit: value.credit || null, transcript: value.transcript || null }
}
