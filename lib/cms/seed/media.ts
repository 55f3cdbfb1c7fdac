import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { drawPicture, drawPortrait } from '@/demo/pictures/draw'
import type { DemoPicture } from '@/demo/types'
import { chime } from './sound'

export const pictureKey = ({ scene, variant, palette }: DemoPicture) => `${scene}-${variant}-${palette}`

const AT_ONCE = 4

async function upload(payload: Payload, name: string, data: Buffer, mimetype: string, fields: { alt: string; caption?: string; credit?: string; transcript?: string }): Promise<number> {
  const doc = await payload.create({ collection: 'media', data: fields, file: { name, data, mimetype, size: data.length }, depth: 0 })
  return Number(doc.id)
}

const raster = (svg: string) => sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()

/** Draws and uploads every different picture once; says which document each became. */
export async function seedPictures(payload: Payload, pictures: readonly DemoPicture[], onProgress: (done: number, of: number) => void): Promise<Map<string, number>> {
  const wanted = [...new Map(pictures.map((picture) => [pictureKey(picture), picture]))]
  const ids = new Map<string, number>()
  const queue = wanted.slice()
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [key, picture] = next
      const data = await raster(drawPicture(picture))
      ids.set(key, await upload(payload, `${key}.jpg`, data, 'image/jpeg', { alt: picture.alt, caption: picture.caption, credit: 'Illustration: The Meridian' }))
      onProgress(ids.size, wanted.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return ids
}

/** An author's drawn portrait. */
export async function seedPortrait(payload: Payload, slug: string, name: string): Promise<number> {
  return upload(payload, `portrait-${slug}.jpg`, await raster(drawPortrait(slug)), 'image/jpeg', { alt: `Drawn portrait of ${name}`, credit: 'Illustration: The Meridian' })
}

/** The demonstration's sound. */
export function seedSound(payload: Payload): Promise<number> {
  return upload(payload, 'briefing.wav', chime(), 'audio/wav', { alt: 'A chime', credit: 'Sound: The Meridian' })
}

/** The demonstration's film. */
export async function seedVideo(payload: Payload): Promise<number> {
  const data = await readFile(path.resolve(process.cwd(), 'demo/media/harbour-timelapse.mp4'))
  return upload(payload, 'harbour-timelapse.mp4', data, 'video/mp4', { alt: 'A drawn harbour from dawn to night', credit: 'Film: The Meridian' })
}
