import { loneAddress } from './embeds'
import type { Job } from './job'
import { link, paragraph, textNode } from './lexical'
import { mediaAt, playerBlock } from './media'
import { FILE, readLink } from './links'
import type { Node } from './types'

const LONE = /^https?:\/\/[^\s<>"]+$/i

/** The lines of a paragraph: what stands between its line breaks. */
export function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'linebreak') lines.push([])
    else lines.at(-1)!.push(node)
  }
  return lines
}

/** Lines as one paragraph, or none where there are no lines. */
export function joinLines(lines: readonly Node[][]): Node[] {
  const full = lines.filter((line) => line.length > 0)
  return full.length === 0 ? [] : [paragraph(full.flatMap((line, i) => (i === 0 ? line : [{ type: 'linebreak', version: 1 }, ...line])))]
}

/** A paragraph, or what WordPress shows in its place: an address on a line of its own becomes what it leads to. */
export function splitLines(job: Job, nodes: Node[]): Node[] {
  if (!nodes.some(isLone)) return [paragraph(nodes)]
  const made: Node[] = []
  let waiting: Node[][] = []
  for (const line of linesOf(nodes)) {
    const shown = line.length === 1 && isLone(line[0]!) ? showAddress(job, String(line[0]!.text).trim()) : null
    if (shown === null || shown.type === 'link') waiting.push(shown === null ? line : [shown])
    else {
      made.push(...joinLines(waiting), shown)
      waiting = []
    }
  }
  return [...made, ...joinLines(waiting)]
}

const isLone = (node: Node): boolean => node.type === 'text' && Number(node.format) < 16 && LONE.test(String(node.text).trim())

function showAddress(job: Job, url: string): Node | null {
  const media = FILE.test(url) ? mediaAt(job, url) : null
  if (media?.kind === 'audio' || media?.kind === 'video') {
    const player = playerBlock(job, media)
    job.counted.set(player, url)
    return player
  }
  const shown = loneAddress(job, url)
  if (shown !== null) return shown
  const leads = readLink(job, url, false)
  return leads === null ? null : link(job.nextId(), leads.fields, [textNode(url)])
}
