import { Parser } from 'htmlparser2'

/** The words of a piece of HTML on one line: tags gone, entities read, white space single. */
export function plainOf(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim()
  let text = ''
  let silent = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'script' || name === 'style') silent++
      if (/^(p|div|br|li|h[1-6]|tr|td|blockquote)$/.test(name)) text += ' '
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') silent--
    },
    ontext: (part) => {
      if (silent === 0) text += part
    },
  })
  parser.end(html)
  return text.replace(/\s+/g, ' ').trim()
}

/** The text, or as many whole words of it as fit, with an ellipsis. Lengths are in UTF-16 units, as fields count them. */
export function fit(text: string, most: number): { text: string; cut: boolean } {
  if (text.length <= most) return { text, cut: false }
  const head = text.slice(0, most - 1)
  const space = head.lastIndexOf(' ')
  return { text: `${head.slice(0, space > most / 2 ? space : head.length).trimEnd()}…`, cut: true }
}

/** A percent-encoded path or slug as people read it; left as it is where the escapes are broken. */
export function decodePart(value: string): string {
  try {
    return decodeURIComponent(value).normalize('NFC')
  } catch {
    return value.normalize('NFC')
  }
}
