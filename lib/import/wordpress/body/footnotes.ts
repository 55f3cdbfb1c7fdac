import type { Flow } from './html'
import type { Job } from './job'
import { childrenOf, list } from './lexical'
import { parseHtml } from './markup'
import { isWords } from './plain'
import type { Style } from './style'
import type { Element } from './tree'
import type { Node } from './types'

export interface Footnote {
  id: string
  content: string
}

/** The footnotes of a post as WordPress keeps them; none when they cannot be read. */
export function readFootnotes(kept: string | null): Footnote[] {
  if (kept === null || kept.trim() === '') return []
  try {
    const rows: unknown = JSON.parse(kept)
    return Array.isArray(rows) ? rows.filter((row): row is Footnote => typeof row?.id === 'string' && typeof row?.content === 'string') : []
  } catch {
    return []
  }
}

/** True for a text that refers to footnotes, whether or not it has the block that lists them. */
export const hasFootnoteMarks = (content: string): boolean => content.includes('data-fn=')

/** A <sup data-fn="…"> gives the number of its footnote. */
export function footnoteMark(flow: Flow, element: Element, style: Style): boolean {
  const id = element.attributes['data-fn']
  if (id === undefined) return false
  const place = flow.job.footnotes.findIndex((note) => note.id === id)
  if (place === -1) return false
  flow.words(String(place + 1), { ...style, link: null })
  return true
}

/** The footnotes as a numbered list: where their block stands, or at the end. */
export function footnoteList(job: Job, nodesOf: (element: Element) => Node[]): Node[] {
  if (job.footnotesShown) return []
  job.footnotesShown = true
  const others: Node[] = []
  const entries = job.footnotes.map(({ content }) => {
    const nodes = nodesOf(parseHtml(content))
    others.push(...nodes.filter((node) => !isWords(job, node)))
    return nodes.filter((node) => isWords(job, node)).flatMap(childrenOf)
  })
  return entries.length === 0 ? [] : [list(true, 1, entries), ...others]
}
