import { cache } from 'react'
import type { Page } from '@/lib/model/section'
import { readPage } from '@/lib/adapters/cms/labels'
import { tagPage } from './remember'
import { tags } from './tags'

/** A static page by its id. */
export const getPage = cache(async (id: string): Promise<Page | null> => {
  await tagPage([tags.page(id)])
  return readPage(Number(id))
})
