import type { CollectionConfig } from 'payload'
import { administrators, signedIn } from '../access'

export const NOTICE_SERVICES = ['indexnow', 'websub'] as const
export const NOTICE_REASONS = ['published', 'updated', 'moved', 'withdrawn'] as const
export const NOTICE_STATES = ['waiting', 'sent', 'refused', 'given-up'] as const

/** What search engines and hubs were told, and what they answered. Written by the site itself. */
export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Notice', plural: 'Notices sent' },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'address',
    defaultColumns: ['address', 'reason', 'service', 'state', 'answer', 'createdAt'],
    group: 'Machinery',
    description: 'Addresses that search engines (IndexNow) and feed hubs (WebSub) were told of. They are sent after publishing and never hold it up.',
  },
  access: { read: signedIn, create: () => false, update: () => false, delete: administrators },
  fields: [
    { name: 'service', type: 'select', required: true, options: [{ value: 'indexnow', label: 'IndexNow' }, { value: 'websub', label: 'WebSub' }] },
    { name: 'receiver', type: 'text', required: true, admin: { description: 'Who was told.' } },
    { name: 'address', type: 'text', required: true, index: true, admin: { description: 'What has changed.' } },
    { name: 'reason', type: 'select', required: true, options: [...NOTICE_REASONS] },
    { name: 'state', type: 'select', required: true, defaultValue: 'waiting', index: true, options: [...NOTICE_STATES] },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'dueAt', type: 'date', index: true, label: 'Next attempt', admin: { date: { pickerAppearance: 'dayAndTime' } } },
    { name: 'answer', type: 'text', admin: { description: 'The last answer, in words.' } },
    { name: 'sentAt', type: 'date', label: 'Sent', admin: { date: { pickerAppearance: 'dayAndTime' } } },
  ],
}
