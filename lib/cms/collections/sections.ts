import type { CollectionConfig } from 'payload'
import { editors, signedIn } from '../access'
import { slugField } from '../fields/slug'
import { readSectionPath, refuseCircle, spreadSectionChange } from '../hooks/sections'
import { refuseDeletingUsedSection } from '../hooks/sections'

/** The tree that stories are filed in; each story has exactly one primary section. */
export const Sections: CollectionConfig = {
  slug: 'sections',
  labels: { singular: 'Section', plural: 'Sections' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'path', 'parent'], group: 'Newsroom' },
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  hooks: { beforeValidate: [refuseCircle], beforeChange: [readSectionPath], afterChange: [spreadSectionChange], beforeDelete: [refuseDeletingUsedSection] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 60 },
    slugField('name', { sidebar: true, reserved: true }),
    { name: 'parent', type: 'relationship', relationTo: 'sections', admin: { position: 'sidebar', description: 'Leave empty for a section of its own.' } },
    { name: 'path', type: 'text', index: true, admin: { readOnly: true, position: 'sidebar', description: 'Where readers find it. Old addresses lead here.' } },
    { name: 'description', type: 'textarea', maxLength: 300, admin: { description: 'One sentence at the top of the section and in search results.' } },
    { name: 'order', type: 'number', defaultValue: 0, index: true, admin: { position: 'sidebar', description: 'Lower comes first.' } },
  ],
}
