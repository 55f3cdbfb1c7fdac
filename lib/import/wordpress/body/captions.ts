import type { Job } from './job'
import { fieldsOf, isBlock } from './lexical'
import { isWords, noteLostLinks, oneLine, textOf } from './plain'
import type { Node } from './types'

/** What the caption field of a picture holds. */
const LONGEST_CAPTION = 400
const WITH_CAPTION = ['image', 'gallery', 'embed', 'audio', 'video', 'table']

/**
 * Puts a caption with what it is about: the last of the blocks that can have one. Where none can, or it is too
 * long, it follows as a paragraph.
 */
export function withCaption(job: Job, shown: Node[], caption: Node[]): Node[] {
  const words = caption.filter((node) => isWords(job, node))
  const others = caption.filter((node) => !isWords(job, node))
  const text = oneLine(textOf(words))
  const block = shown.findLast((node) => isBlock(node, ...WITH_CAPTION))
  if (text === '') return [...shown, ...others]
  if (block === undefined || !put(job, block, text)) return [...shown, ...words, ...others]
  noteLostLinks(job, words, 'A caption')
  return [...shown, ...others]
}

function put(job: Job, block: Node, text: string): boolean {
  const { blockType, caption, title } = fieldsOf(block)
  switch (blockType) {
    case 'image':
      if (caption !== undefined || text.length > LONGEST_CAPTION) return false
      job.refill(block, { caption: text }, text)
      return true
    case 'gallery':
      if (title !== undefined) return false
      job.refill(block, { title: text }, text)
      return true
    default:
      if (!job.untitled.delete(block)) return false
      job.refill(block, blockType === 'table' ? { caption: text } : { title: text }, text)
      return true
  }
}
