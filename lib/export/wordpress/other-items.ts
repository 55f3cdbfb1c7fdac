import path from 'node:path'
import { zonedDay } from '@/lib/format/dates'
import type { MediaRecord } from '../read/media'
import type { ReadPage } from '../read/static-pages'
import { postId } from './ids'
import type { Item } from './item'
import { toMarkup } from './markup'
import { mayShow, type WordPressSurroundings } from './story-item'
import { escapeText } from './xml'

/** A static page. */
export function toPage({ record, around }: ReadPage, { origin, language, now }: WordPressSurroundings): Item {
  const id = postId('page', record.id)
  const byId = `${origin}/?page_id=${id}`
  return {
    id,
    type: 'page',
    status: record.status === 'published' ? 'publish' : 'draft',
    title: record.title,
    link: record.path === null ? byId : origin + encodeURI(record.path),
    guid: byId,
    creator: '',
    content: toMarkup(record.body, { origin, language, mayShow: mayShow(around, now) }),
    excerpt: escapeText(record.standfirst ?? ''),
    slug: record.slug ?? '',
    at: record.createdAt,
    modifiedAt: record.savedAt,
  }
}

/** A file, for WordPress to fetch from here; null for one that has no file. */
export function toAttachment(media: MediaRecord, { origin, zone }: WordPressSurroundings): Item | null {
  if (media.url === null) return null
  const id = postId('media', media.id)
  const file = decodeURIComponent(media.url.slice(media.url.lastIndexOf('/') + 1))
  return {
    id,
    type: 'attachment',
    status: 'inherit',
    title: path.parse(file).name,
    link: `${origin}/?attachment_id=${id}`,
    guid: media.url,
    creator: '',
    content: escapeText(media.transcript ?? ''),
    excerpt: escapeText(media.caption ?? ''),
    slug: `media-${media.id}`,
    at: media.createdAt,
    modifiedAt: media.savedAt,
    attachmentUrl: media.url,
    meta: [
      // Says in which month's folder WordPress is to put it.
      ['_wp_attached_file', `${zonedDay(media.createdAt, zone.timeZone).slice(0, 7).replace('-', '/')}/${file}`],
      ['_wp_attachment_image_alt', media.alt],
      ['_media_credit', media.credit],
      ['dateline_rights_expire_at', media.rightsExpireAt],
    ],
  }
}
