/**
 * How the `table` block keeps its cells: a row a line, with | or a tab between the cells and, if one likes, a | at
 * both ends. `\|` is the sign itself and `\\` a backslash.
 */
const PARTS = /\\([\\|])|[|\t]|[^\\|\t]+|\\/g

/** The rows of a table block's text, blank lines left out. */
export function readTable(text: string): string[][] {
  return text.split('\n').filter((line) => line.trim() !== '').map(readRow)
}

function readRow(line: string): string[] {
  const cells = ['']
  let endsOpen = false
  for (const [part, escaped] of line.replace(/^ *\|/, '').matchAll(PARTS)) {
    if (part === '|' || part === '\t') cells.push('')
    else cells[cells.length - 1] += escaped ?? part
    if (part.trim() !== '' || part === '\t') endsOpen = part === '|'
  }
  if (endsOpen && cells.length > 1) cells.pop()
  return cells.map((cell) => cell.trim())
}

/** Rows as the text of a table block; `readTable` gives them back, white space within cells single. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map(writeRow).join('\n')
}

function writeRow(cells: readonly string[]): string {
  const written = cells.map((cell) => cell.replace(/[ \t\r\n]+/g, ' ').trim().replace(/[\\|]/g, '\\$&'))
  const row = written.join(' | ')
  // Without the outer signs an empty cell at either end would not be seen.
  return written[0] === '' || written.at(-1) === '' ? `| ${row} |` : row
}
