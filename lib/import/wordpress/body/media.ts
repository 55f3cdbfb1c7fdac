import type { Flow } from './html'
import type { Job } from './job'
import { fieldsOf, isBlock } from './lexical'
import { FILE, linkParagraph, nameOf, readAddress } from './links'
import { oneLine } from './plain'
import { embedNode } from './embeds'
import type { Style } from './style'
import { hasClass, type Element } from './tree'
import type { KnownMedia, Node } from './types'

const SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'data-full-url', 'data-large-file']

const sourcesOf = (element: Element): string[] => SOURCES.flatMap((name) => element.attributes[name]?.trim() || []).filter((source) => !source.startsWith('data:'))

/** The file that an address stands for: also through the picture server that WordPress lends to its users. */
export function mediaAt(job: Job, address: string): KnownMedia | null {
  const lent = /^(?:https?:)?\/\/i\d\.wp\.com\/(.+)$/.exec(address)?.[1]
  return job.context.mediaByUrl(lent === undefined ? address : `https://${lent.replace(/\?.*$/, '')}`)
}

function numberIn(element: Element): number | null {
  const { class: classes = '', 'data-id': id = '', 'data-attachment-id': attachment = '' } = element.attributes
  const number = /\bwp-image-(\d+)/.exec(classes)?.[1] ?? (/^\d+$/.test(id) ? id : /^\d+$/.test(attachment) ? attachment : undefined)
  return number === undefined ? null : Number(number)
}

function knownOf(job: Job, element: Element, kinds: readonly KnownMedia['kind'][], attachment: number | null, sources: readonly string[]): KnownMedia | null {
  const number = numberIn(element) ?? attachment
  for (const source of sources) {
    const found = mediaAt(job, source)
    if (found !== null && kinds.includes(found.kind)) return found
  }
  const found = number === null ? null : job.context.mediaById(number)
  return found !== null && kinds.includes(found.kind) ? found : null
}

/** True for a small drawn face, which is a word of the text. */
export const isEmoji = (element: Element): boolean => element.name === 'img' && (hasClass(element, 'emoji') || hasClass(element, 'wp-smiley')) && Boolean(element.attributes.alt)

const isPixel = ({ attributes: { width, height } }: Element) => width === '1' && height === '1'

/** A picture block. */
export const pictureBlock = (job: Job, media: KnownMedia, wide: boolean): Node => job.block('image', { media: media.id, width: wide ? 'wide' : 'column' })

/** An <img>: a picture of ours, or a link to one that is not. */
export function picture(flow: Flow, element: Element, style: Style): void {
  const { job } = flow
  if (isEmoji(element)) return flow.words(element.attributes.alt!, style)
  if (isPixel(element)) return
  const sources = sourcesOf(element)
  const alt = oneLine(element.attributes.alt ?? '')
  const media = knownOf(job, element, ['image'], style.attachment, sources)
  if (media === null) return flow.add(linkToPicture(job, sources[0], alt))
  if (alt !== '' && !job.alts.has(media.id)) job.alts.set(media.id, alt)
  noteLinkOf(job, element, style, media)
  flow.add(pictureBlock(job, media, style.wide || hasClass(element, 'alignwide') || hasClass(element, 'alignfull')))
}

/** A link around a picture is lost, unless it leads to the picture itself. */
function noteLinkOf(job: Job, element: Element, { link: around, toFile }: Style, media: KnownMedia): void {
  if (around === null || toFile || around.toFile || element.attributes['data-link'] === around.from) return
  const { fields } = around
  const address = fields.linkType === 'custom' ? fields.url : `${fields.doc.relationTo} ${fields.doc.value}`
  if (address === media.path || FILE.test(address)) return
  job.notes.add('changed', 'link-of-picture', 'A picture led somewhere; pictures here do not.', address)
}

/** What stands for a picture that is not among the files: a link with its description. */
export function linkToPicture(job: Job, source: string | undefined, alt: string): Node | null {
  const address = source === undefined ? null : readAddress(job, source)
  if (address === null) {
    if (source !== undefined || alt !== '') job.notes.add('dropped', 'picture-without-address', 'A picture without an address that can be used was left out.', alt || source)
    return null
  }
  job.notes.add('doubtful', 'picture-not-found', 'A picture is not among the files of the export; a link stands in its place.', source)
  return linkParagraph(job, address.href, alt || nameOf(address.href) || 'Picture')
}

/** A sound or film of ours, with the title that its block asks for. */
export function playerBlock(job: Job, media: KnownMedia, more: Node = {}): Node {
  const title = oneLine(media.title) || nameOf(media.path) || (media.kind === 'audio' ? 'Sound' : 'Video')
  const node = job.block(media.kind === 'audio' ? 'audio' : 'video', { media: media.id, title, ...more }, '')
  job.untitled.add(node)
  return node
}

/** An <audio> or <video>, or a shortcode of that name. */
export function player(flow: Flow, element: Element, style: Style): void {
  const { job } = flow
  const parts = element.children.filter((child): child is Element => child.kind === 'element')
  const sources = [element, ...parts.filter(({ name }) => name === 'source')].flatMap(sourcesOf)
  const media = knownOf(job, element, ['audio', 'video'], style.attachment, sources)
  const poster = element.attributes.poster ? mediaAt(job, element.attributes.poster) : null
  const track = parts.find(({ name, attributes }) => name === 'track' && attributes.src !== undefined)?.attributes.src
  const captions = track === undefined ? null : mediaAt(job, track)
  if (media !== null) {
    const isVideo = media.kind === 'video'
    const more = { ...(isVideo && poster?.kind === 'image' ? { poster: poster.id } : {}), ...(isVideo && captions !== null && /\.vtt$/i.test(captions.path) ? { captions: captions.id } : {}) }
    return flow.add(playerBlock(job, media, more))
  }
  if (sources[0] === undefined) return void job.notes.add('dropped', 'media-without-address', 'A player without a file was left out.')
  job.notes.add('doubtful', 'media-not-found', 'A sound or film is not among the files of the export; a link to it stands in its place.', sources[0])
  const node = embedNode(job, sources[0], '')
  const name = nameOf(sources[0])
  if (node !== null && isBlock(node, 'embed') && name !== '') node.fields = { ...fieldsOf(node), title: name }
  flow.add(node)
}
