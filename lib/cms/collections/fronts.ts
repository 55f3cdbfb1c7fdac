import type { CollectionConfig, Field } from 'payload'
import { STRIP_LAYOUTS } from '@/lib/model/front'
import { editors, signedIn } from '../access'
import { announceFront, oneFrontEach } from '../hooks/fronts'

const pins: Field = {
  name: 'pins',
  type: 'array',
  maxRows: 6,
  labels: { singular: 'Pinned story', plural: 'Pinned stories' },
  admin: {
    description: 'Drag into order: the first is the lead, the next stand beside it. What is not pinned fills itself with the newest.',
    components: { RowLabel: '@/lib/cms/admin/SlotLabel.client#SlotLabel' },
  },
  fields: [
    { name: 'story', type: 'relationship', relationTo: 'stories', required: true, filterOptions: { _status: { equals: 'published' } } },
    { name: 'until', type: 'date', label: 'Unpin at', admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' }, description: 'Leave empty to keep it until you take it away.' } },
  ],
}

/** What an editor sets by hand on the home page or on a section's. */
export const Fronts: CollectionConfig = {
  slug: 'fronts',
  labels: { singular: 'Front', plural: 'Fronts' },
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'section', 'updatedAt'], group: 'Content' },
  access: { read: signedIn, create: editors, update: editors, delete: editors },
  hooks: { beforeValidate: [oneFrontEach], afterChange: [announceFront], afterDelete: [announceFront] },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 60 },
    { name: 'section', type: 'relationship', relationTo: 'sections', admin: { position: 'sidebar', description: 'Empty for the home page.' } },
    pins,
    {
      name: 'strips',
      type: 'array',
      labels: { singular: 'Section strip', plural: 'Section strips' },
      admin: { description: 'Home page only: which sections follow, in which order and shape.', condition: (data) => !data?.section },
      fields: [
        { name: 'section', type: 'relationship', relationTo: 'sections', required: true },
        { name: 'layout', type: 'select', required: true, defaultValue: 'four-up', options: [...STRIP_LAYOUTS] },
      ],
    },
  ],
}
