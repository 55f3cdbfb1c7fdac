import type { CollectionConfig } from 'payload'
import { administrators, editors } from '../access'
import { announcePath, cleanRedirect } from '../hooks/redirects'

export const PATH_KINDS = ['story', 'section', 'topic', 'author', 'page', 'media', 'redirect'] as const
export const PATH_STATES = ['live', 'moved', 'withdrawn'] as const

/**
 * Every address the site ever served, one row each. A moved row names what it moved to (the document),
 * not where: the answer is always that document's address of today, so chains and loops cannot be written down.
 */
export const Paths: CollectionConfig = {
  slug: 'paths',
  labels: { singular: 'Address', plural: 'Addresses' },
  admin: { useAsTitle: 'path', defaultColumns: ['path', 'state', 'kind', 'target'], group: 'Machinery', description: 'Every address the site ever served. Kept by the site itself; add a row here only to redirect an address from elsewhere.' },
  access: { read: editors, create: editors, update: administrators, delete: administrators },
  hooks: { beforeValidate: [cleanRedirect], afterChange: [announcePath] },
  fields: [
    { name: 'path', type: 'text', required: true, unique: true, index: true, admin: { description: 'Starts with a slash: /old/address' } },
    { name: 'kind', type: 'select', required: true, defaultValue: 'redirect', options: [...PATH_KINDS], admin: { position: 'sidebar', readOnly: true } },
    { name: 'ref', type: 'text', index: true, admin: { position: 'sidebar', readOnly: true, description: 'The document it belongs to.' } },
    { name: 'state', type: 'select', required: true, defaultValue: 'moved', options: [...PATH_STATES], admin: { position: 'sidebar', readOnly: true } },
    { name: 'target', type: 'text', admin: { description: 'For a redirect written by hand: a path on this site or a full address.' } },
    { name: 'reason', type: 'textarea', admin: { description: 'For a withdrawn address: the sentence readers see.' } },
  ],
}
