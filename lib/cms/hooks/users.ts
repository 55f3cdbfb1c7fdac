import type { CollectionBeforeChangeHook, CollectionBeforeLoginHook, CollectionBeforeOperationHook } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { env } from '@/lib/env'
import { isMailConfigured } from '../mail'
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

const asked = new RateLimiterMemory({ keyPrefix: 'forgotten', points: 3, duration: 15 * 60 })

/** A new password goes by mail: not without a mail server, and to one address only so often, whether it has an account or not. */
export const guardForgotten: CollectionBeforeOperationHook = async ({ args, operation }) => {
  if (operation !== 'forgotPassword') return args
  if (!isMailConfigured()) throw refusal('No mail is sent from here. Ask an administrator of the newsroom to set a new password for you.', 403)
  const { email } = (args as { data?: { email?: unknown } }).data ?? {}
  try {
    await asked.consume(String(email).trim().toLowerCase())
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw refusal('A new password was asked for several times just now. Look in your mail, or try again in a quarter of an hour.', 429)
  }
  return args
}

/** The mail that brings a new password. Its link leads to the site's own address, whatever the request called it. */
export const writeForgotten = ({ token = '' }: { token?: string } = {}): string => {
  const link = `${env().SITE_URL}/admin/reset/${token}`
  return `<p>Hello,</p><p>somebody, probably you, asked for a new password for your account in the newsroom. Choose one here within an hour:</p><p><a href="${link}">${link}</a></p><p>If it was not you, nothing has changed: your password is as it was.</p>`
}
