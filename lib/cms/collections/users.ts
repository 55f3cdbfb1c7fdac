import type { CollectionConfig } from 'payload'
import { administrators, administratorsField, ROLES, roleOf } from '../access'
import { endSessions, guardForgotten, refuseClosed, writeForgotten } from '../hooks/users'

/** People with an account in the back office. Bylines are authors, not users: most need no account. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'], group: 'Newsroom' },
  auth: {
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 12 * 60 * 60,
    cookies: { sameSite: 'Lax' },
    // Payload's own interval would write beside the transaction that it is in, which SQLite does not allow; guardForgotten has one.
    forgotPassword: { minRequestInterval: 0, expiration: 60 * 60 * 1000, generateEmailSubject: () => 'A new password for the newsroom', generateEmailHTML: writeForgotten },
  },
  access: {
    create: administrators,
    delete: administrators,
    unlock: administrators,
    admin: ({ req }) => roleOf(req) !== null,
    read: ({ req }) => {
      const role = roleOf(req)
      if (role === null) return false
      return role === 'administrator' ? true : { id: { equals: req.user?.id } }
    },
    update: ({ req }) => {
      const role = roleOf(req)
      if (role === null) return false
      return role === 'administrator' ? true : { id: { equals: req.user?.id } }
    },
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'reporter',
      saveToJWT: true,
      options: ROLES.map((role) => ({ value: role, label: role[0]!.toUpperCase() + role.slice(1) })),
      access: { update: administratorsField, create: administratorsField },
      admin: { description: 'Reporters write drafts. Editors publish, correct and set the fronts. Administrators also keep users and settings.' },
    },
    {
      name: 'closed',
      type: 'checkbox',
      label: 'Account closed',
      access: { update: administratorsField, create: administratorsField },
      admin: { description: 'Nobody can sign in with it, and who is signed in is signed out at once. What they wrote stays.' },
    },
    // Payload's own, which leaves it out without its interval: the tables keep it, so that an older process works on them.
    { name: 'resetPasswordRequestedAt', type: 'date', hidden: true, access: { create: () => false, update: () => false } },
  ],
  hooks: {
    beforeOperation: [guardForgotten],
    beforeLogin: [refuseClosed],
    beforeChange: [
      endSessions,
      // The very first account has nobody to make it an administrator.
      async ({ data, operation, req }) => {
        if (operation !== 'create') return data
        const { totalDocs } = await req.payload.count({ collection: 'users', req })
        return totalDocs === 0 ? { ...data, role: 'administrator' } : data
      },
    ],
  },
}
