import type { CollectionBeforeChangeHook } from 'payload'

/** Remembers who gave a link away. */
export const nameCreator: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' && req.user ? { ...data, createdBy: req.user.id } : data
