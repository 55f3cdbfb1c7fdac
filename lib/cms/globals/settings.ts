import type { Field, GlobalConfig } from 'payload'
import { NETWORKS } from '@/lib/model/site'
import { administrators, signedIn } from '../access'
import { announceSettings } from '../hooks/settings'

const isTimeZone = (value: unknown) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) })
    return true
  } catch {
    return 'Use a name such as Asia/Karachi.'
  }
}

const place: Field[] = [
  { name: 'name', type: 'text', required: true },
  { type: 'row', fields: [{ name: 'latitude', type: 'number', required: true, min: -90, max: 90 }, { name: 'longitude', type: 'number', required: true, min: -180, max: 180 }] },
  { name: 'timeZone', type: 'text', required: true, validate: isTimeZone },
]

const linkFields: Field[] = [
  { name: 'label', type: 'text', required: true, maxLength: 40 },
  { name: 'path', type: 'text', required: true, label: 'Address', validate: (value: unknown) => (typeof value === 'string' && /^(\/|https:\/\/)/.test(value)) || 'Start with / or https://' },
]

/** What the masthead, footer and machines say of the newsroom. */
export const Settings: GlobalConfig = {
  slug: 'settings',
  label: 'Site settings',
  admin: { group: 'Newsroom' },
  access: { read: signedIn, update: administrators },
  hooks: { afterChange: [announceSettings] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Newsroom',
          fields: [
            { name: 'name', type: 'text', required: true, defaultValue: 'Dateline', maxLength: 60 },
            { name: 'tagline', type: 'text', maxLength: 120 },
            { name: 'description', type: 'textarea', maxLength: 300 },
            { name: 'language', type: 'text', required: true, defaultValue: 'en', admin: { description: 'Two or three letters: en, ur, fr.' } },
            { name: 'locale', type: 'text', required: true, defaultValue: 'en-GB', admin: { description: 'How dates and numbers are written: en-PK, en-GB, fr-FR.' } },
            { name: 'timeZone', type: 'text', required: true, defaultValue: 'UTC', validate: isTimeZone },
            { name: 'contactEmail', type: 'email' },
            { name: 'foundedYear', type: 'number', min: 1600, max: 2200 },
            { name: 'newsletterUrl', type: 'text', label: 'Newsletter sign-up address' },
          ],
        },
        {
          label: 'Header & weather',
          fields: [
            { name: 'temperatureUnit', type: 'radio', defaultValue: 'celsius', options: ['celsius', 'fahrenheit'] },
            { name: 'cities', type: 'array', labels: { singular: 'City', plural: 'Cities' }, admin: { description: 'The first is the newsroom’s own; readers may choose another.' }, fields: place },
            { name: 'navigation', type: 'array', labels: { singular: 'Link', plural: 'Links' }, admin: { description: 'Leave empty to list the sections.' }, fields: linkFields },
            { name: 'footerLinks', type: 'array', labels: { singular: 'Link', plural: 'Links' }, fields: linkFields },
          ],
        },
        {
          label: 'Follow us',
          fields: [
            { name: 'countStyle', type: 'radio', defaultValue: 'full', options: [{ value: 'full', label: 'In full: 4,846' }, { value: 'short', label: 'Short: 4.8K' }] },
            { name: 'socialCountsAsOf', type: 'date', label: 'Counts taken on', admin: { date: { pickerAppearance: 'dayOnly' } } },
            {
              name: 'social',
              type: 'array',
              labels: { singular: 'Profile', plural: 'Profiles' },
              fields: [
                { name: 'network', type: 'select', required: true, options: [...NETWORKS] },
                { name: 'url', type: 'text', required: true, label: 'Address', validate: (value: unknown) => (typeof value === 'string' && /^(https:\/\/|\/)/.test(value)) || 'Start with https://' },
                { name: 'handle', type: 'text' },
                { name: 'count', type: 'number', min: 0, admin: { description: 'Fans, followers or subscribers. Leave empty to show none.' } },
              ],
            },
          ],
        },
      ],
    },
  ],
}
