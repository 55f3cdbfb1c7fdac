import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { env } from '@/lib/env'
import type { Picture } from '@/lib/model/picture'
import { cropAround } from './crop'
import { drawCard, drawStrip } from './type'

interface Size {
  width: number
  height: number
}

interface Words {
  name: string
  label: string
  headline: string
}

const STRIP_HEIGHT = 84
/** Small pictures may be made this much larger; beyond it words alone look better. */
const MOST_ENLARGED = 1.6
const QUALITY = 80

/** A picture's file from the newsroom's own store; null when it lives elsewhere or is gone. */
async function readOriginal({ src }: Picture): Promise<Buffer | null> {
  const name = /^\/api\/media\/file\/([^/]+)$/.exec(src)?.[1]
  if (name === undefined) return null
  const file = path.join(path.resolve(/* turbopackIgnore: true */ process.cwd(), env().MEDIA_DIR), path.basename(decodeURIComponent(name)))
  return readFile(file).catch(() => (env().S3_BUCKET === undefined ? null : fetchOriginal(src)))
}

/** The same file from the store that media are kept in, through this process's own door. */
async function fetchOriginal(src: string): Promise<Buffer | null> {
  const response = await fetch(`http://127.0.0.1:${env().PORT}${src}`, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
  return response?.ok ? Buffer.from(await response.arrayBuffer()) : null
}

const jpeg = (image: Sharp) => image.flatten({ background: '#fbf8f3' }).toColourspace('srgb').jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer()

/** A picture cut to a shape around its focal point, with its credit and none of what a camera or phone wrote into it. */
export async function cutPicture(picture: Picture, original: Buffer, size: Size): Promise<Sharp> {
  // Cameras turn pictures by a note in the file; the focal point was set on what people saw.
  const upright = await sharp(original, { limitInputPixels: 100_000_000 }).rotate().toBuffer({ resolveWithObject: true })
  const crop = cropAround(upright.info, size, picture.focal)
  const cut = sharp(upright.data).extract(crop).resize(size.width, size.height, { fit: 'fill' })
  return picture.credit ? cut.withExif({ IFD0: { Copyright: picture.credit, Artist: picture.credit } }) : cut
}

/**
 * A story's share image as JPEG: its picture around the focal point, on the card with the newsroom's name at its
 * foot; a card of words where there is no picture, or one too small to be enlarged to the shape.
 */
export async function drawShareImage(picture: Picture | null, words: Words, shape: { size: Size; isCard: boolean }): Promise<Buffer> {
  const { size, isCard } = shape
  const original = picture === null || isTooSmall(picture, size) ? null : await readOriginal(picture)
  if (picture === null || original === null) return jpeg(sharp(await drawCard(words, size.width, size.height)))
  if (!isCard) return jpeg(await cutPicture(picture, original, size))
  const above = { width: size.width, height: size.height - STRIP_HEIGHT }
  const [cut, strip] = await Promise.all([cutPicture(picture, original, above), drawStrip(words.name, words.label, size.width, STRIP_HEIGHT)])
  return jpeg(cut.extend({ bottom: STRIP_HEIGHT, background: '#fbf8f3' }).composite([{ input: strip, left: 0, top: above.height }]))
}

function isTooSmall(picture: Picture, size: Size): boolean {
  return Math.max(size.width / picture.width, size.height / picture.height) > MOST_ENLARGED
}
