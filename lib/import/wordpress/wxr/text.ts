import { isUtf8 } from 'node:buffer'
import { declaredEncoding, decodeUtf8, decodeWindows, HEAD, unfinished } from './encoding'
import { placeAfter, type Place } from './place'
import type { Problems } from './problems'

/** Characters that XML 1.0 does not allow, not even escaped. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** So many bytes from the first that is not ASCII tell whether a declared encoding is true. */
const SAMPLE = 64 * 1024

/**
 * Bytes to text that XML allows: decoded, with "\n" at the end of each line and without control characters.
 * WordPress declares the encoding of its pages but always writes UTF-8, so another declaration is believed only
 * when the first letters beyond ASCII are not UTF-8.
 */
export class TextReader {
  private mode: 'head' | 'utf-8' | 'sample' | 'declared' = 'head'
  private declared = new TextDecoder()
  /** Bytes that cannot be decoded yet. */
  private kept: Uint8Array = new Uint8Array()
  private carriageReturn = ''
  private place: Place = { line: 1, column: 1 }

  constructor(private readonly problems: Problems) {}

  push(bytes: Uint8Array): string {
    return this.clean(this.decode(bytes, false), false)
  }

  end(): string {
    return this.clean(this.decode(new Uint8Array(), true), true)
  }

  private decode(bytes: Uint8Array, last: boolean): string {
    const all = this.kept.length === 0 ? bytes : Buffer.concat([this.kept, bytes])
    this.kept = new Uint8Array()
    switch (this.mode) {
      case 'head':
        return this.decodeHead(all, last)
      case 'sample':
        return this.decodeSample(all, last)
      case 'utf-8':
        return this.decodeAsUtf8(all, last)
      case 'declared':
        return this.declared.encoding === 'windows-1252' ? decodeWindows(all) : this.declared.decode(all, { stream: !last })
    }
  }

  private decodeHead(bytes: Uint8Array, last: boolean): string {
    if (bytes.length < HEAD && !last) {
      this.kept = bytes
      return ''
    }
    const { encoding, mark, unknown } = declaredEncoding(bytes)
    if (unknown !== null) this.problems.add('encoding', this.place, `The file says that it is written in “${unknown}”, which is no encoding that can be read; it was read as UTF-8.`)
    if (encoding !== 'utf-8') this.declared = new TextDecoder(encoding)
    this.mode = encoding === 'utf-8' ? 'utf-8' : encoding.startsWith('utf-16') ? 'declared' : 'sample'
    return this.decode(bytes.subarray(mark), last)
  }

  private decodeSample(bytes: Uint8Array, last: boolean): string {
    const first = bytes.findIndex((byte) => byte >= 0x80)
    const ascii = first === -1 ? bytes : bytes.subarray(0, first)
    const rest = bytes.subarray(ascii.length)
    if (rest.length < SAMPLE && !last) {
      this.kept = rest
    } else if (rest.length > 0) {
      const sample = rest.subarray(0, SAMPLE)
      const isTrue = !isUtf8(sample.subarray(0, sample.length - unfinished(sample)))
      this.mode = isTrue ? 'declared' : 'utf-8'
      if (!isTrue) this.problems.add('encoding', this.place, `The file says that it is written in ${this.declared.encoding} but is in UTF-8; it was read as UTF-8.`)
      return Buffer.from(ascii).toString('latin1') + this.decode(rest, last)
    }
    return Buffer.from(ascii).toString('latin1')
  }

  private decodeAsUtf8(bytes: Uint8Array, last: boolean): string {
    const end = last ? bytes.length : bytes.length - unfinished(bytes)
    this.kept = bytes.subarray(end)
    const { text, strays } = decodeUtf8(bytes.subarray(0, end))
    const lead = this.carriageReturn
    this.report(lead + text, strays.map((at) => lead.length + at), (place) => this.problems.add('byte', place, 'A byte that is not UTF-8 was read as windows-1252.'))
    return text
  }

  private clean(text: string, last: boolean): string {
    const all = this.carriageReturn + text
    // Half of a "\r\n", perhaps.
    this.carriageReturn = !last && all.endsWith('\r') ? '\r' : ''
    const clean = withLineFeeds(all.slice(0, all.length - this.carriageReturn.length))
    const forbidden = Array.from(clean.matchAll(FORBIDDEN), ({ index }) => index)
    this.report(clean, forbidden, (place) => this.problems.add('control', place, 'A control character was removed: XML does not allow it.'))
    this.place = placeAfter(this.place, clean)
    return forbidden.length === 0 ? clean : clean.replace(FORBIDDEN, '')
  }

  /** Says the places of what was found in the text that comes next. */
  private report(text: string, found: readonly number[], say: (place: Place) => void) {
    let [place, from] = [this.place, 0]
    for (const at of found) {
      place = placeAfter(place, withLineFeeds(text.slice(from, at)))
      from = at
      say(place)
    }
  }
}

const withLineFeeds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
