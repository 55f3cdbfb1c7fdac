import { ValidationError, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload'
import { tags } from '@/lib/data/tags'
import { announce } from '../changes'

const idOf = (value: unknown) => (typeof value === 'object' && value !== null ? (value as { id: unknown }).id : (value ?? null))

/** The cache tag of a front: the home page's, or its section's. */
export const frontTag = (section: unknown) => {
  const id = idOf(section)
  return tags.front(id === null ? 'home' : tags.section(String(id)))
}

/** One front for the home page and one for each section: a second would never be shown. */
export const oneFrontEach: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const section = idOf(data?.section)
  const where = section === null ? { section: { exists: false } } : { section: { equals: section } }
  const { docs } = await req.payload.find({ collection: 'fronts', where, pagination: false, depth: 0, req })
  if (docs.some((doc) => doc.id !== originalDoc?.id)) {
    throw new ValidationError({ collection: 'fronts', errors: [{ path: 'section', message: 'There is a front for this already. Change that one.' }] }, req.t)
  }
  return data
}

export async function announceFront({ doc, req }: { doc: { section?: unknown }; req: PayloadRequest }): Promise<void> {
  await announce(req, { expire: [frontTag(doc.section)], refresh: [] })
}

