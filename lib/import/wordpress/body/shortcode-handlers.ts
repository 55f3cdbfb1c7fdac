import { withCaption } from './captions'
import type { Handler } from './elements'
import { embedNode } from './embeds'
import { filesOf, galleryOf } from './galleries'
import type { Flow } from './html'
import { heading, MARKS, textNode } from './lexical'
import { readLink } from './links'
import { decodeEntities, parseHtml } from './markup'
import { mediaAt, picture, pictureBlock, player, playerBlock } from './media'
import { isCode, isListing, PICTURES, SITES } from './shortcode-names'
import { encodedHtml, wordsInTag } from './shortcode-words'
import type { Shortcode } from './shortcodes'
import type { Style } from './style'
import { firstInside, makeElement, rawText, type Element } from './tree'

type Maker = (flow: Flow, element: Element, style: Style, shortcode: Shortcode) => void

const MAKERS = new Map<string, Maker>([
  ['caption', captioned],
  ['wp_caption', captioned],
  ['gallery', files],
  ['vc_gallery', files],
  ['playlist', playlist],
  ['audio', play],
  ['video', play],
  ['vc_raw_html', encoded],
  ['vc_raw_js', encoded],
  ...Object.keys(PICTURES).map((name) => [name, builderPicture] as const),
  ...Object.keys(SITES).map((name) => [name, site] as const),
])

/** A shortcode: what it shows, or the words in it. */
export const shortcodeOf: Handler = (flow, element, style) => {
  const shortcode = element.shortcode!
  const { name, role, raw } = shortcode
  if (role === 'unknown') return flow.job.notes.add('changed', 'unknown-shortcode', `The shortcode [${name}] is not known here; what stood in it was kept.`, raw)
  if (isListing(name)) flow.job.notes.add('dropped', 'listing', `A list of stories that the theme made by itself, [${name}], was left out.`, raw)
  else if (role === 'layout') flow.job.layout.set(name, (flow.job.layout.get(name) ?? 0) + 1)
  flow.flush()
  const make = MAKERS.get(name)
  if (make !== undefined) make(flow, element, style, shortcode)
  else if (isCode(name)) code(flow, element, style, shortcode)
  else titled(flow, element, style, shortcode)
}

function captioned(flow: Flow, element: Element, style: Style, { attributes }: Shortcode): void {
  const number = /^attachment_(\d{1,15})$/.exec(attributes.id ?? '')?.[1]
  const inner = flow.nodes(element.children, { ...style, mode: 'line', attachment: number === undefined ? null : Number(number) })
  const written = wordsInTag('caption', attributes)
  const given = written === '' ? [] : flow.nodes(parseHtml(written).children, { ...style, mode: 'line' })
  const { job } = flow
  const isWords = (type: unknown) => type === 'paragraph'
  const words = inner.filter((node) => isWords(node.type) && !job.counted.has(node))
  const shown = inner.filter((node) => !words.includes(node))
  flow.addAll(given.length > 0 ? [...withCaption(job, shown, given), ...words] : withCaption(job, shown, words))
}

function files(flow: Flow, _element: Element, _style: Style, { attributes }: Shortcode): void {
  const pictures = filesOf(flow.job, attributes, ['image']).map((media) => pictureBlock(flow.job, media, false))
  flow.addAll(galleryOf(flow.job, pictures))
}

function playlist(flow: Flow, _element: Element, _style: Style, { attributes }: Shortcode): void {
  for (const media of filesOf(flow.job, attributes, [attributes.type === 'video' ? 'video' : 'audio'])) flow.add(playerBlock(flow.job, media))
}

const FORMATS = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac', 'mp4', 'm4v', 'webm', 'ogv', 'wmv', 'flv', '0']

