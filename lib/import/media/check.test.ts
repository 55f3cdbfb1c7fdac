import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkFile } from './check'
import { animatedGif, bomb, jpeg, mpeg4, pdf, picture, signedPhoto, wav } from './testing/samples'

const place = path.join(mkdtempSync(path.join(os.tmpdir(), 'dateline-check-')), 'file')
const limits = { maxBytes: 2_000_000, maxPictureBytes: 1_000_000, maxPixels: 200_000_000 }

async function check(bytes: Buffer | string, more: Partial<typeof limits> = {}) {
  await writeFile(place, bytes)
  return checkFile(place, { ...limits, ...more })
}

describe('what may be kept', () => {
  it.each([
    ['image/jpeg', 'jpg', () => jpeg(1)],
    ['image/png', 'png', () => picture(1).png().toBuffer()],
    ['image/webp', 'webp', () => signedPhoto('webp')],
    ['image/avif', 'avif', () => picture(1).avif().toBuffer()],
    ['image/gif', 'gif', animatedGif],
    ['audio/wav', 'wav', () => wav(100)],
    ['audio/mp4', 'm4a', () => mpeg4('M4A ')],
    ['video/mp4', 'mp4', () => mpeg4('mp42')],
    ['video/mp4', 'mp4', () => mpeg4('M4V ')],
    ['application/pdf', 'pdf', () => pdf('Words')],
    ['text/vtt', 'vtt', () => '\ufeffWEBVTT\n\n00:00.000 --> 00:01.000\nWords'],
  ])('%s is known by what it holds', async (mimeType, extension, make) => {
    const bytes = await make()
    expect(await check(bytes)).toEqual({ mimeType, extension, picture: mimeType.startsWith('image/') ? bytes : null, isMended: false })
  })

  it.each([
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['svg', '<svg onload="alert(1)"/>'],
    ['html', '<!DOCTYPE html><title>Not found</title>'],
    ['html', '\n<html><body>Log in</body></html>'],
    ['program', '<?php system($_GET["c"]);'],
    ['unknown', 'WEBVTTish'],
    ['unknown', 'plain words'],
    ['empty', ''],
    ['type', Buffer.from('PK\u0003\u0004'.padEnd(100, '\0'))],
    ['type', mpeg4('qt  ')],
    ['type', mpeg4('heic')],
  ])('%s is refused: %j', async (code, bytes) => {
    expect(await check(bytes)).toMatchObject({ state: 'refused', code })
  })

  it('is no picture that unpacks to more than a machine can hold', async () => {
    const small = bomb()
    expect(small.length).toBeLessThan(100_000)
    expect(await check(small)).toMatchObject({ code: 'too-many-pixels' })
    // Three frames.
    expect(await check(await animatedGif(), { maxPixels: 300_000 })).toMatchObject({ code: 'too-many-pixels' })
    expect(await check(await animatedGif(), { maxPixels: 400_000 })).toMatchObject({ mimeType: 'image/gif' })
  })

  it('is nothing larger than its sort may be', async () => {
    expect(await check(wav(2_000_000))).toMatchObject({ code: 'too-large' })
    expect(await check(wav(1_500_000))).toMatchObject({ mimeType: 'audio/wav' })
    expect(await check(await jpeg(1), { maxPictureBytes: 1_000 })).toMatchObject({ code: 'too-large' })
  })

  it('is a damaged picture as far as it can be seen', async () => {
    const whole = await picture(7).withExif({ IFD0: { Copyright: 'A Photographer' } }).jpeg().toBuffer()
    const checked = await check(whole.subarray(0, Math.round(whole.length * 0.7)))
    expect(checked).toMatchObject({ mimeType: 'image/jpeg', extension: 'jpg', isMended: true })
    const mended = 'picture' in checked ? checked.picture! : Buffer.alloc(0)
    const { exif, width, height } = await sharp(mended).metadata()
    expect([width, height, exif?.includes('A Photographer')]).toEqual([400, 300, true])
    expect(await check(Buffer.concat([whole.subarray(0, 200), Buffer.alloc(5_000, 7)]))).toMatchObject({ code: 'damaged' })
  })
})
