import { parse } from 'csv-parse/sync'
import type { Rule } from './rule'

/** The names that columns have with the plugins that write such files; the first that is there is taken. */
const COLUMNS = {
  from: ['source', 'origin', 'from', 'source url', 'source_url', 'from_url', 'redirect from', 'redirect_from', 'old url', 'old_url', 'old'],
  to: ['target', 'destination', 'to', 'target url', 'target_url', 'to_url', 'redirect to', 'redirect_to', 'new url', 'new_url', 'new'],
  code: ['code', 'status code', 'status_code', 'http code', 'http_code', 'redirect_type', 'type'],
  pattern: ['regex', 'format', 'matching', 'enable_regex'],
  state: ['status', 'state'],
} as const

type Column = keyof typeof COLUMNS
type Columns = Record<Column, number | null>

const NO_HEADER: Columns = { from: 0, to: 1, code: 2, pattern: null, state: null }
const IS_PATTERN = /^(?:1|true|yes|regex)$/i
/** Rank Math's ways of matching a part of an address. */
const PARTS: Record<string, (part: string) => string> = { start: (part) => `${part}*`, end: (part) => `*${part}`, contains: (part) => `*${part}*` }
const IS_OFF = /^(?:disabled|inactive|0|false)$/i
const ADDRESS = /^(?:\/|https?:\/\/|\^)/i

/**
 * Redirects of a table: the Redirection plugin (source,target,regex,code,type,…), Yoast SEO Premium
 * (Origin,Target,Type,Format), Rank Math (source,matching,destination,type,…) or two bare columns.
 * @throws when it is no such table, or is broken, with the line.
 */
export function readCsv(text: string, fileName: string): Rule[] {
  const rows = readRows(text, fileName)
  const [first] = rows
  if (first === undefined) return []
  const named = columnsOf(first)
  if (named === null && !ADDRESS.test(first[0] ?? '')) {
    throw new Error(`${fileName} is not a list of redirects that can be read: its first line is “${first.join(',').slice(0, 80)}”. Known are the CSV and JSON of the Redirection plugin, the CSV of Yoast SEO Premium and Rank Math, two columns of old and new address, and .htaccess.`)
  }
  return (named === null ? rows : rows.slice(1)).map((row) => toRule(row, named ?? NO_HEADER)).filter((rule) => rule.from !== '')
}

function readRows(text: string, fileName: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relaxColumnCount: true, skipEmptyLines: true, trim: true })
  } catch (error) {
    throw new Error(`${fileName} is broken: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** What stands between the columns: of the usual four the one that the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/\r?\n|$/))
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.sort((a, b) => b.count - a.count)[0]!.mark
}

/** Which column is which, by the header; null when the first line is none. */
function columnsOf(header: readonly string[]): Columns | null {
  const names = header.map((name) => name.toLowerCase())
  const at = (column: Column) => {
    const found = COLUMNS[column].map((name) => names.indexOf(name)).find((position) => position >= 0)
    return found ?? null
  }
  const columns: Columns = { from: at('from'), to: at('to'), code: at('code'), pattern: at('pattern'), state: at('state') }
  return columns.from === null || columns.to === null ? null : columns
}

function toRule(row: readonly string[], columns: Columns): Rule {
  const cell = (column: Column) => (columns[column] === null ? '' : (row[columns[column]!] ?? ''))
  const code = /^\d{3}$/.test(cell('code')) ? Number(cell('code')) : null
  const part = PARTS[cell('pattern').toLowerCase()]
  return { from: part === undefined ? cell('from') : part(cell('from')), to: cell('to'), code, isPattern: IS_PATTERN.test(cell('pattern')), isOff: IS_OFF.test(cell('state')), condition: null, shown: row.join(',') }
}
