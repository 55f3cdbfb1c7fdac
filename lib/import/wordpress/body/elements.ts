import { blockOf } from './block-handlers'
import { withCaption } from './captions'
import { frame, plugin, script, takePost } from './embeds'
import { gallery, isGallery } from './galleries'
import { footnoteMark } from './footnotes'
import type { Flow } from './html'
import { childrenOf, heading, MARKS, rule } from './lexical'
import { readLink } from './links'
import { listOf } from './lists'
import { picture, player } from './media'
import { quoteOf } from './quotes'
import { shortcodeOf } from './shortcode-handlers'
import type { Style } from './style'
import { tableOf } from './tables'
import { hasClass, type Element } from './tree'
import type { Node } from './types'

export type Handler = (flow: Flow, element: Element, style: Style) => void

const marked = (mark: number): Handler => (flow, element, style) => flow.inside(element.children, withWeight(element, { ...style, format: style.format | mark }))

/** Word processors write bold as a style, and put the whole of a text into a <b> that is not bold. */
function withWeight({ attributes: { style: css } }: Element, style: Style): Style {
  if (css === undefined || !css.includes(':')) return style
  let { format } = style
  const weight = /font-weight\s*:\s*(\w+)/i.exec(css)?.[1]?.toLowerCase()
  if (weight !== undefined) format = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600 ? format | MARKS.bold : format & ~MARKS.bold
  if (/font-style\s*:\s*italic/i.test(css)) format |= MARKS.italic
  if (/text-decoration[^;]*line-through/i.test(css)) format |= MARKS.strike
  return { ...style, format }
}

const anchor: Handler = (flow, element, style) => {
  const { href, rel = '', target } = element.attributes
  if (href === undefined) return flow.inside(element.children, style)
  if (element.attributes['data-pin-do'] === 'embedPin' || hasClass(element, 'twitter-timeline')) flow.job.notes.add('changed', 'widget', 'A widget of another site became a plain link.', href)
  const link = readLink(flow.job, href, target === '_blank')
  if (link !== null && /\battachment\b/.test(rel)) link.toFile = true
  flow.inside(element.children, { ...style, link })
}

const headingOf = (tag: 'h2' | 'h3'): Handler => (flow, element, style) => {
  flow.addAll(flow.nodes(element.children, { ...style, mode: 'line' }, (children) => heading(tag, withoutBold(children))))
}

/** A subhead is bold by itself. */
function withoutBold(nodes: readonly Node[]): Node[] {
  const plain: Node[] = []
  for (const node of nodes) {
    const format = Number(node.format) & ~MARKS.bold
    const last = plain.at(-1)
    if (node.type !== 'text') plain.push(node.type === 'link' ? { ...node, children: withoutBold(childrenOf(node)) } : node)
    else if (last?.type === 'text' && last.format === format) last.text = String(last.text) + String(node.text)
    else plain.push({ ...node, format })
  }
  return plain
}

const listing: Handler = (flow, element, style) => {
  const isWords = hasClass(element, 'wp-block-verse') || hasClass(element, 'wp-block-preformatted')
  const first = element.children[0]
  const children = first?.kind === 'text' && first.text.startsWith('\n') ? [{ ...first, text: first.text.slice(1) }, ...element.children.slice(1)] : element.children
  flow.addAll(flow.nodes(children, { ...style, mode: 'block', pre: true, format: isWords ? style.format : style.format | MARKS.code }))
}

const figure: Handler = (flow, element, style) => {
  if (isGallery(element)) return gallery(flow, element, style)
  const isCaption = (child: Element['children'][number]) => child.kind === 'element' && child.name === 'figcaption'
  const inner: Style = { ...style, pull: style.pull || hasClass(element, 'wp-block-pullquote'), wide: style.wide || hasClass(element, 'alignwide') || hasClass(element, 'alignfull') }
  const shown = flow.nodes(element.children.filter((child) => !isCaption(child)), inner)
  const captions = element.children.filter(isCaption).flatMap((child) => (child.kind === 'element' ? child.children : []))
  flow.addAll(withCaption(flow.job, shown, flow.nodes(captions, { ...style, mode: 'line', link: null })))
}

