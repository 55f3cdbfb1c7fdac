/** A place in the file, counted from 1 as editors of text do. */
export interface Place {
  line: number
  column: number
}

/** The place after `text` has been passed. */
export function placeAfter({ line, column }: Place, text: string): Place {
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    line++
    column = 1
    start = end + 1
  }
  return { line, column: column + text.length - start }
}
