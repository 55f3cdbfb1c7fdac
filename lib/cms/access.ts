import type { Access, FieldAccess, PayloadRequest } from 'payload'

export const ROLES = ['reporter', 'editor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** The role of whoever asks, or null for nobody; a closed account is nobody's. */
export function roleOf(req: PayloadRequest): Role | null {
  const user = req.user as { role?: unknown; closed?: unknown } | null
  if (user?.closed === true) return null
  const role = user?.role
  return ROLES.find((known) => known === role) ?? null
}

const atLeast =
  (least: Role) =>
  ({ req }: { req: PayloadRequest }): boolean => {
    const role = roleOf(req)
    return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least)
  }

/** Anyone with an account. Nobody without one reads anything through Payload's own doors. */
export const signedIn: Access = atLeast('reporter')
export const editors: Access = atLeast('editor')
export const administrators: Access = atLeast('administrator')
export const nobody: Access = () => false

export const editorsField: FieldAccess = atLeast('editor')
export const administratorsField: FieldAccess = atLeast('administrator')

/** Editors change every story; reporters change the drafts they made, and never publish. */
export const changeStories: Access = ({ req, data }) => {
  const role = roleOf(req)
  if (role === 'editor' || role === 'administrator') return true
  if (role !== 'reporter' || data?._status === 'published') return false
  return { createdBy: { equals: req.user?.id } }
}

/** Editors change every one; reporters those they made. */
export const changeOwn: Access = ({ req }) => {
  const role = roleOf(req)
  if (role === 'editor' || role === 'administrator') return true
  return role === 'reporter' && { createdBy: { equals: req.user?.id } }
}
