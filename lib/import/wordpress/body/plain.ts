import { textOfBody } from '@/lib/cms/body/words'
import type { Job } from './job'
import { childrenOf, fieldsOf } from './lexical'
import type { Node } from './types'

/** Text on one line, white space single; spaces that do not break stay as they are. */
export const oneLine = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '')

/** The words of nodes as the program sees them. */
export const textOf = (nodes: readonly Node[]): string => textOfBody({ root: { children: nodes } })

/** The words of nodes that came of the old body: those that were made here are not counted. */
export function oldTextOf(job: Job, nodes: readonly Node[]): string {
  const parts: string[] = []
  let from = 0
  nodes.forEach((node, i) => {
    const counted = job.counted.get(node)
    if (counted === undefined) return
    parts.push(textOf(nodes.slice(from, i)), counted)
    from = i + 1
  })
  return [...parts, textOf(nodes.slice(from))].join('\n\n')
}

/** Text of paragraphs, headings and lists, as opposed to blocks and to what stands in for something else. */
export const isWords = (job: Job, node: Node): boolean => (node.type === 'paragraph' || node.type === 'heading' || node.type === 'list') && !job.counted.has(node)

/** The addresses and documents that words lead to, as one can name them. */
export function targetsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const { url, doc } = fieldsOf(node) as { url?: string; doc?: { relationTo: string; value: number } }
    const own = node.type !== 'link' ? [] : [url ?? `${doc?.relationTo} ${doc?.value}`]
    return [...own, ...targetsIn(childrenOf(node))]
  })
}

/** Says which links are lost where words are kept without them. */
export function noteLostLinks(job: Job, nodes: readonly Node[], where: string): void {
  for (const target of targetsIn(nodes)) job.notes.add('changed', 'link-in-plain-text', `${where} cannot hold links; the words of one were kept without its address.`, target)
}

