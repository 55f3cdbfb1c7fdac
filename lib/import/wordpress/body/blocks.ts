/** What a block's comment says besides its name. */
export type BlockAttributes = Record<string, unknown>

/** A comment that opens, closes or is a block. `start` and `end` are places in the content. */
export interface BlockComment {
  kind: 'open' | 'void' | 'close'
  /** With its namespace: "core/paragraph". */
  name: string
  attributes: BlockAttributes
  /** Its settings could not be read, or the comment that should close it is missing. */
  broken: boolean
  start: number
  end: number
  raw: string
}

const HEAD = /\s*(\/?)wp:([a-z](?:[a-z0-9_]|-(?!->))*(?:\/[a-z](?:[a-z0-9_]|-(?!->))*)?)(?=[\s{/-])/iy

/**
 * The comments of WordPress's block editor in a text, in their order; none for a classic one. An opening one that
 * is never closed comes as "void" and broken: what follows it stands by itself.
 */
export function readBlocks(content: string): BlockComment[] {
  const found: BlockComment[] = []
  let start = content.indexOf('<!--')
  while (start !== -1) {
    HEAD.lastIndex = start + 4
    const head = HEAD.exec(content)
    const close = head === null ? -1 : content.indexOf('-->', HEAD.lastIndex)
    if (head !== null && close === -1) break
    if (head !== null) found.push(toComment(content, start, close + 3, head[1] === '/', head[2]!.toLowerCase(), HEAD.lastIndex))
    start = content.indexOf('<!--', head === null ? start + 4 : close + 3)
  }
  return withoutUnclosed(found)
}

function withoutUnclosed(comments: BlockComment[]): BlockComment[] {
  const closing = new Map<string, number>()
  for (let i = comments.length - 1; i >= 0; i--) {
    const { kind, name } = comments[i]!
    const count = closing.get(name) ?? 0
    if (kind === 'close') closing.set(name, count + 1)
    if (kind !== 'open') continue
    if (count > 0) closing.set(name, count - 1)
    else comments[i] = { ...comments[i]!, kind: 'void', broken: true }
  }
  return comments
}

function toComment(content: string, start: number, end: number, closes: boolean, name: string, after: number): BlockComment {
  const rest = content.slice(after, end - 3).trim()
  const kind = closes ? 'close' : rest.endsWith('/') ? 'void' : 'open'
  const { attributes, broken } = closes ? { attributes: {}, broken: false } : readAttributes(rest)
  return { kind, name: name.includes('/') ? name : `core/${name}`, attributes, broken, start, end, raw: content.slice(start, end) }
}

function readAttributes(rest: string): { attributes: BlockAttributes; broken: boolean } {
  if (!rest.startsWith('{')) return { attributes: {}, broken: false }
  try {
    return { attributes: JSON.parse(rest.slice(0, rest.lastIndexOf('}') + 1)) as BlockAttributes, broken: false }
  } catch {
    return { attributes: {}, broken: true }
  }
}
