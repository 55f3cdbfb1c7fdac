import { takePost } from './embeds'
import type { Flow } from './html'
import { isWords, noteLostLinks, oldTextOf, oneLine, textOf } from './plain'
import { readAlsoLines } from './read-also'
import type { Style } from './style'
import { hasClass, rawText, type Child, type Element } from './tree'
import type { Node } from './types'

/** What the pull-quote field holds. */
const LONGEST_PULL_QUOTE = 220

/** A <blockquote>: a quotation with whom it is of, the post of a social network, or a "read also" line set apart. */
export function quoteOf(flow: Flow, element: Element, style: Style): void {
  if (takePost(flow, element)) return
  const isPull = style.pull || hasClass(element, 'wp-block-pullquote') || hasClass(element, 'td_pull_quote')
  const { content, cite } = withoutCite(element.children)
  const { job } = flow
  const nodes = readAlsoLines(job, flow.nodes(content, { ...style, pull: false }))
  const source = cite === null ? [] : flow.nodes(cite.children, { ...style, mode: 'line' })
  const parts = groups(nodes, (node) => isWords(job, node))
  const last = parts.findLastIndex(({ words }) => words)
  parts.forEach(({ nodes: part, words }, i) => {
    if (!words) return flow.addAll(part)
    noteLostLinks(job, part, 'A quotation')
    flow.add(quote(flow, textOf(part), i === last ? source : [], isPull))
  })
  if (last === -1) flow.addAll(source)
}

function quote(flow: Flow, text: string, source: Node[], isPull: boolean): Node {
  const { job } = flow
  noteLostLinks(job, source, 'A quotation')
  const whole = oneLine(textOf(source))
  const attribution = whole.replace(/^(?:[-–—―~]+ ?)+/, '')
  const type = isPull && text.length <= LONGEST_PULL_QUOTE ? 'pullQuote' : 'quote'
  return job.block(type, { text, ...(attribution === '' ? {} : { attribution }) }, attribution === whole ? undefined : `${text}\n${oldTextOf(job, source)}`)
}

/** A <cite> at the end says whom the words are of, also in a paragraph, footer or line of its own. */
function withoutCite(children: readonly Child[]): { content: Child[]; cite: Element | null } {
  const place = children.findLastIndex((child) => (child.kind === 'text' ? child.text.trim() !== '' : child.name !== 'br'))
  const last = children[place]
  const cite = last === undefined || last.kind === 'text' ? null : last.name === 'cite' || isOnlyCite(last) ? last : null
  if (last === undefined || last.kind === 'text' || cite !== null) return { content: cite === null ? [...children] : children.slice(0, place), cite }
  if (last.name !== 'p' && last.name !== 'div') return { content: [...children], cite: null }
  const inner = withoutCite(last.children)
  const isApart = inner.content.findLast((child) => child.kind === 'element' || child.text.trim() !== '')
  return inner.cite === null || isApart?.kind !== 'element' || isApart.name !== 'br' ? { content: [...children], cite: null } : { content: [...children.slice(0, place), { ...last, children: inner.content }], cite: inner.cite }
}

/** A paragraph or footer with a <cite> and at most a dash besides. */
const isOnlyCite = (element: Element): boolean =>
  (element.name === 'p' || element.name === 'footer') &&
  element.children.some((child) => child.kind === 'element' && child.name === 'cite') &&
  /^[\s\-–—―]*$/.test(rawText(element.children.filter((child) => child.kind === 'text' || child.name !== 'cite')))

/** Neighbours of one sort together, in their order. */
function groups(nodes: readonly Node[], isWord: (node: Node) => boolean): { nodes: Node[]; words: boolean }[] {
  const found: { nodes: Node[]; words: boolean }[] = []
  for (const node of nodes) {
    const words = isWord(node)
    const last = found.at(-1)
    if (last?.words === words) last.nodes.push(node)
    else found.push({ nodes: [node], words })
  }
  return found
}
