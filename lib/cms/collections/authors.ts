import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '../access'
import { only } from '../fields/files'
import { slugField } from '../fields/slug'
import { labelHooks } from '../hooks/label'

/** A name in a byline, with its page. */
export const Authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'role', 'slug'], group: 'Newsroom' },
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  hooks: labelHooks('author'),
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120, admin: { description: 'The name alone, without “By” or a title.' } },
    slugField('name'),
    { name: 'role', type: 'text', maxLength: 80, admin: { description: 'For example “Diplomatic editor”.' } },
    { name: 'biography', type: 'textarea', maxLength: 1200 },
    { name: 'portrait', type: 'upload', relationTo: 'media', filterOptions: only('image') },
    {
      name: 'contacts',
      type: 'array',
      labels: { singular: 'Contact', plural: 'Contacts' },
      fields: [
        { name: 'label', type: 'text', required: true, maxLength: 40 },
        {
          name: 'href',
          type: 'text',
          required: true,
          label: 'Address',
          validate: (value: unknown) => (typeof value === 'string' && /^(https:\/\/|mailto:)/.test(value)) || 'Start with https:// or mailto:',
        },
      ],
    },
  ],
}
