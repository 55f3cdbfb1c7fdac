import { unstable_cache } from 'next/cache'
import { recall } from './memory'

/** Puts tags on the page being made. The cached value is a constant, so only its tags matter. */
export async function tagPage(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  await unstable_cache(async () => 0, ['tags'], { tags: [...tags], revalidate: false })()
}

/**
 * The answer of `read`, remembered in this process under `tags`, which the page being made takes on as well.
 * Give `key` everything the answer depends on.
 */
export async function remember<T>(key: string, tags: readonly string[], read: () => Promise<T>): Promise<T> {
  await tagPage(tags)
  return recall(key, tags, read)
}
