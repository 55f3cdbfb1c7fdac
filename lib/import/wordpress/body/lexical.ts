import type { Node } from './types'

/** How Lexical marks a run of text, as bits of `format`. */
export const MARKS = { bold: 1, italic: 2, strike: 4, code: 16, subscript: 32, superscript: 64 } as const

/** Where a link of the rich text leads. */
export type LinkFields =
  | { linkType: 'internal'; doc: { relationTo: 'stories' | 'pages'; value: number }; newTab: boolean }
  | { linkType: 'custom'; url: string; newTab: boolean }

const element = (type: string, children: Node[], more: Node = {}): Node => ({ type, children, direction: null, format: '', indent: 0, version: 1, ...more })

export const textNode = (text: string, format = 0): Node => ({ type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 })
export const lineBreak = (): Node => ({ type: 'linebreak', version: 1 })
export const rule = (): Node => ({ type: 'horizontalrule', version: 1 })
export const root = (children: Node[]): { root: Node } => ({ root: element('root', children) })
export const heading = (tag: 'h2' | 'h3', children: Node[]): Node => element('heading', children, { tag })
export const link = (id: string, fields: LinkFields, children: Node[]): Node => element('link', children, { version: 3, id, fields })

/** Lexical remembers the marks of a paragraph's first words. */
export function paragraph(children: Node[]): Node {
  const first = children.find((child) => child.type === 'text')
  return element('paragraph', children, { textFormat: first?.format ?? 0, textStyle: '' })
}

/** One entry is a run of inline nodes, or one list that belongs to the entry before it. */
export function list(ordered: boolean, start: number, entries: Node[][]): Node {
  let value = start - 1
  const children = entries.map((content) => {
    const isNested = content.length === 1 && content[0]!.type === 'list'
    if (!isNested || value < start) value++
    return element('listitem', content, { value })
  })
  return element('list', children, { listType: ordered ? 'number' : 'bullet', start, tag: ordered ? 'ol' : 'ul' })
}

/** A block of the body: `fields` are those that lib/cms/body/blocks.ts gives it. */
export const block = (id: string, blockType: string, fields: Node): Node => ({ type: 'block', version: 2, format: '', fields: { id, blockName: '', blockType, ...fields } })

const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? (node.children as Node[]) : [])
const fieldsOf = (node: Node): Node => (node.fields ?? {}) as Node

/** The nodes of a list, paragraph or link, none for others. */
export { childrenOf, fieldsOf }

/** True for a block of one of these types. */
export const isBlock = (node: Node, ...types: string[]): boolean => node.type === 'block' && types.includes(String(fieldsOf(node).blockType))

/** The words of inline nodes as they stand, line breaks as such. */
export function inlineText(nodes: readonly Node[]): string {
  return nodes.map((node) => (node.type === 'text' ? String(node.text) : node.type === 'linebreak' ? '\n' : inlineText(childrenOf(node)))).join('')
}