/** [audio] and [video]: the file is named by a value, by the words inside, or is the only one of the post. */
function play(flow: Flow, element: Element, style: Style, { name, attributes }: Shortcode): void {
  const inside = rawText(element.children).trim()
  const sources = [...FORMATS.map((format) => attributes[format]), inside].filter((source) => source !== undefined && source !== '')
  const attached = sources.length === 0 ? flow.job.context.attached().filter(({ kind }) => kind === name) : []
  if (attached.length > 0) return flow.add(playerBlock(flow.job, attached[0]!))
  const media = sources.map((source) => makeElement('source', { src: source! }))
  const poster: Record<string, string> = attributes.poster === undefined ? {} : { poster: attributes.poster }
  player(flow, makeElement(name, poster, { children: media, closed: true }), style)
  countInside(flow, inside)
}

/** A video or post of another site, by address or number. */
function site(flow: Flow, element: Element, style: Style, { name, attributes, raw }: Shortcode): void {
  const inside = rawText(element.children).trim()
  const linked = firstInside(element, (inner) => inner.name === 'a' && inner.attributes.href !== undefined)?.attributes.href
  const values = [attributes.url, attributes.src, attributes.link, attributes.playlist_yt, attributes.id, attributes.video, attributes['0'], linked, inside]
  const value = values.find((one) => one !== undefined && one !== '')?.replace(/^url:/, '') ?? ''
  const make = SITES[name]
  const address = /^(?:https?:)?\/\//.test(value) ? value : make != null && /^[\w:/.-]+$/.test(value) ? make(value) : null
  if (address !== null) {
    flow.add(embedNode(flow.job, address, '', inside))
    if (inside !== '' && inside !== value) flow.inside(element.children, style)
    return
  }
  flow.job.notes.add('dropped', 'embed-without-address', `The shortcode [${name}] has no address that can be used here.`, raw)
  flow.inside(element.children, style)
}

function countInside(flow: Flow, words: string): void {
  const last = flow.out.at(-1)
  if (last !== undefined && words !== '' && flow.job.counted.has(last)) flow.job.counted.set(last, words)
}

function code(flow: Flow, element: Element, style: Style, { content }: Shortcode): void {
  if (content === null) return flow.inside(element.children, style)
  const text = { kind: 'text' as const, text: decodeEntities(content).replace(/^\n+|\n+$/g, ''), classic: false }
  flow.addAll(flow.nodes([text], { ...style, pre: true, format: style.format | MARKS.code }))
}

/** Page builders keep HTML in base64. */
function encoded(flow: Flow, _element: Element, style: Style, shortcode: Shortcode): void {
  const html = encodedHtml(shortcode)
  if (shortcode.name === 'vc_raw_html' && html !== null) return flow.inside(parseHtml(html).children, style)
  flow.job.notes.add('dropped', 'script', 'A script was left out: pages here run none from their text.', html ?? shortcode.raw)
}

function builderPicture(flow: Flow, _element: Element, style: Style, { name, attributes, raw }: Shortcode): void {
  const value = attributes[PICTURES[name]!] ?? attributes.custom_src ?? attributes.url ?? ''
  const media = /^\d{1,15}$/.test(value) ? flow.job.context.mediaById(Number(value)) : mediaAt(flow.job, value)
  if (media?.kind === 'image') return flow.add(pictureBlock(flow.job, media, style.wide))
  if (value !== '' && !/^\d+$/.test(value)) return picture(flow, makeElement('img', { src: value, alt: attributes.alt ?? '' }), style)
  flow.job.notes.add('dropped', 'file-not-found', `The shortcode [${name}] shows a picture that is not in the export.`, raw)
}

/** A box of a page builder: its title as a subhead (a button's as a link), and what stands in it. */
function titled(flow: Flow, element: Element, style: Style, { name, attributes }: Shortcode): void {
  const title = wordsInTag(name, attributes)
  if (title !== '') {
    const target = attributes.button_url ?? /url:([^|]+)/.exec(attributes.link ?? '')?.[1] ?? ''
    const isButton = name.endsWith('btn') || name.endsWith('button')
    const link = target === '' ? null : readLink(flow.job, safeDecode(target), false)
    if (isButton) flow.addAll(flow.nodes([{ kind: 'text', text: title, classic: false }], { ...style, link }))
    else flow.add(heading('h3', [textNode(title)]))
  }
  flow.inside(element.children, style)
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

