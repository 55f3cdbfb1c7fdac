import { ValidationError, type CollectionAfterChangeHook, type CollectionAfterDeleteHook, type CollectionBeforeChangeHook, type CollectionConfig } from 'payload'
import { tags } from '@/lib/data/tags'
import { staticPagePath } from '@/lib/routes'
import { announce } from '../changes'
import { ownerOf, pathTag, settlePath, takenSentence } from '../paths'

type Kind = 'topic' | 'author' | 'page'

interface Named {
  slug?: unknown
  /** Of a page: one kept from another site. */
  address?: unknown
}

const keptAddress = ({ address }: Named) => (typeof address === 'string' && address !== '' ? address : null)
const pathOf = (kind: Kind, doc: Named) => (kind === 'page' ? staticPagePath(String(doc.slug), keptAddress(doc)) : `/${kind}/${String(doc.slug)}`)

/** Address keeping and announcements for the documents that have a page of their own named by their slug. */
export function labelHooks(kind: Kind): CollectionConfig['hooks'] {
  const refuseTakenAddress: CollectionBeforeChangeHook = async ({ data, originalDoc, req, collection }) => {
    if (!data.slug || (kind === 'page' && data._status === 'draft')) return data
    const path = pathOf(kind, data)
    const owner = await ownerOf(req, path, kind, originalDoc?.id)
    if (owner === null) return data
    throw new ValidationError({ collection: collection.slug, errors: [{ path: kind === 'page' && keptAddress(data) !== null ? 'address' : 'slug', message: takenSentence(path) }] }, req.t)
  }

  const spread: CollectionAfterChangeHook = async ({ doc, req }) => {
    const id = Number(doc.id)
    if (kind === 'page') {
      const row = await req.payload.db.findOne<{ id: number; _status?: string; slug?: string; address?: string | null }>({ collection: 'pages', where: { id: { equals: id } }, req })
      if (row?._status === 'published') await settle(req, id, pathOf(kind, row))
      else if (doc._status !== 'published') await settle(req, id, null)
    } else {
      await settle(req, id, pathOf(kind, doc))
    }
    return doc
  }

  const withdraw: CollectionAfterDeleteHook = async ({ id, req }) => settle(req, Number(id), null)

  async function settle(req: Parameters<typeof announce>[0], id: number, path: string | null) {
    const paths = await settlePath(req, kind, id, path)
    await announce(req, { expire: [tags[kind](id), ...(kind === 'page' ? [tags.pages] : []), ...paths.map(pathTag)], refresh: kind === 'page' ? [] : [tags.site] })
  }

  return { beforeChange: [refuseTakenAddress], afterChange: [spread], afterDelete: [withdraw] }
}
