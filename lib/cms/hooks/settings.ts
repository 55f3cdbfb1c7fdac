import type { GlobalAfterChangeHook } from 'payload'
import { tags } from '@/lib/data/tags'
import { announce } from '../changes'

/** The masthead stands on every page. */
export const announceSettings: GlobalAfterChangeHook = async ({ doc, req }) => {
  await announce(req, { expire: [tags.site], refresh: [] })
  return doc
}
