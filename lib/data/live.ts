import type { LiveState } from '@/lib/model/story'
import { recall } from './memory'
import { getStory } from './stories'
import { tags } from './tags'

/** How far a live story has come; null when it is none, or not published. */
export function getLiveState(id: string): Promise<LiveState | null> {
  const read = async (): Promise<LiveState | null> => {
    const live = (await getStory(id))?.live ?? null
    return live && { newest: live.posts[0]?.id ?? null, count: live.posts.length, endedAt: live.endedAt }
  }
  return recall(`live ${id}`, [tags.story(id)], read, { keep: (state) => state !== null })
}
