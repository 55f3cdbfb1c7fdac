/**
 * What this process remembers between requests: answers under their cache tags. Held on `globalThis`, because
 * the server bundles pages, route handlers and the proxy apart and each would otherwise have its own.
 */
interface Entry {
  value: unknown
  tags: readonly string[]
}

interface Memory {
  entries: Map<string, Entry>
  /** How often each tag has been forgotten, so that an answer read before is not stored after. */
  generations: Map<string, number>
}

const LIMIT = 20_000
const key = Symbol.for('dateline.memory')
const memory: Memory = ((globalThis as { [key]?: Memory })[key] ??= { entries: new Map(), generations: new Map() })

const generationOf = (tags: readonly string[]) => tags.reduce((sum, tag) => sum + (memory.generations.get(tag) ?? 0), 0)

/** The remembered answer under `name`, or the one `read` gives now. A failure is not remembered. */
export async function recall<T>(name: string, tags: readonly string[], read: () => Promise<T>, keep: (value: T) => boolean = () => true): Promise<T> {
  const found = memory.entries.get(name)
  if (found) {
    memory.entries.delete(name)
    memory.entries.set(name, found)
    return found.value as T
  }
  const generation = generationOf(tags)
  const value = await read()
  if (keep(value) && generation === generationOf(tags)) {
    memory.entries.set(name, { value, tags })
    if (memory.entries.size > LIMIT) memory.entries.delete(memory.entries.keys().next().value!)
  }
  return value
}

/** Forgets every answer under any of these tags. */
export function forget(tags: readonly string[]): void {
  const gone = new Set(tags)
  for (const tag of gone) memory.generations.set(tag, (memory.generations.get(tag) ?? 0) + 1)
  for (const [name, entry] of memory.entries) if (entry.tags.some((tag) => gone.has(tag))) memory.entries.delete(name)
}
