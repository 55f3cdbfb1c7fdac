import type { WxrEvent } from '../types'
import { Assembler } from './assemble'
import { WxrError } from './error'
import { Mender, type Failure } from './mend'
import type { Place } from './place'
import { Problems } from './problems'
import { TextReader } from './text'
import { DamagedArchive, unpack } from './unpack'

/**
 * What a WordPress export (WXR 1.0 to 1.2, plain or gzip'd) holds: first the channel, then accounts and terms, then
 * items in the order of the file, with the problems that could be mended in between. The file is read as it comes,
 * in memory that does not grow with it.
 *
 * Throws `WxrError` where the file cannot be read on, after everything good before that place has been yielded.
 */
export async function* readWxr(source: AsyncIterable<Uint8Array>): AsyncGenerator<WxrEvent> {
  const reader = new WxrReader()
  try {
    for await (const bytes of unpack(source)) {
      yield* reader.push(bytes)
      if (reader.error !== null) throw reader.error
    }
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error
    yield* reader.end(error)
  }
  if (reader.error === null) yield* reader.end()
  if (reader.error !== null) throw reader.error
}

class WxrReader {
  error: WxrError | null = null
  private readonly problems = new Problems()
  private readonly text = new TextReader(this.problems)
  private readonly mender = new Mender(this.problems)
  private readonly assembler = new Assembler(this.problems)

  push(bytes: Uint8Array): WxrEvent[] {
    const events = this.assembler.push(this.mender.push(this.text.push(bytes)))
    const failure = this.assembler.failure ?? this.mender.failure
    return failure === null ? [...this.told(), ...events] : [...events, ...this.close(failure)]
  }

  /** The rest of what was read; with `damage`, as far as the archive could be unpacked. */
  end(damage?: DamagedArchive): WxrEvent[] {
    const events = this.assembler.push(this.mender.push(this.text.end()) + this.mender.end())
    return [...events, ...this.close(this.assembler.failure ?? this.mender.failure, damage)]
  }

  private close(failure: Failure | null, damage?: DamagedArchive): WxrEvent[] {
    const { assembler } = this
    const rest = assembler.end()
    const final = failure ?? assembler.failure
    if (final !== null) {
      const { place, message } = final
      const { items } = assembler
      const words = damage !== undefined ? damagedMessage(items) : (message ?? cutMessage(assembler.current, place, items))
      this.error = new WxrError(words, place, items, { cause: damage })
    }
    const problems = [...this.told(), ...this.problems.totals().map((problem) => ({ kind: 'problem' as const, problem }))]
    return [...rest, ...problems]
  }

  private told(): WxrEvent[] {
    return this.problems.take().map((problem) => ({ kind: 'problem', problem }))
  }
}

function cutMessage(current: string | null, { line }: Place, items: number): string {
  const where = current === null ? 'before its last line' : current === '' ? 'in the middle of an item' : `in the middle of the item “${current.slice(0, 100)}”`
  return `The file ends ${where} (line ${line}). It was probably cut off while being downloaded: export again. ${wereRead(items)}`
}

const damagedMessage = (items: number) => `The gzip archive is damaged and cannot be unpacked to its end. Copy or download it again. ${wereRead(items)}`

function wereRead(items: number): string {
  if (items === 0) return 'No item could be read.'
  return items === 1 ? 'The item before was read.' : `The ${items} items before were read.`
}
