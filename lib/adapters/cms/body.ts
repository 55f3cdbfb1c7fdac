import slugify from '@sindresorhus/slugify'
import type { Block, ListBlock, ListItem } from '@/lib/model/block'
import type { Inline } from '@/lib/model/inline'
import { toPlainText } from '@/lib/model/inline'
import { toBlock, type BlockContext } from './body-blocks'

/** A node of Lexical's serialised tree, as far as the body uses it. */
export interface Node {
  type?: string
  text?: string
  format?: number | string
  tag?: string
  listType?: string
  value?: number
  children?: Node[]
  fields?: Record<string, unknown>
}

const MARKS = { bold: 1, italic: 2, strike: 4, code: 16, subscript: 32, superscript: 64 } as const

/**
 * A rich-text value as blocks in reading order. A block that cannot be drawn (its picture or story is gone)
 * is left out; text never is.
 */
export function toBlocks(value: unknown, context: BlockContext): Block[] {
  const root = (value as { root?: Node } | null)?.root
  const ids = new Map<string, number>()
  return (root?.children ?? []).flatMap((node) => toTopLevel(node, context, ids))
}

function toTopLevel(node: Node, context: BlockContext, ids: Map<string, number>): Block[] {
  switch (node.type) {
    case 'paragraph': {
      const content = toInlines(node.children ?? [], context)
      return toPlainText(content).trim() === '' ? [] : [{ type: 'paragraph', content }]
    }
    case 'heading': {
      const text = toPlainText(toInlines(node.children ?? [], context)).trim()
      return text === '' ? [] : [{ type: 'subhead', level: node.tag === 'h3' ? 3 : 2, id: freeId(text, ids), text }]
    }
    case 'quote':
      return [{ type: 'quote', content: toInlines(node.children ?? [], context), attribution: null }]
    case 'list':
      return [toList(node, context)]
    case 'horizontalrule':
      return [{ type: 'divider' }]
    case 'block': {
      const block = toBlock(node.fields ?? {}, context)
      return block === null ? [] : [block]
    }
    default:
      return node.children === undefined ? [] : node.children.flatMap((child) => toTopLevel(child, context, ids))
  }
}

/** The anchor of a subhead, unlike any before it on the page. */
export function freeId(text: string, ids: Map<string, number>): string {
  const base = slugify(text) || 'part'
  const times = (ids.get(base) ?? 0) + 1
  ids.set(base, times)
  return times === 1 ? base : `${base}-${times}`
}

function toList(node: Node, context: BlockContext): ListBlock {
  const items: ListItem[] = []
  for (const item of node.children ?? []) {
    const nested = item.children?.find((child) => child.type === 'list')
    const content = toInlines((item.children ?? []).filter((child) => child.type !== 'list'), context)
    const children = nested ? toList(nested, context) : null
    // Lexical puts a nested list into an entry of its own, after the one it belongs to.
    const last = items.at(-1)
    if (children !== null && content.length === 0 && last !== undefined) last.children = children
    else items.push({ content, children })
  }
  return { type: 'list', ordered: node.listType === 'number', items }
}

/** Runs of text with their marks; links carry the address they lead to today, or none when their target is gone. */
export function toInlines(nodes: readonly Node[], context: BlockContext, href?: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return [withMarks(node, href)]
    if (node.type === 'linebreak') return [{ text: '\n' }]
    if (node.type === 'link' || node.type === 'autolink') return toInlines(node.children ?? [], context, hrefOf(node.fields ?? {}, context))
    return toInlines(node.children ?? [], context, href)
  })
}

function withMarks(node: Node, href: string | undefined): Inline {
  const format = typeof node.format === 'number' ? node.format : 0
  const marks = Object.fromEntries(Object.entries(MARKS).flatMap(([name, bit]) => (format & bit ? [[name, true]] : [])))
  return { text: node.text ?? '', ...marks, ...(href === undefined ? {} : { href }) }
}

const SAFE = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i

function hrefOf(fields: Record<string, unknown>, context: BlockContext): string | undefined {
  if (fields.linkType === 'internal') {
    const doc = fields.doc as { relationTo?: string; value?: unknown } | undefined
    const id = typeof doc?.value === 'object' && doc.value !== null ? (doc.value as { id: unknown }).id : doc?.value
    return context.pathOf(String(doc?.relationTo), Number(id)) ?? undefined
  }
  const url = typeof fields.url === 'string' ? fields.url.trim() : ''
  return SAFE.test(url) ? url : undefined
}
