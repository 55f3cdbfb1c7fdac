import { readTable } from './table'

interface Node {
  text?: unknown
  type?: unknown
  children?: unknown
  root?: unknown
  fields?: unknown
}

/** The plain text of a rich-text value, paragraphs apart by a blank line; blocks give the words readers see in them. */
export function textOfBody(value: unknown): string {
  const parts: string[] = []
  walk(value, parts)
  return parts.join('').replace(/[ \t]+/g, ' ').replace(/\n{2,}/g, '\n\n').trim()
}

/** The plain text of a story: its body, then its live posts in their order. */
export function textOfStory(story: { body?: unknown; livePosts?: unknown }): string {
  const posts = Array.isArray(story.livePosts) ? (story.livePosts as { headline?: unknown; body?: unknown }[]) : []
  const texts = [textOfBody(story.body), ...posts.flatMap((post) => [typeof post.headline === 'string' ? post.headline : '', textOfBody(post.body)])]
  return texts.filter((text) => text !== '').join('\n\n')
}

/** How many words a story holds, its headline and standfirst left out. */
export function wordsOfStory(story: { body?: unknown; livePosts?: unknown }): number {
  const text = textOfStory(story)
  return text === '' ? 0 : text.split(/\s+/).length
}

/** Fields of blocks whose words are the story's own; addresses, ids and settings are not. */
const WORD_FIELDS = new Set(['text', 'attribution', 'title', 'caption', 'when', 'cells', 'source', 'transcript'])

function walk(value: unknown, parts: string[]): void {
  if (typeof value !== 'object' || value === null) return
  const node = value as Node
  if (node.root !== undefined) return walk(node.root, parts)
  if (typeof node.text === 'string' && node.type === 'text') {
    parts.push(node.text)
    return
  }
  if (node.type === 'linebreak') parts.push('\n')
  if (node.type === 'block') walkFields(node.fields, parts)
  if (Array.isArray(node.children)) for (const child of node.children) walk(child, parts)
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'listitem' || node.type === 'quote') parts.push('\n\n')
}

function walkFields(fields: unknown, parts: string[]): void {
  if (typeof fields !== 'object' || fields === null) return
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' && WORD_FIELDS.has(name)) parts.push(name === 'cells' ? textOfCells(value) : value, '\n\n')
    else if (Array.isArray(value)) for (const item of value) walkFields(item, parts)
    else if (typeof value === 'object' && value !== null && 'root' in value) walk(value, parts)
  }
}

const textOfCells = (cells: string) => readTable(cells).map((row) => row.join(' ')).join('\n')
