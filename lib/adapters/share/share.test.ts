import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Picture } from '@/lib/model/picture'
import { SHARE_SHAPES } from '@/lib/routes'
import { cropAround } from './crop'

const folder = mkdtempSync(path.join(tmpdir(), 'dateline-share-'))
process.env.MEDIA_DIR = folder
process.env.PAYLOAD_SECRET = 'x'.repeat(32)

const words = { name: 'The Meridian', label: 'World', headline: 'Rivers rise' }
const card = { size: { width: 1200, height: 630 }, isCard: true }
const picture = (more: Partial<Picture> = {}): Picture => ({ id: '1', src: '/api/media/file/source.jpg', width: 1600, height: 1200, mimeType: 'image/jpeg', alt: '', caption: null, credit: 'Photo: A. Khan', focal: { x: 90, y: 10 }, ...more })
const draw = async (...given: Parameters<typeof import('./image').drawShareImage>) => (await import('./image')).drawShareImage(...given)

beforeAll(async () => {
  // A grey field with a red patch around the focal point, and a place where it was taken.
  const patch = await sharp({ create: { width: 120, height: 120, channels: 3, background: '#ff0000' } }).png().toBuffer()
  const source = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#777777' } }).composite([{ input: patch, left: 1380, top: 60 }])
  await writeFile(path.join(folder, 'source.jpg'), await source.withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '33/1 41/1 0/1' } }).jpeg().toBuffer())
})

describe('the crop', () => {
  it.each([
    [{ x: 50, y: 50 }, { left: 0, top: 150, width: 1600, height: 900 }],
    [{ x: 50, y: 0 }, { left: 0, top: 0, width: 1600, height: 900 }],
    [{ x: 50, y: 100 }, { left: 0, top: 300, width: 1600, height: 900 }],
    [{ x: 0, y: 40 }, { left: 0, top: 30, width: 1600, height: 900 }],
  ])('of 1600×1200 to 16:9 around %j', (focal, expected) => {
    expect(cropAround({ width: 1600, height: 1200 }, { width: 1200, height: 675 }, focal)).toEqual(expected)
  })
  it('keeps the focal point in sight, wherever it is', () => {
    for (const [width, height] of Object.values(SHARE_SHAPES)) {
      for (const x of [0, 3, 50, 97, 100]) {
        for (const y of [0, 3, 50, 97, 100]) {
          const crop = cropAround({ width: 1500, height: 1001 }, { width, height }, { x, y })
          expect(crop.left).toBeLessThanOrEqual(x * 15)
          expect(crop.left + crop.width).toBeGreaterThanOrEqual(x * 15 - 1)
          expect(crop.left + crop.width).toBeLessThanOrEqual(1500)
          expect(crop.top).toBeLessThanOrEqual(y * 10.01)
          expect(crop.top + crop.height).toBeLessThanOrEqual(1001)
        }
      }
    }
  })
})

describe('a share image', () => {
  it.each(Object.entries(SHARE_SHAPES))('of shape %s has its size, shows the focal point and stays small', async (shape, [width, height]) => {
    const image = await draw(picture(), words, { size: { width, height }, isCard: shape === 'card' })
    const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([width, height])
    let red = 0
    for (let i = 0; i < data.length; i += info.channels) if (data[i]! > 220 && data[i + 1]! < 60 && data[i + 2]! < 60) red += 1
    expect(red).toBeGreaterThan(3000)
    expect(image.length).toBeLessThan(300_000)
  })

  it('keeps the credit and nothing that the camera wrote', async () => {
    const { exif } = await sharp(await draw(picture(), words, card)).metadata()
    const text = exif!.toString('latin1')
    expect(text).toContain('Photo: A. Khan')
    expect(text).not.toContain('Phone')
    expect((await sharp(await draw(picture({ credit: null }), words, card)).metadata()).exif).toBeUndefined()
  })

  it.each([
    ['no picture', null],
    ['a picture that is gone', picture({ src: '/api/media/file/gone.jpg' })],
    ['a picture of somebody else', picture({ src: 'https://elsewhere.example/a.jpg' })],
    ['a path that leads out of the store', picture({ src: '/api/media/file/..%2F..%2Fetc%2Fpasswd' })],
    ['a picture too small for it', picture({ width: 300, height: 200 })],
  ])('is a card of words where there is %s', async (_, given) => {
    const image = await draw(given, words, card)
    const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)].map((value) => Math.round(value / 16))).toEqual([10, 3, 2])
    expect([info.width, info.height]).toEqual([1200, 630])
  })

  it.each([
    ['long', 'A very long headline that goes on and on about the price of onions in every market from Khyber to Karachi and what the ministry has said about it on each day'],
    ['of one word', 'W'.repeat(140)],
    ['in another script', 'پاکستان میں سیلاب'],
    ['with pictures in it', 'Rain 🌧️ and sun ☀️'],
    ['of nothing', ' '],
  ])('keeps a headline %s inside its margins', async (_, headline) => {
    const image = await draw(null, { ...words, headline }, card)
    const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true })
    const dark = (x: number, y: number) => data[y * info.width + x]! < 120
    for (let y = 40; y < 630; y += 1) for (const x of [5, 20, 35, 1165, 1180, 1195]) expect(dark(x, y), `ink at ${x}, ${y}`).toBe(false)
    for (let x = 0; x < 1200; x += 1) for (const y of [600, 615, 628]) expect(dark(x, y), `ink at ${x}, ${y}`).toBe(false)
  })
})
