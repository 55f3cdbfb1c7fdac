import type { Block, ListBlock } from '@/lib/model/block'
import { toPlainText } from '@/lib/model/inline'

const listText = ({ items }: ListBlock): string => items.map((item) => `${toPlainText(item.content)} ${item.children ? listText(item.children) : ''}`).join(' ')

/** The words of the blocks that carry text, without any marks. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph' || block.type === 'quote') return toPlainText(block.content)
      if (block.type === 'subhead' || block.type === 'pull-quote') return block.text
      if (block.type === 'list') return listText(block)
      return block.type === 'fact-box' ? plainText(block.body) : ''
    })
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
