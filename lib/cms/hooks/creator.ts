import type { CollectionBeforeChangeHook } from 'payload'

/** Remembers who made a document, so that reporters can be held to their own. */
export const nameCreator: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' && req.user ? { ...data, createdBy: req.user.id } : data
