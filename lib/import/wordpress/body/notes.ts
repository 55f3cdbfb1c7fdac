import type { Note } from '../../note'

/** More notes of one sort than this about one body say nothing that these do not. */
const MOST_OF_A_SORT = 100

/** Gathers what there is to say about one body, each thing once. */
export class Notes {
  readonly all: Note[] = []
  private readonly seen = new Set<string>()
  private readonly counts = new Map<string, number>()

  add(kind: Note['kind'], code: string, message: string, detail?: string): void {
    const key = `${code}\n${message}\n${detail ?? ''}`
    const count = this.counts.get(code) ?? 0
    if (this.seen.has(key) || count >= MOST_OF_A_SORT) return
    this.seen.add(key)
    this.counts.set(code, count + 1)
    this.all.push(detail === undefined || detail === '' ? { kind, code, message } : { kind, code, message, detail })
  }
}
