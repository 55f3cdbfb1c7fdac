import { readFileSync } from 'node:fs'

export type Row = Record<string, string>

/** The tables of a contract by the heading they stand under; a dash is an empty cell, backquotes are left out. */
export function readContract(file: string): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {}
  let heading = ''
  let columns: string[] | null = null
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    if (!line.startsWith('|')) columns = null
    else if (columns === null) columns = cells(line)
    else if (!line.startsWith('| ---')) (tables[heading] ??= []).push(Object.fromEntries(cells(line).map((cell, i) => [columns![i]!, cell])))
  }
  return tables
}

const cells = (line: string) =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|').replace(/^`(.*)`$/, '$1').replace(/^–$/, ''))

/** What stands before `</head>`, as a crawler that runs no script reads it. */
export interface Head {
  title: string[]
  lang: string | null
  canonical: string[]
  /** By name or property; repeated ones in order. */
  meta: Record<string, string[]>
  feeds: { type: string; href: string }[]
  languages: Record<string, string>
  graphs: { '@context': string; '@graph': Node[] }[]
}

export interface Node {
  '@type': string | string[]
  '@id'?: string
  [property: string]: unknown
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string) =>
  text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))) : (ENTITIES[name] ?? whole),
  )

const attributes = (tag: string): Record<string, string> => Object.fromEntries([...tag.matchAll(/\s([a-z:-]+)="([^"]*)"/gi)].map(([, name, value]) => [name!.toLowerCase(), decode(value!)]))

/** Reads the head of a page's raw HTML. */
export function readHead(html: string): Head {
  const end = html.indexOf('</head>')
  const head = html.slice(0, end === -1 ? 0 : end)
  const links = [...head.matchAll(/<link\b[^>]*>/g)].map(([tag]) => attributes(tag))
  const meta: Head['meta'] = {}
  for (const [tag] of head.matchAll(/<meta\b[^>]*>/g)) {
    const { name, property, content } = attributes(tag)
    const key = name ?? property
    if (key !== undefined) (meta[key] ??= []).push(content ?? '')
  }
  return {
    title: [...head.matchAll(/<title[^>]*>([^<]*)<\/title>/g)].map(([, text]) => decode(text!)),
    lang: /<html[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? null,
    canonical: links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href!),
    meta,
    feeds: links.filter(({ rel, type }) => rel === 'alternate' && type !== undefined && /rss|atom|feed/.test(type)).map(({ type, href }) => ({ type: type!, href: href! })),
    languages: Object.fromEntries(links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang !== undefined).map(({ hreflang, href }) => [hreflang!, href!])),
    graphs: [...head.matchAll(/<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => JSON.parse(text!) as Head['graphs'][number]),
  }
}