/** Something whose content is not text, or for browsers that cannot show it, unless its end tag is missing. */
const playing = (handler: Handler): Handler => (flow, element, style) => {
  handler(flow, element, style)
  if (!element.closed) flow.inside(element.children, style)
}

/** A box, which may be the post of a social network or a gallery drawn by a plugin. */
const box: Handler = (flow, element, style) => {
  if (element.attributes.class === undefined) return flow.inside(element.children, style)
  if (isGallery(element)) gallery(flow, element, style)
  else if (!takePost(flow, element)) flow.inside(element.children, style)
}

/** What a reader could fill in: the words around it stay. */
const control: Handler = (flow, { name, attributes }) => {
  if (attributes.type !== 'hidden') flow.job.notes.add('dropped', 'form', 'A form was left out; its words were kept.', attributes.action ?? attributes.name ?? name)
}
const form: Handler = (flow, element, style) => {
  control(flow, element, style)
  flow.inside(element.children, style)
}

const superscript: Handler = (flow, element, style) => {
  const format = (style.format & ~MARKS.subscript) | MARKS.superscript
  if (!footnoteMark(flow, element, { ...style, format })) flow.inside(element.children, { ...style, format })
}

const nothing: Handler = () => undefined

/** How each element is read; those that are not here give what is in them. */
export const HANDLERS = new Map<string, Handler>([
  ...['b', 'strong', 'dt'].map((name) => [name, marked(MARKS.bold)] as const),
  ...['i', 'em', 'cite', 'dfn', 'var'].map((name) => [name, marked(MARKS.italic)] as const),
  ...['s', 'del', 'strike'].map((name) => [name, marked(MARKS.strike)] as const),
  ...['code', 'kbd', 'samp', 'tt'].map((name) => [name, marked(MARKS.code)] as const),
  ['span', marked(0)],
  ['sub', (flow, element, style) => flow.inside(element.children, { ...style, format: (style.format & ~MARKS.superscript) | MARKS.subscript })],
  ['sup', superscript],
  ['a', anchor],
  ['br', (flow, _, style) => flow.lineBreak(style)],
  [
    'q',
    (flow, element, style) => {
      flow.words('“', style)
      flow.inside(element.children, style)
      flow.words('”', style)
    },
  ],
  ...['h1', 'h2'].map((name) => [name, headingOf('h2')] as const),
  ...['h3', 'h4', 'h5', 'h6', 'summary'].map((name) => [name, headingOf('h3')] as const),
  ...['ul', 'ol', 'menu', 'dir'].map((name) => [name, listOf] as const),
  ...['pre', 'xmp', 'listing', 'plaintext'].map((name) => [name, listing] as const),
  ...['div', 'section', 'aside'].map((name) => [name, box] as const),
  ['blockquote', quoteOf],
  ['table', tableOf],
  ['figure', figure],
  ['hr', (flow) => flow.add(rule())],
  ['img', picture],
  ['iframe', playing(frame)],
  ['object', playing(plugin)],
  ['embed', plugin],
  ['audio', playing(player)],
  ['video', playing(player)],
  ['script', script],
  ...['style', 'title', 'link', 'meta', 'base', 'source', 'track', 'param'].map((name) => [name, nothing] as const),
  ...['noscript', 'template', 'svg', 'canvas', 'map'].map((name) => [name, playing(nothing)] as const),
  ...['input', 'textarea'].map((name) => [name, control] as const),
  ['form', form],
  ['#block', blockOf],
  ['#shortcode', shortcodeOf],
  [
    '#break',
    (flow, { attributes }) => {
      if (attributes.what === 'nextpage') flow.job.notes.add('changed', 'pages-joined', 'The old site cut this into several pages; here it is one.')
    },
  ],
])
