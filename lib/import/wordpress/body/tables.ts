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

/** A <table>: the table block where it holds words in rows and columns, or what its cells hold, one after another (a table within a table is a layout). */
export function tableOf(flow: Flow, element: Element, style: Style): void {
  const { job } = flow
  const rows: Cell[][] = []
  let captions: Node[] = []
  let loose: Node[] = []
  for (const child of partsOf(element)) {
    if (child.kind === 'element' && child.name === 'tr') rows.push(cellsOf(flow, child, style))
    else if (child.kind === 'element' && child.name === 'caption') captions = captions.concat(flow.nodes(child.children, { ...style, mode: 'line' }))
    else loose = loose.concat(flow.nodes([child], style))
  }
  const cells = rows.flat()
  const isPlain = firstInside(element, ({ name }) => name === 'table') === null && cells.every((cell) => cell.nodes.every((node) => isWords(job, node)))
  const lines = isPlain ? spread(rows) : []
  const nodes = cells.flatMap((cell) => cell.nodes)
  flow.addAll(loose)
  if (lines.length < 2 || lines[0]!.length < 2) return flow.addAll([...captions, ...nodes])
  const table = job.block('table', { cells: writeTable(lines), caption: 'Table' }, lines.flat().join(' '))
  job.untitled.add(table)
  noteLostLinks(job, nodes, 'A table')
  flow.addAll(withTopCaption(job, table, captions))
}

/** The caption of a table stands above it, and so do its words. */
function withTopCaption(job: Job, table: Node, captions: Node[]): Node[] {
  const cells = job.counted.get(table)!
  const nodes = withCaption(job, [table], captions)
  if (nodes.length === 1 && captions.length > 0) job.counted.set(table, `${textOf(captions.filter((node) => isWords(job, node)))}\n${cells}`)
  return nodes
}

function* partsOf(table: Element): Generator<Child> {
  for (const child of table.children) {
    if (child.kind === 'text') {
      if (child.text.trim() !== '') yield child
    } else if (child.name === 'thead' || child.name === 'tbody' || child.name === 'tfoot') yield* partsOf(child)
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
