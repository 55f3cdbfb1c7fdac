import { isoWithOffset } from '@/lib/format/dates'
import { rfc822 } from '@/lib/feeds/rss'
import { cdata, escapeAttribute, escapeText, meta, wp } from './xml'

/** A row of WordPress's table of posts: stories, pages, files, guest authors and entries of menus are all such rows. */
export interface Item {
  id: number
  type: 'post' | 'page' | 'attachment' | 'guest-author' | 'nav_menu_item'
  status: 'publish' | 'future' | 'draft' | 'inherit'
  title: string
  /** Where it is found: a full address. */
  link: string
  guid: string
  /** Login of an account; empty for nobody's. */
  creator: string
  content?: string
  excerpt?: string
  slug: string
  /** ISO 8601, UTC. */
  at: string
  modifiedAt: string
  order?: number
  sticky?: boolean
  attachmentUrl?: string
  terms?: { taxonomy: string; slug: string; name: string }[]
  meta?: (readonly [key: string, value: string | null])[]
}

/** As WordPress writes a moment in some zone: "2026-01-16 14:20:00". */
const clockTime = (at: string, timeZone: string) => isoWithOffset(at, timeZone).slice(0, 19).replace('T', ' ')

const NEVER = '0000-00-00 00:00:00'

/**
 * An item of the file. Its elements stand in WordPress's own order, one a line, dates before their "_gmt": the
 * simplest of its readers takes the first element whose name begins as it should.
 * Titles are HTML there and text here.
 */
export function toItem(item: Item, timeZone: string): string {
  // A draft has no publication in UTC; WordPress says so with zeros.
  const gmt = (at: string) => (item.status === 'draft' ? NEVER : clockTime(at, 'UTC'))
  const lines = [
    `<title>${cdata(escapeText(item.title))}</title>`,
    `<link>${escapeAttribute(item.link)}</link>`,
    `<pubDate>${rfc822(item.at)}</pubDate>`,
    `<dc:creator>${cdata(item.creator)}</dc:creator>`,
    `<guid isPermaLink="false">${escapeAttribute(item.guid)}</guid>`,
    '<description></description>',
    `<content:encoded>${cdata(item.content ?? '')}</content:encoded>`,
    `<excerpt:encoded>${cdata(item.excerpt ?? '')}</excerpt:encoded>`,
    wp('post_id', item.id),
    wp('post_date', clockTime(item.at, timeZone)),
    wp('post_date_gmt', gmt(item.at)),
    wp('post_modified', clockTime(item.modifiedAt, timeZone)),
    wp('post_modified_gmt', clockTime(item.modifiedAt, 'UTC')),
    wp('comment_status', 'closed'),
    wp('ping_status', 'closed'),
    wp('post_name', item.slug),
    wp('status', item.status),
    wp('post_parent', 0),
    wp('menu_order', item.order ?? 0),
    wp('post_type', item.type),
    wp('post_password', ''),
    wp('is_sticky', item.sticky ? 1 : 0),
    ...(item.attachmentUrl === undefined ? [] : [wp('attachment_url', item.attachmentUrl)]),
    ...(item.terms ?? []).map(({ taxonomy, slug, name }) => `<category domain="${taxonomy}" nicename="${escapeAttribute(slug)}">${cdata(escapeText(name))}</category>`),
    ...(item.meta ?? []).flatMap(([key, value]) => (value === null ? [] : [meta('postmeta', key, value)])),
  ]
  return `<item>\n${lines.map((line) => `\t${line}\n`).join('')}</item>\n`
}
