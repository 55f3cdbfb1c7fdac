import { isUtf8 } from 'node:buffer'

/** What stands at the file's beginning about its encoding. */
export interface Declared {
  /** As TextDecoder knows it; "utf-8" when the file does not say otherwise. */
  encoding: string
  /** How many bytes of a byte order mark come first. */
  mark: number
  /** The name in the file, when it is none that can be read. */
  unknown: string | null
}

/** So many bytes are looked at for a declaration. */
export const HEAD = 1024

/** The encoding by byte order mark, else by the XML declaration. */
export function declaredEncoding(head: Uint8Array): Declared {
  const start = Buffer.from(head.subarray(0, HEAD)).toString('latin1')
  const byMark = [
    ['\xef\xbb\xbf', 'utf-8'],
    ['\xff\xfe', 'utf-16le'],
    ['\xfe\xff', 'utf-16be'],
  ].find(([mark = '']) => start.startsWith(mark))
  if (byMark !== undefined) return { encoding: byMark[1] ?? 'utf-8', mark: byMark[0]?.length ?? 0, unknown: null }
  if (start.startsWith('<\0')) return { encoding: 'utf-16le', mark: 0, unknown: null }
  if (start.startsWith('\0<')) return { encoding: 'utf-16be', mark: 0, unknown: null }
  const name = /<\?xml[^>]*?encoding\s*=\s*["']\s*([^"'\s]+)/i.exec(start)?.[1] ?? 'utf-8'
  const known = encodingNamed(name)
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
  const encoding = known === null || known.startsWith('utf-16') ? 'utf-8' : known
  return { encoding, mark: 0, unknown: known === null ? name : null }
}

function encodingNamed(name: string): string | null {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** How many bytes at the end are the beginning of a UTF-8 character whose rest is yet to come. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** A UTF-8 character, or a byte that is none, in a string with one character for each byte. */
const UTF8 =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g

/** What windows-1252 has where ISO-8859-1 has control characters. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Node's own decoder of this name reads ISO-8859-1. */
export const decodeWindows = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)

/**
 * UTF-8 text in which bytes that are not UTF-8 are read as windows-1252: so old databases have them, where two
 * encodings met. `strays` are the places of such bytes in the text.
 */
export function decodeUtf8(bytes: Uint8Array): { text: string; strays: number[] } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isUtf8(bytes)) return { text: buffer.toString('utf8'), strays: [] }
  const strays: number[] = []
  let text = ''
  for (const [sequence, stray] of buffer.toString('latin1').matchAll(UTF8)) {
    const part = Buffer.from(sequence, 'latin1')
    if (stray !== undefined) strays.push(text.length)
    text += stray === undefined ? part.toString('utf8') : decodeWindows(part)
  }
  return { text, strays }
}
