import type { GlobalConfig } from 'payload'
import { editors, signedIn } from '../access'
import { announceSettings } from '../hooks/settings'

const SIX_HOURS = 6 * 60 * 60 * 1000

/** The bar above every page while something is breaking. */
export const Breaking: GlobalConfig = {
  slug: 'breaking',
  label: 'Breaking news bar',
  admin: { group: 'Content', description: 'The home page has it at once; other pages within a minute, five when very many people read.' },
  access: { read: signedIn, update: editors },
  hooks: { afterChange: [announceSettings] },
  fields: [
    { name: 'active', type: 'checkbox', label: 'Show the bar' },
    { name: 'label', type: 'text', defaultValue: 'Breaking', maxLength: 20 },
    { name: 'text', type: 'text', maxLength: 140, validate: (value: unknown, { data }: { data: unknown }) => !(data as { active?: boolean })?.active || Boolean(value) || 'Write the line readers should see.' },
    { name: 'story', type: 'relationship', relationTo: 'stories', filterOptions: { _status: { equals: 'published' } }, admin: { description: 'Where the bar leads. Optional.' } },
    {
      name: 'until',
      type: 'date',
      label: 'Take it down at',
      admin: { date: { pickerAppearance: 'dayAndTime', timeFormat: 'HH:mm' }, description: 'So that it is not forgotten. Left empty, it comes down after six hours.' },
      validate: (value: unknown, { data }: { data: unknown }) => !(data as { active?: boolean })?.active || !value || new Date(value as string).getTime() > Date.now() || 'This time is over. Choose one to come, or empty the field: then the bar comes down after six hours.',
      hooks: { beforeChange: [({ value, siblingData }) => value ?? (siblingData.active ? new Date(Date.now() + SIX_HOURS).toISOString() : null)] },
    },
  ],
}
