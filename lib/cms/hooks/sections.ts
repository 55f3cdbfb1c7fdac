import { ValidationError, type CollectionAfterChangeHook, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type CollectionBeforeValidateHook, type PayloadRequest } from 'payload'
import { refusal } from '../refusal'
import { tags } from '@/lib/data/tags'
import { announce } from '../changes'
import { idOf } from '../ids'
import { ownerOf, pathTag, settlePath, takenSentence } from '../paths'
import { settleStory } from './stories'


/** A section cannot stand under itself. */
export const refuseCircle: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const own = idOf(originalDoc)
  let above = idOf(data?.parent)
  for (let depth = 0; above !== null; depth++) {
    if (above === own || depth > 8) {
      throw new ValidationError({ collection: 'sections', errors: [{ path: 'parent', message: 'A section cannot stand under itself, nor deeper than eight levels.' }] }, req.t)
    }
    const parent = await req.payload.findByID({ collection: 'sections', id: above, depth: 0, req })
    above = idOf(parent.parent)
  }
  return data
}

/** Its address: the parent's, then its own slug. */
export const readSectionPath: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const parentId = idOf(data.parent)
  const parent = parentId === null ? null : await req.payload.findByID({ collection: 'sections', id: parentId, depth: 0, req })
  const path = `${parent?.path ?? ''}/${String(data.slug)}`
  const owner = await ownerOf(req, path, 'section', idOf(originalDoc) ?? undefined)
  if (owner !== null) {
    throw new ValidationError({ collection: 'sections', errors: [{ path: 'slug', message: takenSentence(path) }] }, req.t)
  }
  return { ...data, path }
}

/** A new address for a section is a new address for everything in it: all the old ones are kept. */
export const spreadSectionChange: CollectionAfterChangeHook = async ({ doc, previousDoc, req, operation }) => {
  const id = Number(doc.id)
  const paths = await settlePath(req, 'section', id, doc.path as string)
  if (operation === 'update' && previousDoc?.path !== doc.path) await moveContents(req, id)
  await announce(req, { expire: [tags.section(id), tags.front('home'), ...paths.map(pathTag)], refresh: [tags.site] })
  return doc
}

async function moveContents(req: PayloadRequest, id: number): Promise<void> {
  const children = await req.payload.find({ collection: 'sections', where: { parent: { equals: id } }, pagination: false, depth: 0, req })
  for (const child of children.docs) await req.payload.update({ collection: 'sections', id: child.id, data: { parent: id }, depth: 0, req })
  const stories = await req.payload.find({ collection: 'stories', where: { section: { equals: id } }, pagination: false, depth: 0, select: { slug: true }, req })
  for (const story of stories.docs) await settleStory(req, Number(story.id))
}

/** Stories would lose their address with it. */
export const refuseDeletingUsedSection: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({ collection: 'stories', where: { section: { equals: id } }, req })
  if (totalDocs > 0) throw refusal(`${totalDocs} stories are filed in this section. Move them first.`, 409)
  const paths = await settlePath(req, 'section', Number(id), null)
  await announce(req, { expire: [tags.section(id), tags.front('home'), ...paths.map(pathTag)], refresh: [tags.site] })
}
