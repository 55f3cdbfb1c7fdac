import type { Link } from './inline'
import type { Job } from './job'
import { link, paragraph, textNode, type LinkFields } from './lexical'
import type { Node } from './types'

/** An address as it can be used here, or null. */
export interface Address {
  /** https://…, mailto:…, or a path on this site. */
  href: string
  /** It lies on the old site. */
  own: boolean
  /** As it can be looked up: whole, or a path of the old site. */
  url: string
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
/** The address of a file, by its ending. */
export const FILE = /\.[a-z0-9]{2,5}(?:[?#]|$)/i
const HOST = /^(?:www\.[\w-]+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int))(?:\.[a-z]{2,3})?(?:[/?#]|$)/i

/** Reads an address of a body: of this site as a path, of others whole; null for what cannot be followed. */
export function readAddress(job: Job, raw: string): Address | null {
  // Browsers do not see white space and control characters in an address.
  const text = raw.replace(/[\u0000-\u001f]+/g, '').trim().replaceAll(' ', '%20')
  if (text === '') return null
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'mailto' || scheme === 'tel') return text.length > scheme.length + 1 ? outside(text.replaceAll('%20', '')) : null
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null
  const full = text.startsWith('//') ? `https:${text}` : scheme === undefined && HOST.test(text) ? `https://${text}` : text
  if (/^https?:/i.test(full)) {
    if (!URL.canParse(full)) return null
    return job.context.isOwn(full) ? { href: ownPath(full), own: true, url: full } : outside(full)
  }
  if (!URL.canParse(full, 'http://own.invalid')) return null
  const href = ownPath(full)
  return { href, own: true, url: href }
}

const outside = (href: string): Address => ({ href, own: false, url: href })

function ownPath(url: string): string {
  const { pathname, search, hash } = new URL(url, 'http://own.invalid')
  return pathname.replace(/^\/{2,}/, '/') + search + hash
}

/** Where a link of the body leads here; null, with a note where something is lost, when it leads nowhere. */
export function readLink(job: Job, href: string, newTab: boolean): Link | null {
  const raw = href.trim()
  if (raw === '' || raw === '#') return null
  const fields = raw.startsWith('#') ? within(job, raw) : leading(job, raw, newTab)
  if (fields !== null) return { fields, from: raw, toFile: /[?&]attachment_id=/.test(raw) }
  job.notes.add('changed', 'link-without-address', 'A link leads nowhere that a reader can go; its words were kept without it.', raw)
  return null
}

function within(job: Job, raw: string): LinkFields | null {
  const here = job.headings.get(raw.slice(1)) ?? job.headings.get(decoded(raw.slice(1)))
  return here === undefined ? null : { linkType: 'custom', url: `#${here}`, newTab: false }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function leading(job: Job, raw: string, newTab: boolean): LinkFields | null {
  const address = readAddress(job, raw)
  if (address === null) return null
  const target = address.own ? job.context.targetOf(address.url) : null
  if (target !== null && (target.collection === 'stories' || target.collection === 'pages')) {
    return { linkType: 'internal', doc: { relationTo: target.collection, value: target.id }, newTab }
  }
  const media = target === null && FILE.test(address.url) ? job.context.mediaByUrl(address.url) : null
  return { linkType: 'custom', url: media?.path ?? address.href, newTab }
}

/** The story of this newsroom that an address leads to, or null. */
export function storyAt(job: Job, url: string): number | null {
  const address = readAddress(job, url)
  if (address === null || !address.own) return null
  const target = job.context.targetOf(address.url)
  return target?.collection === 'stories' ? target.id : null
}

/** A paragraph of our own words that leads somewhere, in place of what cannot be shown. */
export function linkParagraph(job: Job, href: string, words: string): Node {
  const node = paragraph([link(job.nextId(), { linkType: 'custom', url: href, newTab: false }, [textNode(words)])])
  job.counted.set(node, '')
  return node
}

/** The name of a file as words, from its address. */
export const nameOf = (address: string): string => (/([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1] ?? '').replace(FILE, '').replace(/[-_+]|%20/g, ' ').trim()
