import { cache } from 'react'
import type { River } from '@/lib/model/front'
import type { Author } from '@/lib/model/section'
import { readAuthor, readAuthors } from '@/lib/adapters/cms/labels'
import { getRiver } from './rivers'
import { tagPage } from './remember'
import { tags } from './tags'

/** An author by id. */
export const getAuthor = cache(async (id: string): Promise<Author | null> => {
  await tagPage([tags.author(id)])
  return readAuthor(Number(id))
})

/** One page of an author's stories; null past the end. */
export function getAuthorRiver(id: string, page: number): Promise<River | null> {
  return getRiver(tags.author(id), page)
}

/** Everyone with a byline, by name. */
export async function listAuthors(): Promise<Author[]> {
  await tagPage([tags.site])
  return readAuthors()
}
