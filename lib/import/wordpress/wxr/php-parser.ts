/** How much of what a value says of itself is believed. */
export interface Trust {
  /** "plausible": a string's length is believed when something that may follow it stands there. Else it ends where such a thing first stands. */
  lengths: 'exact' | 'plausible' | 'ignored'
  /** Whether an array must have as many entries as it says. */
  counts: boolean
}

/** PHP's own limit is 4096; meta that is meant to be read nests four or five deep. */
const MAX_DEPTH = 64

/** What may stand after a string, by the place it stands in. */
const AFTER = {
  key: /N;|b:[01];|[id]:[-+.\dIN]|[sE]:\d+:"|a:\d+:\{|[OC]:\d+:"|[rR]:\d+;/y,
  value: /s:\d+:"|i:-?\d+;|\}/y,
  whole: /$/y,
}

/** One serialised value as a JavaScript value; undefined when the text is not exactly one. See `readPhp`. */
export function parsePhp(text: string, trust: Trust): unknown {
  try {
    return new Parser(text, trust).whole()
  } catch (error) {
    if (error === MALFORMED) return undefined
    throw error
  }
}

/** Made once: it is only thrown from the parser's depths to its door. */
const MALFORMED = new Error('The text is not a serialised value.')

class Parser {
  private at = 0
  /** One character for each byte, so that places in it count bytes. */
  private readonly bytes: string
  /** What references count: every value in order of its beginning; what is no scalar is null. */
  private readonly slots: unknown[] = []

  constructor(
    text: string,
    private readonly trust: Trust,
  ) {
    this.bytes = Buffer.from(text).toString('latin1')
  }

  whole(): unknown {
    const value = this.value('whole', 0)
    if (this.at !== this.bytes.length) throw MALFORMED
    return value
  }

  private value(place: keyof typeof AFTER, depth: number): unknown {
    if (depth > MAX_DEPTH) throw MALFORMED
    const type = this.bytes[this.at]
    if (type === 'R') return this.reference()
    const slot = this.slots.push(null) - 1
    if (type === 'a') return this.list(depth)
    if (type === 'O') return this.object(depth)
    const value = this.scalar(type, place)
    this.slots[slot] = value
    return value
  }

  private scalar(type: string | undefined, place: keyof typeof AFTER): unknown {
    switch (type) {
      case 'N':
        this.take(/N;/y)
        return null
      case 'b':
        return this.take(/b:([01]);/y) === '1'
      case 'i':
        return this.integer()
      case 'd':
        return toFloat(this.take(/d:([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|-?INF|NAN);/y))
      case 's':
      case 'E':
        return this.string(place)
      case 'C':
        return this.custom()
      case 'r':
        return this.reference()
      default:
        throw MALFORMED
    }
  }

  /** A number too large to be exact stays as its digits. */
  private integer(): number | string {
    const digits = this.take(/i:([-+]?\d+);/y)
    const value = Number(digits)
    return Number.isSafeInteger(value) ? value : digits
  }

  private string(place: keyof typeof AFTER): string {
    const length = Number(this.take(/[sE]:(\d+):"/y))
    const end = this.stringEnd(this.at + length, place)
    const text = Buffer.from(this.bytes.slice(this.at, end), 'latin1').toString()
    this.at = end + 2
    return text
  }

  private stringEnd(stated: number, place: keyof typeof AFTER): number {
    const { lengths } = this.trust
    const isClosed = this.bytes.startsWith('";', stated)
    if (lengths === 'exact' && !isClosed) throw MALFORMED
    if (isClosed && (lengths === 'exact' || (lengths === 'plausible' && this.looksAt(AFTER[place], stated + 2)))) return stated
    let end = this.bytes.indexOf('";', this.at)
    while (end !== -1 && !this.looksAt(AFTER[place], end + 2)) end = this.bytes.indexOf('";', end + 1)
    if (end === -1) throw MALFORMED
    return end
  }

  private list(depth: number): unknown {
    const entries = this.entries(Number(this.take(/a:(\d+):\{/y)), depth)
    const isList = entries.every(([key], index) => key === index)
    return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
  }

  private object(depth: number): unknown {
    this.className()
    const entries = this.entries(Number(this.take(/(\d+):\{/y)), depth)
    return Object.fromEntries(entries.map(([key, value]) => [propertyName(key), value]))
  }

  private entries(count: number, depth: number): [key: string | number, value: unknown][] {
    const entries: [string | number, unknown][] = []
    const more = () => (this.trust.counts ? entries.length < count : this.bytes[this.at] !== '}')
    while (more()) entries.push([this.key(), this.value('value', depth + 1)])
    this.take(/\}/y)
    return entries
  }

  private key(): string | number {
    if (this.bytes[this.at] === 'i') return this.integer()
    if (this.bytes[this.at] === 's') return this.string('key')
    throw MALFORMED
  }

  /** What only the class itself could read. */
  private custom(): null {
    this.className()
    const length = Number(this.take(/(\d+):\{/y))
    this.at += length
    this.take(/\}/y)
    return null
  }

  private className() {
    this.take(/[OC]:\d+:"[^"]*":/y)
  }

  private reference(): unknown {
    return this.slots[Number(this.take(/[rR]:(\d+);/y)) - 1] ?? null
  }

  private looksAt(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at
    return pattern.test(this.bytes)
  }

  /** The first group of a pattern that must stand here. */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.bytes)
    if (found === null) throw MALFORMED
    this.at = pattern.lastIndex
    return found[1] ?? ''
  }
}

function toFloat(digits: string): number {
  if (digits === 'NAN') return NaN
  return Number(digits.replace('INF', 'Infinity'))
}

/** A protected or private property is named "\0*\0name" or "\0Class\0name"; XML cannot hold the \0. */
const propertyName = (key: string | number) => String(key).replace(/^\0[^\0]*\0|^\*/, '')
