import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestCms } from '@/lib/cms/testing'
import { convertBody } from './convert'
import { oldSite } from './testing/context'
import { TRAPS } from './testing/traps'

let payload: Payload
let story: { section: number; authors: number[] }
const ids = { image: 0, audio: 0, story: 0 }

const upload = async (name: string, data: Buffer) => {
  const filePath = path.join(os.tmpdir(), `${process.pid}-${name}`)
  writeFileSync(filePath, data)
  return Number((await payload.create({ collection: 'media', data: { alt: name } as never, filePath })).id)
}

/** A second of silence as WAV. */
function silence(): Buffer {
  const data = Buffer.alloc(44 + 8000)
  data.write('RIFF', 0)
  data.writeUInt32LE(36 + 8000, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(1, 22)
  data.writeUInt32LE(8000, 24)
  data.writeUInt32LE(8000, 28)
  data.writeUInt16LE(1, 32)
  data.writeUInt16LE(8, 34)
  data.write('data', 36)
  data.writeUInt32LE(8000, 40)
  return data
}

beforeAll(async () => {
  payload = await openTestCms()
  const section = Number((await payload.create({ collection: 'sections', data: { name: 'World', slug: 'world' } as never })).id)
  const author = Number((await payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })).id)
  story = { section, authors: [author] }
  ids.image = await upload('boat.png', await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } }).png().toBuffer())
  ids.audio = await upload('sound.wav', silence())
  ids.story = Number((await payload.create({ collection: 'stories', data: { headline: 'Known', ...story, _status: 'published' } as never })).id)
})

/** The old site of the tests with documents that are really there. */
const site = () => {
  const here = oldSite()
  const real = <T extends { id: number; kind: string } | null>(media: T): T | null => (media === null || media.kind === 'video' ? null : { ...media, id: media.kind === 'audio' ? ids.audio : ids.image })
  return oldSite({
    targetOf: (url) => (here.targetOf(url)?.collection === 'stories' ? { collection: 'stories', id: ids.story } : null),
    mediaById: (id) => real(here.mediaById(id)),
    mediaByUrl: (url) => real(here.mediaByUrl(url)),
  })
}

describe('a story with a body from WordPress', () => {
  it('is saved by the back office as it is, trap by trap', async () => {
    for (const [name, content] of Object.entries(TRAPS)) {
      const { body } = convertBody(content, site())
      const saved = await payload.create({ collection: 'stories', data: { headline: name, ...story, body, _status: 'published' } as never }).catch((cause: unknown) => {
        throw new Error(`${name}: ${JSON.stringify((cause as { data?: unknown }).data ?? String(cause))}`)
      })
      const kept = await payload.findByID({ collection: 'stories', id: saved.id, depth: 0 })
      expect(withoutNulls(kept.body), name).toEqual(withoutNulls(body))
      await payload.update({ collection: 'stories', id: saved.id, data: { kicker: 'Again', _status: 'published' } as never })
    }
  }, 120_000)
})

/** Absent and empty are the same to the editor, and so are the settings that a block was saved without. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === null || inner === undefined ? [] : [[key, withoutNulls(inner)]])))
}

