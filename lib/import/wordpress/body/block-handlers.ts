import { embedNode } from './embeds'
import { footnoteList } from './footnotes'
import { galleryOf, numbered, numbersIn } from './galleries'
import type { Flow } from './html'
import type { Handler } from './elements'
import { withCaption } from './captions'
import { parseBody } from './markup'
import { linkToPicture, pictureBlock, playerBlock } from './media'
import { oneLine } from './plain'
import { PLAIN, type Style } from './style'
import { firstInside, rawText, type Element } from './tree'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) ? value : /^\d{1,15}$/.test(text(value)) ? Number(value) : null)

/** Blocks that show nothing and say nothing. */
const SILENT = new Set(['core/spacer', 'core/separator', 'core/more', 'core/footnotes', 'core/list-item', 'core/column', 'core/columns', 'core/group', 'core/buttons', 'core/button', 'core/social-links'])

/** What is made of blocks that their HTML alone does not tell. */
const BLOCKS: Record<string, (flow: Flow, element: Element, style: Style, attributes: Record<string, unknown>) => void> = {
  'core/image': (flow, element, style, { id, align, linkDestination }) => withAttachment(flow, element, { ...style, wide: style.wide || align === 'wide' || align === 'full', toFile: style.toFile || leadsToFile(linkDestination) }, id),
  'core/media-text': (flow, element, style, { mediaId }) => withAttachment(flow, element, style, mediaId),
  'core/audio': (flow, element, style, { id }) => withAttachment(flow, element, style, id),
  'core/video': (flow, element, style, { id }) => withAttachment(flow, element, style, id),
  'core/cover': cover,
  'core/gallery': pictures,
  'jetpack/tiled-gallery': pictures,
  'jetpack/slideshow': pictures,
  'core/embed': embedBlock,
  'core/block': reusable,
  'core/footnotes': (flow) => flow.addAll(footnoteList(flow.job, (content) => flow.nodes(content.children, { ...PLAIN, mode: 'item' }))),
  'core/nextpage': (flow) => flow.job.notes.add('changed', 'pages-joined', 'The old site cut this into several pages; here it is one.'),
}

/** A block of WordPress's editor: mostly what stands in it, and a note where that is not all. */
export const blockOf: Handler = (flow, element, style) => {
  const { name, attributes, kind, broken } = element.comment!
  const make = BLOCKS[name.startsWith('core-embed/') ? 'core/embed' : name]
  if (broken) flow.job.notes.add('doubtful', 'broken-block', 'A block of the old text is damaged; what stands in it was kept.', commentOf(element))
  if (make !== undefined) return make(flow, element, style, attributes)
  if (!broken) noteUnknown(flow, element)
  if (kind === 'open') flow.inside(element.children, style)
}

const commentOf = ({ comment }: Element) => (comment!.raw.length > 10_000 ? `${comment!.raw.slice(0, 10_000)} …` : comment!.raw)

function noteUnknown(flow: Flow, element: Element): void {
  const { name, kind } = element.comment!
  const isOwn = name.startsWith('core/')
  if (kind === 'open' && element.children.length > 0) {
    if (!isOwn) flow.job.notes.add('changed', 'unknown-block', 'A block is not known here; the text in it was kept.', commentOf(element))
  } else if (!SILENT.has(name)) {
    const code = isOwn ? 'dynamic-block' : 'unknown-block'
    flow.job.notes.add('dropped', code, 'A block held no text of its own: WordPress fills it as the page is drawn.', commentOf(element))
  }
}

function withAttachment(flow: Flow, element: Element, style: Style, id: unknown): void {
  flow.inside(element.children, { ...style, attachment: number(id) })
}

/** A cover shows its text on a picture, which may be named in its settings alone. */
function cover(flow: Flow, element: Element, style: Style, { id, url, alt }: Record<string, unknown>): void {
  const inner: Style = { ...style, attachment: number(id), wide: true }
  const hasPicture = element.children.some((child) => child.kind === 'element' && firstInside(child, ({ name, attributes }) => (name === 'img' || name === 'video') && /wp-block-cover__/.test(attributes.class ?? '')) !== null)
  if (!hasPicture && (id !== undefined || text(url) !== '')) {
    const media = (text(url) === '' ? null : flow.job.context.mediaByUrl(text(url))) ?? (number(id) === null ? null : flow.job.context.mediaById(number(id)!))
    if (media?.kind === 'image') flow.add(pictureBlock(flow.job, media, true))
    else if (media?.kind === 'video') flow.add(playerBlock(flow.job, media))
    else flow.add(linkToPicture(flow.job, text(url) || undefined, text(alt)))
  }
  flow.inside(element.children, inner)
}

const leadsToFile = (destination: unknown): boolean => destination === 'media' || destination === 'attachment'

function pictures(flow: Flow, element: Element, style: Style, { ids, linkTo }: Record<string, unknown>): void {
  const numbers = Array.isArray(ids) ? ids.flatMap((id) => number(id) ?? []) : numbersIn(text(ids))
  const hasPictures = firstInside(element, ({ name }) => name === 'img') !== null
  if (hasPictures) return flow.inside(element.children, { ...style, toFile: style.toFile || leadsToFile(linkTo) })
  flow.addAll(galleryOf(flow.job, numbered(flow.job, numbers)))
  flow.inside(element.children, style)
}

/** An embed: its address stands in its settings and, as text, in its figure. */
function embedBlock(flow: Flow, element: Element, style: Style, { url }: Record<string, unknown>): void {
  const caption = firstInside(element, ({ name }) => name === 'figcaption')
  const wrapper = firstInside(element, ({ name }) => name === 'figure') ?? element
  const words = oneLine(rawText(wrapper.children.filter((child) => child !== caption)))
  const address = text(url) || /https?:\/\/\S+/.exec(words)?.[0] || ''
  if (address === '' && words !== '') return flow.inside(element.children, style)
  const node = address === '' ? null : embedNode(flow.job, address, '', words)
  flow.addAll(withCaption(flow.job, node === null ? [] : [node], caption === null ? [] : flow.nodes(caption.children, { ...style, mode: 'line' })))
}

/** A block that several posts share: its content as it is in the export. */
function reusable(flow: Flow, element: Element, style: Style, { ref, content }: Record<string, unknown>): void {
  const id = number(ref)
  const nodes = id === null ? null : flow.job.reuse(id, (shared) => flow.nodes(parseBody(shared).children, style))
  if (nodes === null) flow.job.notes.add('dropped', 'reusable-block', 'A block that several posts share is not in the export.', commentOf(element))
  if (content !== undefined) flow.job.notes.add('doubtful', 'reusable-block-changed', 'A block that several posts share had words of its own here; those of the shared one stand.', commentOf(element))
  flow.addAll(nodes ?? [])
}

