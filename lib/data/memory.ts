import { LRUCache } from 'lru-cache'

/**
 * What this process remembers between requests: answers under their cache tags, bounded by number and by weight.
 * Held on `globalThis`, because the server bundles pages, route handlers and the proxy apart and each would
 * otherwise have its own.
 */
interface Entry {
  value: unknown
  tags: readonly string[]
  /** Bytes, roughly. */
  weight: number
}

interface Memory {
  entries: LRUCache<string, Entry>
  /** Reads under way, so that many who ask at once cause one. */
  reads: Map<string, { generation: number; answer: Promise<unknown> }>
  /** How often each tag has been forgotten, so that an answer read before is not stored after. */
  generations: Map<string, number>
}

const SMALL = 1024
const key = Symbol.for('dateline.memory')
const memory: Memory = ((globalThis as { [key]?: Memory })[key] ??= {
  entries: new LRUCache({ max: 20_000, maxSize: 128 * 1024 * 1024, sizeCalculation: (entry: Entry) => entry.weight }),
  reads: new Map(),
  generations: new Map(),
})

const generationOf = (tags: readonly string[]) => tags.reduce((sum, tag) => sum + (memory.generations.get(tag) ?? 0), 0)

interface Keeping<T> {
  /** Whether an answer is worth remembering; every one when not given. */
  keep?: (value: T) => boolean
  /** Its weight in bytes, for answers of more than a few hundred. */
  weigh?: (value: T) => number
}

/** The remembered answer under `name`, or the one `read` gives now. A failure is not remembered. */
export async function recall<T>(name: string, tags: readonly string[], read: () => Promise<T>, { keep = () => true, weigh = () => SMALL }: Keeping<T> = {}): Promise<T> {
  const found = memory.entries.get(name)
  if (found) return found.value as T
  const generation = generationOf(tags)
  const underWay = memory.reads.get(name)
  if (underWay?.generation === generation) return underWay.answer as Promise<T>
  const answer = read()
  const mine = { generation, answer }
  memory.reads.set(name, mine)
  try {
    const value = await answer
    if (keep(value) && generation === generationOf(tags)) memory.entries.set(name, { value, tags, weight: Math.max(1, weigh(value)) })
    return value
  } finally {
    if (memory.reads.get(name) === mine) memory.reads.delete(name)
  }
}

/** Forgets every answer under any of these tags. */
export function forget(tags: readonly string[]): void {
  const gone = new Set(tags)
  for (const tag of gone) memory.generations.set(tag, (memory.generations.get(tag) ?? 0) + 1)
  for (const [name, entry] of memory.entries.entries()) if (entry.tags.some((tag) => gone.has(tag))) memory.entries.delete(name)
}
