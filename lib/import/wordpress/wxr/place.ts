/** A place in the file, counted from 1 as editors of text do. */
export interface Place {
  line: number
  column: number
}

/** The place after `text[from..to]` has been passed. */
export function placeAfter({ line, column }: Place, text: string, from = 0, to = text.length): Place {
  let start = -1
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    line++
    start = at
  }
  return { line, column: start === -1 ? column + to - from : to - start }
}
