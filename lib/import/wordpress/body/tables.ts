import { writeTable } from '@/lib/cms/body/table'
import { withCaption } from './captions'
import type { Flow } from './html'
import type { Job } from './job'
import { isWords, noteLostLinks, oneLine, textOf } from './plain'
import type { Style } from './style'
import { firstInside, type Child, type Element } from './tree'
import type { Node } from './types'

/** No table of words is wider than this. */
const WIDEST = 60

interface Cell {
  nodes: Node[]
  columns: number
  rows: number
}

/**
 * A <table>: the table block where it holds words in rows and columns; otherwise, and where it holds another table
 * and is a layout, what stands in it, one thing after another.
 */
export function tableOf(flow: Flow, element: Element, style: Style): void {
  const { job } = flow
  const parts = partsOf(flow, element, style)
  const rows = parts.flatMap(({ row }) => (row === null ? [] : [row]))
  const words = rows.flatMap((row) => row.flatMap(({ nodes }) => nodes))
  const isPlain = firstInside(element, ({ name }) => name === 'table') === null && words.every((node) => isWords(job, node))
  const lines = isPlain ? spread(rows) : []
  if (lines.length < 2 || lines[0]!.length < 2) return flow.addAll(parts.flatMap(({ nodes }) => nodes))
  const table = job.block('table', { cells: writeTable(lines), caption: 'Table' }, lines.flat().join(' '))
  job.untitled.add(table)
  noteLostLinks(job, words, 'A table')
  // Browsers put what stands between the rows before the table.
  flow.addAll(parts.flatMap(({ row, isCaption, nodes }) => (row === null && !isCaption ? nodes : [])))
  flow.addAll(withTopCaption(job, table, parts.flatMap(({ isCaption, nodes }) => (isCaption ? nodes : []))))
}

interface Part {
  row: Cell[] | null
  isCaption: boolean
  nodes: Node[]
}

/** The rows and captions of a table, and what stands between them, in their order. */
function partsOf(flow: Flow, element: Element, style: Style): Part[] {
  const parts: Part[] = []
  let loose: Child[] = []
  const endLoose = () => {
    if (loose.length > 0) parts.push({ row: null, isCaption: false, nodes: flow.nodes(loose, style) })
    loose = []
  }
  for (const child of childrenIn(element)) {
    const name = child.kind === 'element' ? child.name : ''
    if (child.kind === 'text' || (name !== 'tr' && name !== 'caption')) {
      loose.push(child)
      continue
    }
    endLoose()
    const row = name === 'tr' ? cellsOf(flow, child, style) : null
    parts.push({ row, isCaption: row === null, nodes: row?.flatMap(({ nodes }) => nodes) ?? flow.nodes(child.children, { ...style, mode: 'line' }) })
  }
  endLoose()
  return parts
}

/** The caption of a table stands above it, and so do its words. */
function withTopCaption(job: Job, table: Node, captions: Node[]): Node[] {
  const cells = job.counted.get(table)!
  const nodes = withCaption(job, [table], captions)
  if (nodes.length === 1 && captions.length > 0) job.counted.set(table, `${textOf(captions.filter((node) => isWords(job, node)))}\n${cells}`)
  return nodes
}

function* childrenIn(table: Element): Generator<Child> {
  for (const child of table.children) {
    if (child.kind === 'text') {
      if (child.text.trim() !== '') yield child
    } else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') yield* childrenIn(child)
    else if (child.name !== 'colgroup' && child.name !== 'col') yield child
  }
}

function cellsOf(flow: Flow, row: Element, style: Style): Cell[] {
  return row.children.flatMap((child): Cell[] => {
    if (child.kind === 'text' && child.text.trim() === '') return []
    const attributes = child.kind === 'element' ? child.attributes : {}
    const content = child.kind === 'element' && (child.name === 'td' || child.name === 'th') ? child.children : [child]
    return [{ nodes: flow.nodes(content, { ...style, mode: 'item' }), columns: span(attributes.colspan, WIDEST), rows: span(attributes.rowspan, 1000) }]
  })
}

const span = (value: string | undefined, most: number) => Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))

/** Rows of equal length: a merged cell stands once, with empty ones where it reached. Rows without words are left out. */
function spread(rows: readonly Cell[][]): string[][] {
  const covered: number[] = []
  const lines = rows.map((row) => {
    const line: string[] = []
    const skipCovered = () => {
      while ((covered[line.length] ?? 0) > 0) {
        covered[line.length]!--
        line.push('')
      }
    }
    for (const cell of row) {
      skipCovered()
      const from = line.length
      line.push(oneLine(textOf(cell.nodes)))
      for (let i = 1; i < cell.columns && line.length < WIDEST; i++) line.push('')
      if (cell.rows > 1) for (let column = from; column < line.length; column++) covered[column] = cell.rows - 1
    }
    skipCovered()
    return line
  })
  const full = lines.filter((line) => line.some((cell) => cell !== ''))
  const width = full.reduce((widest, line) => Math.max(widest, line.length), 0)
  return width > WIDEST ? [] : full.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')])
}
