import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { rfc822 } from '@/lib/feeds/rss'
import { openTextFile, type FileEntry } from '../write/text-file'
import { toItem, type Item } from './item'
import { loginOf, toAccount, type Person } from './people'
import { cdata, escapeAttribute } from './xml'

/** What stands at the head of every file. */
export interface Channel {
  title: string
  description: string
  language: string
  origin: string
  timeZone: string
  now: Date
  /** All categories: each file can be read alone. */
  categories: string
}

/** The files of a WordPress export: hosts take uploads of some megabytes only, and WordPress does about a thousand posts at a time. */
export interface Volumes {
  /** A tag, a byline or a menu: stands in one file only. */
  term: (xml: string) => Promise<void>
  item: (item: Item, authors?: readonly Person[]) => Promise<void>
  close: () => Promise<FileEntry[]>
}

const MOST_BYTES = 10_000_000
const MOST_ITEMS = 1_000

export function openVolumes(folder: string, channel: Channel, most = { bytes: MOST_BYTES, items: MOST_ITEMS }): Volumes {
  const files: FileEntry[] = []
  const empty = () => ({ terms: [] as string[], items: [] as string[], accounts: new Map<string, string>(), bytes: Buffer.byteLength(channel.categories) })
  let volume = empty()

  async function write() {
    await mkdir(path.join(folder, 'wordpress'), { recursive: true })
    const file = await openTextFile(folder, `wordpress/export-${String(files.length + 1).padStart(3, '0')}.xml`)
    await file.write(head(channel))
    for (const piece of [...volume.accounts.values(), channel.categories, ...volume.terms, ...volume.items]) await file.write(piece)
    await file.write('</channel>\n</rss>\n')
    files.push(await file.close(volume.items.length))
    volume = empty()
  }

  async function makeRoom(bytes: number, items: number) {
    const isFull = volume.bytes + bytes > most.bytes || volume.items.length + items > most.items
    if (isFull && volume.terms.length + volume.items.length > 0) await write()
    volume.bytes += bytes
  }

  return {
    term: async (xml) => {
      await makeRoom(Buffer.byteLength(xml), 0)
      volume.terms.push(xml)
    },
    item: async (item, authors = []) => {
      const xml = toItem(item, channel.timeZone)
      await makeRoom(Buffer.byteLength(xml), 1)
      volume.items.push(xml)
      for (const author of authors) volume.accounts.set(loginOf(author), toAccount(author))
    },
    close: async () => {
      if (files.length === 0 || volume.terms.length + volume.items.length > 0) await write()
      return files
    },
  }
}

function head({ title, description, language, origin, now }: Channel): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- A WordPress eXtended RSS file. In WordPress: Tools, Import, WordPress; then this file, and the others in their order. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
<title>${cdata(title)}</title>
<link>${escapeAttribute(origin)}</link>
<description>${cdata(description)}</description>
<pubDate>${rfc822(now.toISOString())}</pubDate>
<language>${escapeAttribute(language)}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${escapeAttribute(origin)}</wp:base_site_url>
<wp:base_blog_url>${escapeAttribute(origin)}</wp:base_blog_url>
<generator>Dateline</generator>
`
}
