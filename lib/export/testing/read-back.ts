import { createReadStream } from 'node:fs'
import type { WxrAuthor, WxrChannel, WxrItem, WxrProblem, WxrTerm } from '@/lib/import/wordpress/types'
import { readWxr } from '@/lib/import/wordpress/wxr/read'

/** Files for WordPress as our own way in reads them, all together. */
export interface ReadBack {
  channels: WxrChannel[]
  authors: WxrAuthor[]
  terms: WxrTerm[]
  items: WxrItem[]
  problems: WxrProblem[]
}

export async function readBack(files: readonly string[]): Promise<ReadBack> {
  const found: ReadBack = { channels: [], authors: [], terms: [], items: [], problems: [] }
  for (const file of files) {
    for await (const event of readWxr(createReadStream(file))) {
      if (event.kind === 'channel') found.channels.push(event.channel)
      else if (event.kind === 'author') found.authors.push(event.author)
      else if (event.kind === 'term') found.terms.push(event.term)
      else if (event.kind === 'item') found.items.push(event.item)
      else found.problems.push(event.problem)
    }
  }
  return found
}
