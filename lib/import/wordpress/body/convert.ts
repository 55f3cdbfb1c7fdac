import { findHeadings } from './anchors'
import { takeDateline } from './dateline'
import { footnoteList, hasFootnoteMarks } from './footnotes'
import { Flow } from './html'
import { Job } from './job'
import { paragraph, root, textNode } from './lexical'
import { parseBody } from './markup'
import { countWords } from './parity'
import { oldTextOf } from './plain'
import { readAlsoLines } from './read-also'
import { PLAIN } from './style'
import type { BodyContext, ConvertedBody, Node } from './types'
import { visibleText } from './visible-text'

/**
 * Turns the body of a post (blocks or classic HTML) into the rich text of this newsroom, with a note for whatever
 * could not be kept as it was. The same content gives the same result, to the last id. Never throws.
 */
export function convertBody(content: string, context: BodyContext): ConvertedBody {
  const source = clean(content)
  const before = visibleText(source, context)
  try {
    return convert(source, context, before)
  } catch (cause) {
    return asPlainText(before, cause)
  }
}

function convert(source: string, context: BodyContext, before: string): ConvertedBody {
  const job = new Job(context, source)
  const tree = parseBody(source)
  job.headings = findHeadings(tree, source)
  const flow = new Flow(job, PLAIN)
  flow.inside(tree.children, PLAIN)
  flow.flush()
  if (hasFootnoteMarks(source)) flow.addAll(footnoteList(job, (note) => flow.nodes(note.children, { ...PLAIN, mode: 'item' })))
  let nodes = readAlsoLines(job, flow.out)
  const dated = takeDateline(nodes)
  const words = dated === null || dated.paragraph !== null ? '' : dated.words
  if (dated !== null) nodes = dated.nodes
  if (dated !== null && dated.paragraph !== null) job.counted.set(dated.paragraph, dated.words)
  if (job.layout.size > 0) job.notes.add('changed', 'layout', 'The columns and boxes of a page builder were left out; what stood in them was kept.', [...job.layout].map(([name, count]) => `${name} × ${count}`).join(', '))
  return {
    body: root(nodes.length > 0 ? nodes : [paragraph([])]),
    dateline: dated?.dateline ?? null,
    alts: [...job.alts].map(([media, alt]) => ({ media, alt })),
    notes: job.notes.all,
    parity: countWords(before, `${words}\n\n${oldTextOf(job, nodes)}`),
  }
}

/** What no text may hold is left out: databases refuse it. */
function clean(content: string): string {
  const whole = content.isWellFormed() ? content : content.toWellFormed()
  return whole.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

/** A body that breaks the conversion keeps its words. */
function asPlainText(text: string, cause: unknown): ConvertedBody {
  const nodes: Node[] = text.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [paragraph([textNode(line.trim())])]))
  const message = 'The body could not be read; its words were kept as plain paragraphs.'
  const notes = [{ kind: 'doubtful' as const, code: 'unreadable-body', message, detail: cause instanceof Error ? cause.message : String(cause) }]
  return { body: root(nodes.length > 0 ? nodes : [paragraph([])]), dateline: null, alts: [], notes, parity: countWords(text, text) }
}
