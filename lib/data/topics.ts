import { cache } from 'react'
import type { River } from '@/lib/model/front'
import type { Topic } from '@/lib/model/section'
import { readTopic } from '@/lib/adapters/cms/labels'
import { getRiver } from './rivers'
import { tagPage } from './remember'
import { tags } from './tags'

/** A topic by its id. */
export const getTopic = cache(async (id: string): Promise<Topic | null> => {
  await tagPage([tags.topic(id)])
  return readTopic(Number(id))
})

/** One page of a topic's stories; null past the end. */
export function getTopicRiver(id: string, page: number): Promise<River | null> {
  return getRiver(tags.topic(id), page)
}
