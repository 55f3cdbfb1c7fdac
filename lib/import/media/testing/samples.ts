import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture of its own for each number: no two have the same bytes. */
export const picture = (seed: number, width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: { r: (seed * 53) % 256, g: (seed * 97) % 256, b: (seed * 193) % 256 } } })
    .composite([{ input: Buffer.from(`<svg width="${width}" height="${height}"><text x="20" y="60" font-size="40">${seed}</text></svg>`) }])

export const jpeg = (seed: number) => picture(seed).jpeg().toBuffer()

/** A photograph as an agency sends it: turned by a note inside it, with its maker's name. */
export const signedPhoto = (format: 'jpeg' | 'webp') => picture(7).withMetadata({ orientation: 6 }).withExifMerge({ IFD0: { Copyright: 'A Photographer' } }).toFormat(format).toBuffer()

export async function animatedGif(): Promise<Buffer> {
  const frames = await Promise.all([1, 2, 3].map((seed) => picture(seed, 400, 300).png().toBuffer()))
  return sharp(frames, { join: { animated: true } }).gif({ delay: 100 }).toBuffer()
}

/** A PNG of 300 million pixels in fifty kilobytes. */
export function bomb(): Buffer {
  const [width, height] = [20_000, 15_000]
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  // One bit a pixel, grey.
  size[8] = 1
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc((width / 8 + 1) * height))), chunk('IEND', Buffer.alloc(0))])
}

/** Silence. */
export function wav(bytes: number): Buffer {
  const file = Buffer.alloc(44 + bytes)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + bytes, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8000, 24)
  file.writeUInt32LE(8000, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes, 40)
  return file
}

/** The frame of an MPEG-4 file of a brand, without anything in it. */
export function mpeg4(brand: string): Buffer {
  const type = Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}isom`, 'latin1')
  return Buffer.concat([type, Buffer.from('\0\0\0\x10mdat12345678', 'latin1')])
}

export function pdf(words: string): Buffer {
  const text = `BT /F1 36 Tf 20 80 Td (${words}) Tj ET`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${text.length}>>stream\n${text}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)
}
