import type { FieldHook, TextField } from 'payload'
import { addressProblem, spellAddress } from '@/lib/own-addresses'
import { editorsField, ROLES } from '../access'

/** As it would be copied from a browser: with the site's name, capitals, escapes, a slash at the end. */
const spell: FieldHook = ({ value }) => {
  if (typeof value !== 'string') return value
  const typed = value.trim().replace(/^https?:\/\/[^/?#]+(?=\/)/i, '')
  try {
    return spellAddress(typed) || null
  } catch {
    return typed
  }
}

/** The address a document had on the site it was moved in from, whole. When set it takes the place of every other. */
export const addressField = (description: string): TextField => ({
  name: 'address',
  type: 'text',
  label: 'Address kept from the old site',
  hooks: { beforeValidate: [spell], beforeDuplicate: [() => null] },
  access: { create: editorsField, update: editorsField },
  admin: {
    position: 'sidebar',
    condition: (data, _, { user }) => Boolean(data?.address) || ROLES.indexOf((user as { role?: (typeof ROLES)[number] } | null)?.role ?? 'reporter') > 0,
    description,
  },
  validate: (value: unknown) => (typeof value === 'string' && value !== '' ? (addressProblem(value) ?? true) : true),
})
