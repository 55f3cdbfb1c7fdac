import { isFollowable } from '@/lib/cms/body/address'
import { bodyBlocks } from '@/lib/cms/body/blocks'
import { childrenOf, fieldsOf } from '../lexical'
import type { Node } from '../types'

const INLINE = new Set(['text', 'linebreak', 'link'])
const TOP = new Set(['paragraph', 'heading', 'list', 'block', 'horizontalrule'])
const SAFE = /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i

/** What is wrong with a body as the editor keeps it; nothing when it is as it should be. */
export function faultsIn(body: { root: Node }): string[] {
  const ids = new Set<string>()
  const faults: string[] = []
  const say = (fault: string, node: Node): void => void faults.push(`${fault}: ${JSON.stringify(node).slice(0, 200)}`)

  function id(value: unknown, node: Node): void {
    if (typeof value !== 'string' || !/^[0-9a-f]{24}$/.test(value)) say('an id that is none', node)
    else if (ids.has(value)) say('an id twice', node)
    else ids.add(value)
  }

  function inline(node: Node): void {
    if (!INLINE.has(String(node.type))) return say('not inline', node)
    if (node.type === 'text' && (typeof node.text !== 'string' || node.text === '' || typeof node.format !== 'number')) say('text that is none', node)
    if (node.type !== 'link') return
    const { linkType, url, doc } = fieldsOf(node) as { linkType: string; url?: string; doc?: { relationTo: string; value: unknown } }
    id(node.id, node)
    if (linkType === 'internal' ? !['stories', 'pages'].includes(String(doc?.relationTo)) || typeof doc?.value !== 'number' : !SAFE.test(url ?? '') || /\s/.test(url ?? '')) say('a link that leads nowhere', node)
    if (childrenOf(node).length === 0) say('an empty link', node)
    childrenOf(node).forEach((child) => (child.type === 'link' ? say('a link in a link', child) : inline(child)))
  }

  function list(node: Node): void {
    if (childrenOf(node).length === 0) say('an empty list', node)
    for (const item of childrenOf(node)) {
      if (item.type !== 'listitem' || typeof item.value !== 'number') say('not an entry', item)
      for (const child of childrenOf(item)) if (child.type === 'list') list(child)
      else inline(child)
    }
  }

  function block(node: Node): void {
    const fields = fieldsOf(node)
    id(fields.id, node)
    const known = bodyBlocks.find(({ slug }) => slug === fields.blockType)
    if (known === undefined) return say('an unknown block', node)
    const names = known.fields.flatMap((field) => ('name' in field ? [field.name] : []))
    for (const name of Object.keys(fields)) if (!['id', 'blockName', 'blockType', ...names].includes(name)) say(`an unknown field “${name}”`, node)
    for (const field of known.fields) {
      if (!('name' in field)) continue
      const value = fields[field.name]
      if ('required' in field && field.required && (value === undefined || value === '' || value === null)) say(`“${field.name}” is missing`, node)
      if ('maxLength' in field && typeof value === 'string' && value.length > (field.maxLength ?? Infinity)) say(`“${field.name}” is too long`, node)
      if ('minRows' in field && (!Array.isArray(value) || value.length < (field.minRows ?? 0))) say(`“${field.name}” has too few rows`, node)
      if (Array.isArray(value)) value.forEach((row: Node) => id(row.id, row))
    }
    if (fields.blockType === 'embed' && !isFollowable(fields.url)) say('an address that is none', node)
    if (fields.blockType === 'table' && String(fields.cells).trim().split('\n').length < 2) say('a table of one row', node)
  }

  for (const node of childrenOf(body.root)) {
    if (!TOP.has(String(node.type))) say('not a block', node)
    else if (node.type === 'block') block(node)
    else if (node.type === 'list') list(node)
    else childrenOf(node).forEach(inline)
  }
  if (childrenOf(body.root).length === 0) faults.push('an empty root')
  return faults
}
