import { NotFound, restoreVersionOperation, type CollectionSlug, type Endpoint } from 'payload'

/**
 * Brings an old version back as what it was: a draft as a draft. By Payload's own door, the back office would put an old
 * draft in the place of a published story, and take it down by that.
 */
export const restoreVersion = (slug: CollectionSlug): Endpoint => ({
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const id = Number(req.routeParams?.id)
    if (!Number.isInteger(id)) throw new NotFound(req.t)
    const version = await req.payload.findVersionByID({ collection: slug, id: String(id), depth: 0, req, disableErrors: true })
    const isDraft = (version?.version as { _status?: string } | undefined)?._status === 'draft'
    const doc = await restoreVersionOperation({ id, collection: req.payload.collections[slug], depth: 0, draft: isDraft || req.query.draft === 'true', req })
    return Response.json({ ...doc, message: req.t('version:restoredSuccessfully') })
  },
})
