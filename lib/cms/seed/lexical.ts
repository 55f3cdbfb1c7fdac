import type { DemoBlock, DemoPicture } from '@/demo/types'

/** Ids of what demonstration bodies point at. */
export interface BodyReferences {
  storyId: (slug: string) => number
  mediaId: (picture: DemoPicture) => number
  soundId: number
  videoId: number | null
  /** The moment of seeding less some hours, as ISO 8601. */
  hoursAgo: (hours: number) => string
}

type Node = Record<string, unknown>

const element = (type: string, children: Node[], extra: Node = {}): Node => ({ type, children, direction: 'ltr', format: '', indent: 0, version: 1, ...extra })
const textNode = (text: string, format = 0): Node => ({ type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 })
const root = (children: Node[]): Node => ({ root: element('root', children) })

let count = 0
const nextId = () => `demo${(++count).toString(36).padStart(20, '0')}`

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)\s]+)\)/g

/** Text nodes of a string with the demonstration's inline marks. */
export function inlineNodes(text: string): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) nodes.push(textNode(text.slice(at, match.index)))
    if (match[1] !== undefined) nodes.push(textNode(match[1], 1))
    else if (match[2] !== undefined) nodes.push(textNode(match[2], 2))
    else nodes.push(element('link', [textNode(match[3]!)], { id: nextId(), version: 3, fields: { linkType: 'custom', url: match[4], newTab: false } }))
    at = match.index + match[0].length
  }
  if (at < text.length) nodes.push(textNode(text.slice(at)))
  return nodes
}

const paragraph = (text: string) => element('paragraph', inlineNodes(text), { textFormat: 0, textStyle: '' })
const block = (blockType: string, fields: Node) => ({ type: 'block', version: 2, format: '', fields: { id: nextId(), blockName: '', blockType, ...fields } })

function list(items: string[], ordered: boolean): Node {
  const entries = items.map((item, i) => element('listitem', inlineNodes(item), { value: i + 1 }))
  return element('list', entries, { listType: ordered ? 'number' : 'bullet', start: 1, tag: ordered ? 'ol' : 'ul' })
}

/** A demonstration body as the back office keeps it. */
export function toLexical(body: readonly DemoBlock[], references: BodyReferences): Node {
  return root(body.map((item) => toNode(item, references)))
}

function toNode(item: DemoBlock, { storyId, mediaId, soundId, videoId, hoursAgo }: BodyReferences): Node {
  if (typeof item === 'string') return paragraph(item)
  if ('subhead' in item) return element('heading', [textNode(item.subhead)], { tag: item.level === 3 ? 'h3' : 'h2' })
  if ('quote' in item) return block('quote', { text: item.quote, attribution: item.by })
  if ('pullQuote' in item) return block('pullQuote', { text: item.pullQuote, attribution: item.by })
  if ('list' in item) return list(item.list, item.ordered === true)
  if ('picture' in item) return block('image', { media: mediaId(item.picture), caption: item.picture.caption, width: item.wide ? 'wide' : 'column' })
  if ('gallery' in item) return block('gallery', { title: item.title, pictures: item.gallery.map((picture) => ({ id: nextId(), media: mediaId(picture), caption: picture.caption })) })
  if ('readAlso' in item) return block('readAlso', { story: storyId(item.readAlso) })
  if ('factBox' in item) return block('factBox', { title: item.factBox, body: root(item.body.map((part) => (typeof part === 'string' ? paragraph(part) : list(part.list, false)))) })
  if ('timeline' in item) return block('timeline', { title: item.title, entries: item.timeline.map((entry) => ({ id: nextId(), ...entry })) })
  if ('table' in item) return block('table', { caption: item.caption ?? 'Figures', cells: item.table.map((row) => row.join(' | ')).join('\n'), source: item.source })
  if ('embed' in item) return block('embed', { url: item.embed, title: item.title })
  if ('audio' in item) return block('audio', { media: soundId, title: item.title, transcript: item.transcript })
  if ('video' in item) return videoId === null ? paragraph(item.title) : block('video', { media: videoId, title: item.title })
  return block('correctionNote', { kind: item.kind, at: hoursAgo(item.hoursAgo), text: item.correction })
}
