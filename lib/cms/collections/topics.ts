import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '../access'
import { slugField } from '../fields/slug'
import { labelHooks } from '../hooks/label'

/** What stories are about, across sections. */
export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Topic', plural: 'Topics' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'slug'], group: 'Newsroom' },
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  hooks: labelHooks('topic'),
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    slugField('name'),
    { name: 'description', type: 'textarea', maxLength: 300, admin: { description: 'One sentence at the top of the topic page and in search results.' } },
  ],
}
