import { cms } from '@/lib/adapters/cms/client'
import { indexStory, listStories } from '@/lib/adapters/search/index-story'
import { log } from '@/lib/log'

/** When that is tried again which could not be indexed. */
const AGAIN_AFTER_MS = [3_000, 30_000, 120_000, 600_000]

/** What waits to be indexed, by its tag, and how often it was tried before; of stories also who waits for them. */
interface Queue {
  stories: Map<string, { tries: number; done: () => void }>
  lists: Map<string, number>
  running: boolean
}

const key = Symbol.for('dateline.indexing')
const queue = ((globalThis as { [key]?: Queue })[key] ??= { stories: new Map(), lists: new Map(), running: false })

/**
 * Has the search index brought up with stories ("story:1") and with all stories of a list ("author:1", "topic:1"), which may be
 * thousands: one story after another, those that were changed themselves before the next of a list. What fails is tried
 * again. A process that ends in the middle of a list leaves the rest of it to whoever still hears of the change, or to
 * the next time that the author or topic is saved.
 * @returns when the stories, not those of lists, were indexed or have failed for the first time.
 */
export async function bringIndexUp(tags: readonly string[], tries = 0): Promise<void> {
  const [stories, lists] = [true, false].map((isStory) => tags.filter((tag) => tag.startsWith('story:') === isStory)) as [string[], string[]]
  for (const list of lists) queue.lists.set(list, tries)
  const indexed = stories.map((story) => new Promise<void>((resolve) => {
    const before = queue.stories.get(story)
    queue.stories.set(story, { tries, done: () => [before?.done(), resolve()] })
  }))
  if (!queue.running) void work()
  await Promise.all(indexed)
}

async function work(): Promise<void> {
  queue.running = true
  while (queue.stories.size + queue.lists.size > 0) {
    await indexChanged()
    for (const [list, tries] of queue.lists) {
      queue.lists.delete(list)
      const ids = await attempt(list, tries, async () => listStories(await cms(), list))
      for (const id of ids ?? []) {
        await index(`story:${id}`, 0)
        await indexChanged()
      }
    }
  }
  queue.running = false
}

async function indexChanged(): Promise<void> {
  for (const [story, { tries, done }] of queue.stories) {
    queue.stories.delete(story)
    await index(story, tries)
    done()
  }
}

const index = (story: string, tries: number) => attempt(story, tries, async () => indexStory(await cms(), Number(story.slice('story:'.length))))

/** Never throws. */
async function attempt<T>(tag: string, tries: number, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act()
  } catch (error) {
    const pause = AGAIN_AFTER_MS[tries]
    log.error({ err: error, tag, tries: tries + 1 }, `the search index could not be brought up to date${pause === undefined ? ', which was given up' : '; it is tried again'}`)
    if (pause !== undefined) setTimeout(() => void bringIndexUp([tag], tries + 1), pause).unref()
    return null
  }
}
