import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '../access'
import { bodyEditor } from '../body/editor'
import { addressField } from '../fields/address'
import { slugField } from '../fields/slug'
import { expectData } from '../hooks/errors'
import { labelHooks } from '../hooks/label'
import { restoreVersion } from '../restore-version'

/** About, contact, policies: pages that are not news. */
export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'slug', '_status'], group: 'Content', preview: (doc) => (doc?.id ? `/preview/page/${String(doc.id)}` : null) },
  versions: { drafts: true, maxPerDoc: 30 },
  endpoints: [restoreVersion('pages')],
  access: { read: signedIn, readVersions: signedIn, create: editors, update: editors, delete: editors },
  hooks: { ...labelHooks('page'), beforeOperation: [expectData] },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    slugField('title', { sidebar: true, reserved: true }),
    addressField('Clear it to use the slug; the old one will lead to the new one.'),
    { name: 'standfirst', type: 'textarea', maxLength: 320 },
    { name: 'body', type: 'richText', editor: bodyEditor() },
  ],
}
