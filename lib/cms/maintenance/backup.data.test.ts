import { mkdtempSync, writeFileSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql, sqlOf } from '../sql'
import { openTestCms } from '../testing'
import { backup, restore } from './backup'
import { findDisagreements, mend } from './check'

let payload: Payload
let archive: string
const picture = () => path.join(process.env.MEDIA_DIR!, 'picture.txt')

beforeAll(async () => {
  payload = await openTestCms()
  archive = path.join(mkdtempSync(path.join(os.tmpdir(), 'dateline-archive-')), 'newsroom.tar.gz')
  await payload.create({ collection: 'topics', data: { name: 'Kept' } as never })
  writeFileSync(picture(), 'as it was')
})

describe('backup and restore', () => {
  it('bring database and media back as they were, and refuse to overwrite without being told to', async () => {
    expect(await backup(archive, new Date('2026-01-31T12:00:00Z'))).toBeGreaterThan(1000)
    await payload.create({ collection: 'topics', data: { name: 'Later' } as never })
    writeFileSync(picture(), 'changed')

    await expect(restore(archive, false)).rejects.toThrow('--overwrite')
    expect(await readFile(picture(), 'utf8')).toBe('changed')

    await payload.destroy()
    expect(await restore(archive, true)).toMatchObject({ madeAt: '2026-01-31T12:00:00.000Z' })
    expect(await readFile(picture(), 'utf8')).toBe('as it was')
    const { getPayload } = await import('payload')
    const { default: config } = await import('../payload.config')
    payload = await getPayload({ config, key: 'restored' })
    const { docs } = await payload.find({ collection: 'topics', pagination: false })
    expect(docs.map((topic) => topic.name)).toEqual(['Kept'])
  })

  it('refuse what is not a backup, and leave what is there', async () => {
    const other = `${archive}.txt`
    writeFileSync(other, 'not an archive')
    await expect(restore(other, true)).rejects.toThrow(/not a (whole archive|backup)/)
    await expect(restore(`${archive}.missing`, true)).rejects.toThrow('There is no file')
    expect((await stat(picture())).isFile()).toBe(true)
    await rm(other)
  })
})

describe('check', () => {
  it('finds a story that is published but listed nowhere, and mends it', async () => {
    const section = await payload.create({ collection: 'sections', data: { name: 'World' } as never })
    const author = await payload.create({ collection: 'authors', data: { name: 'A Writer' } as never })
    const { id } = await payload.create({ collection: 'stories', data: { headline: 'Lost', section: section.id, authors: [author.id], _status: 'published' } as never })
    expect(await findDisagreements(payload)).toEqual([])
    await sqlOf(payload).run(sql`DELETE FROM river WHERE story_id = ${Number(id)}`)
    expect(await findDisagreements(payload)).toEqual([{ what: 'published, but in no list', storyIds: [Number(id)] }])
    await mend(payload, [Number(id)])
    expect(await findDisagreements(payload)).toEqual([])
  })
})
