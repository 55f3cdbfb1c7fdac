/** What carries meta: an item or a term, with its pairs in the order of the file. */
export interface WithMeta {
  meta: readonly (readonly [key: string, value: string])[]
}

/** The first value of a key; null when it has none. */
export const firstMeta = ({ meta }: WithMeta, key: string): string | null => meta.find(([name]) => name === key)?.[1] ?? null

/** The last value of a key: for a key that should stand there once, the one that was written last. Null when it has none. */
export const lastMeta = ({ meta }: WithMeta, key: string): string | null => meta.findLast(([name]) => name === key)?.[1] ?? null

/** Every value of a key, in the order of the file. */
export const allMeta = ({ meta }: WithMeta, key: string): string[] => meta.filter(([name]) => name === key).map(([, value]) => value)
