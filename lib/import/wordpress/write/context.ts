import type { BodyContext, InternalTarget, KnownMedia } from '../body/types'
import { originalsOf, uploadKey } from '../../media/names'
import { placeOf } from '../plan/posts'
import { spell } from '../plan/permalinks'
import type { Staging } from '../staging'
import type { WxrChannel, WxrItem } from '../types'
import { lastMeta } from '../wxr/meta'

interface UploadRow {
  key: string
  media: number
  kind: KnownMedia['kind']
  url: string
  title: string
}

/** The old site, as its addresses tell it. */
export interface Site {
  /** True for an address of its own, with or without "www.", and for a bare path. */
  isOwn: (url: string) => boolean
  /** The place of one of its files below its uploads folder; null for what is none of them. */
  keyOf: (url: string) => string | null
}

/** `files` are the addresses of its attachments: WordPress.com and others keep them on a host of their own. */
export function siteOf({ link, baseSiteUrl, baseBlogUrl }: WxrChannel, files: Iterable<string>): Site {
  const bases = [link, baseSiteUrl, baseBlogUrl].filter((base) => base !== null && URL.canParse(base)) as string[]
  const uploads = `${(baseBlogUrl ?? baseSiteUrl ?? link).replace(/\/+$/, '')}/wp-content/uploads`
  const hosts = new Set<string>()
  for (const url of files) if (URL.canParse(url)) hosts.add(new URL(url).host)
  const isOnItsHosts = (url: string) => {
    const full = url.startsWith('//') ? `https:${url}` : url
    return URL.canParse(full) && hosts.has(new URL(full).host)
  }
  return { isOwn: ownHosts(bases), keyOf: (url) => uploadKey(url, uploads) ?? (isOnItsHosts(url) ? uploadKey(url) : null) }
}

function ownHosts(bases: readonly string[]): (url: string) => boolean {
  const hosts = new Set(bases.map((base) => bare(new URL(base).host)))
  return (url) => {
    if (url.startsWith('/') && !url.startsWith('//')) return true
    const full = url.startsWith('//') ? `https:${url}` : url
    return URL.canParse(full) && hosts.has(bare(new URL(full).host))
  }
}

const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')

/** What the body of one post may point at, looked up in the working file. */
export function bodyContext(staging: Staging, item: WxrItem, site: Site, pathOfMedia: (media: number) => string | null): BodyContext {
  const { isOwn, keyOf } = site
  const toMedia = (row: UploadRow | null): KnownMedia | null =>
    row && { id: row.media, kind: row.kind, path: pathOfMedia(row.media) ?? `/wp-content/uploads/${row.key}`, title: row.title }
  const byKey = (key: string) => staging.get<UploadRow>('SELECT key, media, kind, url, title FROM uploads WHERE key = ?', key)
  return {
    isOwn,
    targetOf: (url) => (isOwn(url) ? targetOf(staging, url) : null),
    mediaByUrl: (url) => {
      const key = keyOf(url)
      if (key === null) return toMedia(byKey(url))
      return toMedia(byKey(key) ?? originalsOf(key).reduce<UploadRow | null>((found, original) => found ?? byKey(original), null))
    },
    mediaById: (attachment) => toMedia(staging.get<UploadRow>('SELECT key, media, kind, url, title FROM uploads WHERE attachment = ?', attachment)),
    attached: () =>
      staging
        .all<UploadRow>("SELECT u.key, u.media, u.kind, u.url, u.title FROM items i JOIN uploads u ON u.attachment = i.id WHERE i.parent = ? AND i.type = 'attachment' ORDER BY json_extract(i.json, '$.menuOrder'), i.id", item.id)
        .flatMap((row) => toMedia(row) ?? []),
    reusable: (ref) => {
      const block = staging.item(ref)
      return block?.type === 'wp_block' ? block.content : null
    },
    footnotes: lastMeta(item, 'footnotes') ?? null,
  }
}

/** The document an own address leads to: by path, by "?p=12", or by the path of its feed, comments or further pages. */
function targetOf(staging: Staging, url: string): InternalTarget | null {
  const full = URL.canParse(url) ? new URL(url) : new URL(url, 'http://old.invalid')
  const number = /[?&](?:p|page_id)=(\d+)/.exec(full.search)?.[1]
  const path = spell(full.pathname)
  const found = number !== undefined ? placeOf(staging, `/?p=${number}`) : path === '/' ? null : (placeOf(staging, path) ?? placeOf(staging, path.replace(/\/(feed|amp|\d{1,2})$/, '')))
  return found as InternalTarget | null
}
