import { z } from 'zod'
import { createPreviewLink, endPreviewLink, mayRead, readPreviewLinks, whoAsks, type Member } from '@/lib/adapters/cms/preview'
import { toPreviewToken } from '@/lib/adapters/cms/preview-token'
import { LINK_HOURS, type GivenLink, type PreviewLink } from '@/lib/model/preview-link'

/** What the back office sends to make one. */
export const wishSchema = z.object({
  note: z.string().trim().min(1, { error: 'Say for whom it is, so that you know later whom to ask.' }).max(120, { error: 'Say it in 120 characters.' }),
  hours: z.union(LINK_HOURS.map((hours) => z.literal(hours)), { error: 'Choose how long it is to hold.' }),
  frozen: z.boolean(),
})

/** Why nothing was done: nobody is signed in, the story is not theirs to read, or the wish was not clear. */
export type Failure = { status: 401 | 403 | 404 | 400; message: string }

const SIGNED_OUT: Failure = { status: 401, message: 'Sign in to the back office first.' }
const NO_STORY: Failure = { status: 404, message: 'There is no such story, or you may not read it.' }

const timeOf = (iso: string) => new Date(iso).getTime()

const toGiven = (link: PreviewLink, storyId: number, now: Date): GivenLink => ({
  ...link,
  path: `/preview/link/${toPreviewToken({ linkId: link.id, storyId, createdAt: timeOf(link.createdAt), expiresAt: timeOf(link.expiresAt) })}`,
  state: link.revokedAt !== null ? 'revoked' : new Date(link.expiresAt) <= now ? 'expired' : 'open',
})

/** A story's preview links, newest first, for a member who may read the story. */
export async function listPreviewLinks(storyId: number, headers: Headers, now: Date = new Date()): Promise<GivenLink[] | Failure> {
  const asking = await reader(storyId, headers)
  if ('failure' in asking) return asking.failure
  const links = await readPreviewLinks(storyId, asking.member)
  return links.map((link) => toGiven(link, storyId, now))
}

/** Makes a preview link that holds from now. */
export async function givePreviewLink(storyId: number, wish: unknown, headers: Headers, now: Date = new Date()): Promise<GivenLink | Failure> {
  const asking = await reader(storyId, headers)
  if ('failure' in asking) return asking.failure
  const read = wishSchema.safeParse(wish)
  if (!read.success) return { status: 400, message: read.error.issues[0]?.message ?? 'That could not be read.' }
  const expiresAt = new Date(now.getTime() + read.data.hours * 3_600_000).toISOString()
  const link = await createPreviewLink({ storyId, note: read.data.note, frozen: read.data.frozen, expiresAt }, asking.member)
  return toGiven(link, storyId, now)
}

/** Takes a preview link back: from the next visit on it shows nothing. */
export async function revokePreviewLink(storyId: number, linkId: number, headers: Headers, now: Date = new Date()): Promise<Failure | null> {
  const asking = await reader(storyId, headers)
  if ('failure' in asking) return asking.failure
  const done = await endPreviewLink(storyId, linkId, asking.member, now.toISOString())
  return done ? null : { status: 403, message: 'You can take back links that you made; editors can take back any.' }
}

async function reader(storyId: number, headers: Headers): Promise<{ member: Member } | { failure: Failure }> {
  const member = await whoAsks(headers)
  if (member === null) return { failure: SIGNED_OUT }
  return (await mayRead('stories', storyId, member)) ? { member } : { failure: NO_STORY }
}
