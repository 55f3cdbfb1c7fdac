import type { CollectionConfig } from 'payload'
import { nobody, signedIn } from '../access'

export const NOTICE_SERVICES = ['indexnow', 'websub'] as const
export const NOTICE_REASONS = ['published', 'updated', 'moved', 'withdrawn'] as const
export const NOTICE_STATES = ['waiting', 'sent', 'refused', 'given-up'] as const

const serviceWords: Record<(typeof NOTICE_SERVICES)[number], string> = { indexnow: 'IndexNow (search engines)', websub: 'WebSub (feed readers)' }
const reasonWords: Record<(typeof NOTICE_REASONS)[number], string> = { published: 'Published', updated: 'Updated', moved: 'Moved', withdrawn: 'Withdrawn' }
const stateWords: Record<(typeof NOTICE_STATES)[number], string> = { waiting: 'Waiting', sent: 'Sent', refused: 'Refused', 'given-up': 'Given up' }

const options = <T extends string>(words: Record<T, string>) => Object.entries<string>(words).map(([value, label]) => ({ value, label }))
const minute = { date: { pickerAppearance: 'dayAndTime' as const } }

/** What search engines and hubs were told, and what they answered. Written by the site itself. */
export const Notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Notice', plural: 'Notices sent' },
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'address',
    defaultColumns: ['address', 'reason', 'receiver', 'state', 'answer', 'dueAt', 'createdAt'],
    listSearchableFields: ['address', 'receiver', 'answer'],
    group: 'Machinery',
    description:
      'Addresses that search engines (IndexNow) and feed hubs (WebSub) were told of, a few seconds after publishing. Nothing waits for them. What fails is tried again for a day; rows are kept for thirty. Switched on in the site settings under “Search & discovery”.',
  },
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  fields: [
    { name: 'service', type: 'select', required: true, options: options(serviceWords) },
    { name: 'receiver', type: 'text', required: true, label: 'Told to', admin: { description: 'Who was told.' } },
    { name: 'address', type: 'text', required: true, index: true, admin: { description: 'What has changed.' } },
    { name: 'reason', type: 'select', required: true, options: options(reasonWords) },
    { name: 'state', type: 'select', required: true, defaultValue: 'waiting', index: true, options: options(stateWords), admin: { description: 'Refused: the answer would be the same again. Given up: tried for a day, or switched off.' } },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'dueAt', type: 'date', index: true, label: 'Next attempt', admin: minute },
    { name: 'answer', type: 'text', label: 'Last answer', admin: { description: 'The last answer, in words.' } },
    { name: 'sentAt', type: 'date', label: 'Sent at', admin: minute },
  ],
}
