import type { CollectionBeforeChangeHook, CollectionBeforeLoginHook } from 'payload'
import { refusal } from '../refusal'

interface Session {
  id: string
}

/**
 * Ends an account's sessions with its password and with its closing: whoever holds an old one is out at once. Who
 * changes their own password stays in where they did it.
 */
export const endSessions: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update') return data
  if (data.closed === true) return { ...data, sessions: [] }
  if (typeof data.password !== 'string' || data.password === '') return data
  const isOwn = req.user?.collection === 'users' && String(req.user.id) === String(originalDoc?.id)
  const own = isOwn ? (req.user as { _sid?: string })._sid : undefined
  const sessions = (originalDoc?.sessions ?? []) as Session[]
  return { ...data, sessions: sessions.filter((session) => session.id === own) }
}

/** Says so rather than that the password is wrong: it was right. */
export const refuseClosed: CollectionBeforeLoginHook = ({ user }) => {
  if ((user as { closed?: boolean }).closed === true) throw refusal('This account is closed. Ask an administrator of the newsroom.', 403)
  return user
}
