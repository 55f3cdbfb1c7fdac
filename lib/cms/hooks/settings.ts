import type { GlobalAfterChangeHook } from 'payload'
import { tags } from '@/lib/data/tags'
import { announce } from '../changes'

/** The masthead stands on every page, and is looked for on the first. */
export const announceSettings: GlobalAfterChangeHook = async ({ doc, req }) => {
  await announce(req, { expire: [tags.front('home')], refresh: [tags.site] })
  return doc
}
