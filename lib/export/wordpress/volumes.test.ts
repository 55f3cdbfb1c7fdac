import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findWxrErrors } from '../testing/wxr-schema'
import { readBack } from '../testing/read-back'
import type { Item } from './item'
import { toBylineTerm } from './people'
import { toCategory, toTag } from './terms'
import { openVolumes, type Channel } from './volumes'
import { cdata } from './xml'

const section = (id: string, parent: string | null) => ({ id, slug: `s${id}`, name: `S${id}`, path: `/s${id}`, oldPaths: [], parent, description: null, order: 0 })
const CHANNEL: Channel = { title: 'M & Co', description: '', language: 'en-GB', origin: 'https://m.example', timeZone: 'Asia/Karachi', now: new Date('2026-03-01T12:00:00Z'), categories: toCategory(section('1', null), null) + toCategory(section('2', '/s1'), 's1') }
const person = { id: 7, slug: 'ada', name: 'Ada' }
const other = { id: 8, slug: 'bo', name: 'Bo' }
const item = (id: number, content = 'x'): Item => ({ id, type: 'post', status: 'publish', title: `Story ${id}`, link: 'https://m.example/a', guid: `https://m.example/?p=${id}`, creator: 'ada', content, slug: `s-${id}`, at: '2026-01-16T21:30:00.000Z', modifiedAt: '2026-01-17T00:00:00.000Z' })

async function write(work: (volumes: ReturnType<typeof openVolumes>) => Promise<void>, most?: { bytes: number; items: number }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dateline-volumes-'))
  const volumes = openVolumes(folder, CHANNEL, most)
  await work(volumes)
  const files = await volumes.close()
  const texts = files.map(({ file }) => readFileSync(path.join(folder, file), 'utf8'))
  for (const text of texts) expect(await findWxrErrors(text)).toEqual([])
  return { files, texts, read: await Promise.all(files.map(({ file }) => readBack([path.join(folder, file)]))) }
}

describe('the files for WordPress', () => {
  it('hold so many items at most, and each the categories and the accounts it needs; other terms stand once', async () => {
    const { files, read } = await write(async (volumes) => {
      await volumes.term(toTag({ id: '3', slug: 't', name: 'T', path: '/topic/t', oldPaths: [], description: null }))
      await volumes.term(toBylineTerm(person))
      for (let id = 1; id <= 5; id++) await volumes.item(item(id), id < 3 ? [person] : [other])
    }, { bytes: 1_000_000, items: 2 })
    expect(files.map(({ file, records }) => [file, records])).toEqual([['wordpress/export-001.xml', 2], ['wordpress/export-002.xml', 2], ['wordpress/export-003.xml', 1]])
    expect(read.map(({ authors }) => authors.map(({ login }) => login))).toEqual([['ada'], ['bo'], ['bo']])
    expect(read.map(({ terms }) => terms.map(({ taxonomy }) => taxonomy))).toEqual([['category', 'category', 'post_tag', 'author'], ['category', 'category'], ['category', 'category']])
    expect(read.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([1, 2, 3, 4, 5])
  })

  it('are of so many bytes at most, unless one item alone is more', async () => {
    const { files, texts } = await write(async (volumes) => {
      for (let id = 1; id <= 3; id++) await volumes.item(item(id, 'ü'.repeat(5_000)), [person])
      await volumes.item(item(4, 'ü'.repeat(50_000)), [person])
      await volumes.item(item(5), [person])
    }, { bytes: 25_000, items: 1_000 })
    expect(files.map(({ records }) => records)).toEqual([2, 1, 1, 1])
    expect(files.map(({ bytes }) => bytes)).toEqual(texts.map((text) => Buffer.byteLength(text)))
  })

  it('are one, with nothing in it, for an empty newsroom', async () => {
    const { files, read } = await write(async () => undefined)
    expect(files).toHaveLength(1)
    expect(read[0]!.items).toEqual([])
  })

  it('tell times in the newsroom’s zone and in UTC', async () => {
    const { read } = await write((volumes) => volumes.item(item(1), [person]))
    expect(read[0]!.items[0]).toMatchObject({ date: '2026-01-17 02:30:00', dateGmt: '2026-01-16 21:30:00', modified: '2026-01-17 05:00:00', modifiedGmt: '2026-01-17 00:00:00', pubDate: 'Fri, 16 Jan 2026 21:30:00 +0000' })
  })
})

it.each([
  ['a]]>b', '<![CDATA[a]]]]><![CDATA[>b]]>'],
  [']]]]>>', '<![CDATA[]]]]]]><![CDATA[>>]]>'],
  ['\u0000a\u0007\u001f\ufffe\tb\n', '<![CDATA[a\tb\n]]>'],
  ['', '<![CDATA[]]>'],
])('%j in CDATA', (text, written) => {
  expect(cdata(text)).toBe(written)
})
