import { QueryError, type CollectionBeforeOperationHook, type Plugin } from 'payload'

/** A way that goes on into the account of whoever made something: "createdBy.email", "story.createdBy__hash". */
const INTO_ACCOUNT = /createdBy(?:\.|__)/

const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [])

/**
 * Nobody asks for things by the account that made them, but by who it is. Payload lets an order lead into accounts that
 * may not be read, and a filter of drafts: each would tell, guess by guess, what such an account holds, even its secrets.
 */
const refuseDetours: CollectionBeforeOperationHook = ({ args, overrideAccess }) => {
  if (overrideAccess === true) return args
  const { where, sort } = args as { where?: unknown; sort?: unknown }
  const ways = [...keysOf(where), ...[sort].flat().map(String)]
  const path = ways.find((way) => INTO_ACCOUNT.test(way))
  if (path !== undefined) throw new QueryError([{ path }])
  return args
}

export const closeDetours: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, hooks: { ...collection.hooks, beforeOperation: [refuseDetours, ...(collection.hooks?.beforeOperation ?? [])] } })),
})
