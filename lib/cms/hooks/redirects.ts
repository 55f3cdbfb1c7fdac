import { ValidationError, type CollectionAfterChangeHook, type CollectionBeforeValidateHook } from 'payload'
import { spellAddress } from '@/lib/own-addresses'
import { announce } from '../changes'
import { pathTag } from '../paths'

/** An address copied from a browser has %-escapes; what is not UTF-8 stays as it is, for nobody can ask for it. */
function spelled(path: string): string {
  try {
    return spellAddress(path)
  } catch {
    return path
  }
}

/** A redirect written by hand: a clean path on this site that leads somewhere else, and not in a circle. */
export const cleanRedirect: CollectionBeforeValidateHook = async ({ data, req, context }) => {
  if (context.settled === true || data === undefined || (data.kind ?? 'redirect') !== 'redirect') return data
  const fail = (path: string, message: string): never => {
    throw new ValidationError({ collection: 'paths', errors: [{ path, message }] }, req.t)
  }
  const path = spelled(String(data.path ?? '').trim())
  const target = String(data.target ?? '').trim()
  if (!/^\/[^\s?#]*$/.test(path)) fail('path', 'Start with a slash and leave out spaces, ? and #.')
  if (!/^(\/(?!\/)|https?:\/\/)/.test(target)) fail('target', 'Write a path on this site (/world) or a full address (https://…).')
  const seen = new Set([path])
  for (let next = target; next.startsWith('/'); ) {
    if (seen.has(next)) fail('target', 'That leads back to where it started.')
    seen.add(next)
    const { docs } = await req.payload.find({ collection: 'paths', where: { and: [{ path: { equals: next } }, { kind: { equals: 'redirect' } }] }, limit: 1, pagination: false, depth: 0, req })
    const following = docs[0] as { target?: string | null } | undefined
    if (!following?.target) return { ...data, kind: 'redirect', state: 'moved', path, target: next }
    next = following.target
  }
  return { ...data, kind: 'redirect', state: 'moved', path, target }
}

export const announcePath: CollectionAfterChangeHook = async ({ doc, previousDoc, req, context }) => {
  if (context.settled === true) return doc
  const paths = [doc.path, previousDoc?.path].filter((path): path is string => typeof path === 'string')
  await announce(req, { expire: paths.map(pathTag), refresh: [] })
  return doc
}
