/** What stands between two lines of classic text. */
export type Gap = 'line' | 'paragraph'

/**
 * Text of the classic editor as WordPress shows it: a blank line begins a paragraph, the end of a line is a line
 * break. Lines and the gaps between them, in their order; lines may be empty at either end.
 */
export function* classicLines(text: string): Generator<{ line: string; gap: Gap | null }> {
  if (!text.includes('\n')) return yield { line: text, gap: null }
  const lines = text.split('\n')
  let line = lines[0]!
  for (let i = 1; i < lines.length; i++) {
    let gap: Gap = 'line'
    while (i < lines.length - 1 && isBlank(lines[i]!)) {
      gap = 'paragraph'
      i++
    }
    yield { line, gap }
    line = lines[i]!
  }
  yield { line, gap: null }
}

const isBlank = (line: string) => /^[ \t\r\f]*$/.test(line)
