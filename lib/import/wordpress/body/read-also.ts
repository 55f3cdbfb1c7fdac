import type { Job } from './job'
import { childrenOf, fieldsOf, inlineText, lineBreak, paragraph } from './lexical'
import { joinLines, linesOf } from './lines'
import { oneLine, textOf } from './plain'
import type { Node } from './types'

/** Words that mean "another story of ours" by themselves, and those that do only before a colon or dash. */
const LABEL = /^[\s\p{P}\p{S}]*(?:(?:(?:also|must)[\s-]+(?:read|see|watch)|(?:read|see|watch)[\s-]+(?:also|more|next|this|too)|you (?:may|might) also (?:like|read)|(?:related|recommended|more|further)(?: (?:news|stor(?:y|ies)|articles?|posts?|reading|coverage|links?|topics?))|more on this(?: story)?|don[’']t miss|in case you missed it)\s*(?:[:：|»›>–—-]+\s*|$)|(?:read|see|watch|related|recommended|more)\s*[:：]+\s*|(?:related|recommended)\s*$)/iu

interface Line {
  before: string
  /** The story that its only link leads to. */
  story: number | null
  linked: string
  after: string
  whole: string
}

const storyOf = (node: Node): number | null => {
  const { linkType, doc } = fieldsOf(node) as { linkType?: string; doc?: { relationTo: string; value: number } }
  return linkType === 'internal' && doc?.relationTo === 'stories' ? doc.value : null
}

/** Reads a line whose links, if several, all lead to one story; null for other lines. */
function readLine(nodes: readonly Node[]): Line | null {
  const links = nodes.filter((node) => node.type === 'link')
  const stories = new Set(links.map(storyOf))
  if (links.length === 0 || stories.size !== 1) return null
  const first = nodes.indexOf(links[0]!)
  const last = nodes.lastIndexOf(links.at(-1)!)
  return { before: inlineText(nodes.slice(0, first)), story: [...stories][0]!, linked: inlineText(nodes.slice(first, last + 1)), after: inlineText(nodes.slice(last + 1)), whole: inlineText(nodes) }
}

const isOnlySigns = (text: string) => /^[\s\p{P}\p{S}]*$/u.test(text)
const isLabel = (text: string) => (LABEL.exec(text)?.[0].length ?? -1) === text.length
const isLabelled = (text: string) => {
  const label = LABEL.exec(text)?.[0] ?? ''
  return label !== '' && (label.length === text.length || /[:：|»›>–—-]\s*$/.test(label))
}

/** The story that a line points to with "Read also:" or the like; null for a line that says more. */
function storyOfLine(line: Line | null): number | null {
  if (line === null || line.story === null || !isOnlySigns(line.after)) return null
  return isLabel(line.before.trimEnd()) || isLabel(line.before) || (isOnlySigns(line.before) && isLabelled(line.linked.trim())) ? line.story : null
}

/** The stories of a paragraph or list that holds nothing but links to stories; none for any other. */
function onlyStories(node: Node | undefined): { story: number; words: string }[] {
  const children = node === undefined ? [] : childrenOf(node)
  const lines = node?.type === 'paragraph' ? linesOf(children) : node?.type === 'list' ? children.map(childrenOf) : []
  const found = lines.map(readLine)
  const isAll = found.length > 0 && found.every((line) => line !== null && line.story !== null && isOnlySigns(line.before) && isOnlySigns(line.after))
  return isAll ? found.map((line) => ({ story: line!.story!, words: line!.whole })) : []
}

/**
 * Turns lines like "Read also: …" whose only link goes to a known story into references: they follow its headline
 * and vanish with it. Also a label in a paragraph or subhead of its own, with the links in what follows.
 */
export function readAlsoLines(job: Job, nodes: readonly Node[]): Node[] {
  const made: Node[] = []
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    const following = isLabelNode(node) ? followingStories(nodes, i + 1) : []
    if (following.length > 0) {
      following.flat().forEach(({ story, words }, j) => made.push(job.block('readAlso', { story }, j === 0 ? `${textOf([node])} ${words}` : words)))
      i += following.length
    } else if (node.type === 'paragraph') for (const part of readParagraph(job, node)) made.push(part)
    else made.push(node)
  }
  return made
}

const isLabelNode = (node: Node) => (node.type === 'paragraph' || node.type === 'heading') && isLabel(oneLine(inlineText(childrenOf(node)))) && !childrenOf(node).some(({ type }) => type === 'link')

function followingStories(nodes: readonly Node[], from: number): { story: number; words: string }[][] {
  const found: { story: number; words: string }[][] = []
  for (let i = from; i < nodes.length; i++) {
    const stories = onlyStories(nodes[i])
    if (stories.length === 0) break
    found.push(stories)
  }
  return found
}

/** A label on a line of its own belongs to the line after it. */
function withLabels(lines: readonly Node[][]): Node[][] {
  const joined: Node[][] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const isLinkOfLabel = before !== undefined && readLine(before) === null && isLabel(inlineText(before).trim()) && onlyStories(paragraph(line)).length > 0
    if (isLinkOfLabel) before.push(lineBreak(), ...line)
    else joined.push([...line])
  }
  return joined
}

function readParagraph(job: Job, node: Node): Node[] {
  const children = childrenOf(node)
  if (!children.some(({ type }) => type === 'link')) return [node]
  const lines = withLabels(linesOf(children))
  const stories = lines.map((line) => storyOfLine(readLine(line)))
  if (stories.every((story) => story === null)) return [node]
  const made: Node[] = []
  let waiting: Node[][] = []
  lines.forEach((line, i) => {
    const story = stories[i]
    if (story == null) return void waiting.push(line)
    made.push(...joinLines(waiting), job.block('readAlso', { story }, inlineText(line)))
    waiting = []
  })
  return [...made, ...joinLines(waiting)]
}
