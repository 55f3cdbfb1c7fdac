import type { Payload } from 'payload'
import { inBulk, type Row } from '@/lib/cms/bulk'
import { writeAddresses } from '../../ledger'
import type { Categories } from '../plan/categories'
import type { Labels } from '../plan/labels'
import type { People } from '../plan/people'
import { prettyPath, spell } from '../plan/permalinks'
import type { Planned } from '../plan/posts'
import type { Staging } from '../staging'
import type { WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'
import { readPhp } from '../wxr/php'

interface OldAddress {
  path: string
  /** What stood there, for the parity check. */
  was: string
  kind: 'section' | 'topic' | 'author' | 'media' | 'story' | 'page'
  ref: number
}

export interface Bases {
  category: string
  tag: string
}

const CHUNK = 1_000

/** Writes where the old site's lists, attachment pages and files lead now. */
export async function putOldAddresses(payload: Payload, source: string, found: Iterable<OldAddress>): Promise<number> {
  let count = 0
  let chunk: OldAddress[] = []
  const write = async () => {
    if (chunk.length === 0) return
    const rows = chunk
    chunk = []
    count += rows.length
    const now = new Date().toISOString()
    await inBulk(payload, async (bulk) => {
      await bulk.put('paths', rows.map(({ path, kind, ref }): Row => ({ path, kind, ref: String(ref), state: 'moved', createdAt: now, updatedAt: now })), 'skip')
      await writeAddresses(bulk.sql, source, rows.map(({ path, was }) => ({ path, kind: was })))
    })
  }
  for (const address of found) {
    chunk.push(address)
    if (chunk.length >= CHUNK) await write()
  }
  await write()
  return count
}

/** Category, tag and author archives with their numbers. */
export function* listAddresses(labels: Labels, categories: Categories, people: People, accounts: ReadonlyMap<string, number | null>, staging: Staging, bases: Bases): Generator<OldAddress> {
  for (const [slug, { id }] of labels.sections) {
    const number = categories.bySlug.get(slug)?.id
    const line = `/${bases.category}/${categories.lineOf(slug).join('/')}`
    for (const path of new Set([spell(line), spell(`/${bases.category}/${slug}`)])) yield { path, was: 'category', kind: 'section', ref: id }
    if (number) yield { path: `/?cat=${number}`, was: 'category', kind: 'section', ref: id }
  }
  const tags = new Map(staging.terms('post_tag').map((term) => [term.slug, term.id]))
  for (const [slug, id] of labels.topics) {
    yield { path: spell(`/${bases.tag}/${slug}`), was: 'tag', kind: 'topic', ref: id }
    yield { path: `/?tag=${spell(slug)}`, was: 'tag', kind: 'topic', ref: id }
    if (tags.get(slug)) yield { path: `/?tag_id=${tags.get(slug)}`, was: 'tag', kind: 'topic', ref: id }
  }
  for (const person of people.all.values()) {
    const id = labels.authors.get(person.key)
    if (id === undefined) continue
    for (const slug of person.oldSlugs.filter((old) => old !== '')) {
      yield { path: spell(`/author/${slug}`), was: 'author', kind: 'author', ref: id }
      yield { path: `/?author_name=${spell(slug)}`, was: 'author', kind: 'author', ref: id }
    }
    const number = accounts.get(person.key)
    if (number) yield { path: `/?author=${number}`, was: 'author', kind: 'author', ref: id }
  }
}

/** The pages that WordPress made for attachments, which lead to the story they belong to, and the files themselves. */
export function* fileAddresses(staging: Staging): Generator<OldAddress> {
  const uploads = staging.all<{ key: string; media: number }>('SELECT key, media FROM uploads')
  for (const { key, media } of uploads) if (!/^https?:/.test(key)) yield { path: spell(`/wp-content/uploads/${key}`), was: 'upload', kind: 'media', ref: media }
  for (const item of staging.items('attachment')) {
    const media = staging.get<{ media: number }>('SELECT media FROM uploads WHERE attachment = ?', item.id)?.media
    if (media === undefined) continue
    const size = firstSize(item)
    if (size !== null) yield { path: size, was: 'upload', kind: 'media', ref: media }
    const parent = staging.get<{ json: string }>('SELECT json FROM planned WHERE id = ?', item.parent)
    const planned = parent === null ? null : (JSON.parse(parent.json) as Planned)
    const leads = planned?.path ? { kind: planned.collection === 'pages' ? ('page' as const) : ('story' as const), ref: planned.target } : { kind: 'media' as const, ref: media }
    const path = prettyPath(item.link)
    if (path !== null) yield { path, was: 'attachment', ...leads }
    yield { path: `/?attachment_id=${item.id}`, was: 'attachment', ...leads }
  }
}

/** One of the smaller sizes WordPress made of a picture: all others are found in the same way. */
function firstSize(item: WxrItem): string | null {
  const file = lastMeta(item, '_wp_attached_file')
  const meta = readPhp(lastMeta(item, '_wp_attachment_metadata') ?? '') as { sizes?: Record<string, { file?: unknown }> } | null
  const size = typeof meta?.sizes === 'object' && meta.sizes !== null ? Object.values(meta.sizes)[0]?.file : undefined
  return file === null || typeof size !== 'string' ? null : spell(`/wp-content/uploads/${file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/` : ''}${size}`)
}

/** Addresses that are answered by rule and not by a row: feeds and the archive by date. Only for the parity check. */
export function ruledAddresses(labels: Labels, categories: Categories, months: Iterable<string>, bases: Bases): { path: string; kind: string }[] {
  const feeds = [...labels.sections.keys()].map((slug) => spell(`/${bases.category}/${categories.lineOf(slug).join('/')}/feed`))
  return [...['/feed', '/comments/feed', ...feeds].map((path) => ({ path, kind: 'feed' })), ...[...months].map((month) => ({ path: `/${month.replace('-', '/')}`, kind: 'date archive' }))]
}
