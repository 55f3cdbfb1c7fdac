import type { CollectionConfig } from 'payload'
import { changeOwn, editors, signedIn } from '../access'
import { nameCreator } from '../hooks/creator'

/** A draft shown to someone without an account: signed, expiring, revocable. */
export const PreviewLinks: CollectionConfig = {
  slug: 'preview-links',
  labels: { singular: 'Preview link', plural: 'Preview links' },
  admin: { useAsTitle: 'note', defaultColumns: ['note', 'story', 'expiresAt', 'revokedAt'], group: 'Machinery', hidden: ({ user }) => user?.role === 'reporter' },
  access: { read: signedIn, create: signedIn, update: changeOwn, delete: editors },
  hooks: { beforeChange: [nameCreator] },
  fields: [
    { name: 'story', type: 'relationship', relationTo: 'stories', required: true, index: true },
    { name: 'note', type: 'text', required: true, maxLength: 120, label: 'For whom', admin: { description: 'So that you know later whom to ask: “Counsel”, “Source, second read”.' } },
    { name: 'frozenVersion', type: 'text', label: 'Frozen at version', admin: { description: 'Empty: the link always shows the newest draft.' } },
    { name: 'expiresAt', type: 'date', required: true, admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' } } },
    { name: 'revokedAt', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' } } },
    { name: 'createdBy', type: 'relationship', relationTo: 'users', access: { update: () => false }, admin: { readOnly: true, position: 'sidebar' } },
  ],
}
