import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inPieces, readAll } from './testing/stream'

/** Exports of other people's sites, which cannot be kept here: WXR_SAMPLES names a folder that has some. */
const folder = process.env.WXR_SAMPLES ?? ''
const files = existsSync(folder) && folder !== '' ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []

describe.skipIf(files.length === 0)('exports in WXR_SAMPLES', () => {
  it.each(files)('%s is read whole', async (name) => {
    const file = path.join(folder, name)
    const text = readFileSync(file, 'utf8')
    const { items, events, error } = await readAll(createReadStream(file))
    const kinds = (kind: string) => events.filter((event) => event.kind === kind).length

    expect(error).toBeNull()
    expect(events.findIndex(({ kind }) => kind !== 'problem')).toBe(events.findIndex(({ kind }) => kind === 'channel'))
    expect(items).toHaveLength(text.match(/<item>/g)?.length ?? 0)
    expect(kinds('author')).toBe(text.match(/<wp:author>/g)?.length ?? 0)
    expect(kinds('term')).toBe(text.match(/<wp:(?:category|tag|term)>/g)?.length ?? 0)
    expect(items.flatMap(({ meta }) => meta)).toHaveLength(text.match(/<wp:postmeta>/g)?.length ?? 0)
    expect(items.reduce((sum, { comments: { approved, pending, spam, pings } }) => sum + approved + pending + spam + pings, 0)).toBe(text.match(/<wp:comment>/g)?.length ?? 0)
    expect(items.filter(({ id, type, status }) => id === 0 || type === '' || status === '')).toEqual([])
    expect(await readAll(inPieces(text, [997, 1, 64, 3]))).toMatchObject({ items, error: null })
  })
})
