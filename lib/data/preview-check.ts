import { query } from '@/lib/adapters/addresses/database'
import { readPreviewToken } from '@/lib/adapters/cms/preview-token'

/** What a preview link opens: a story's newest draft, or one version of it for good (`frozenVersion`). */
export interface OpenLink {
  id: number
  storyId: number
  frozenVersion: string | null
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Why a preview link does not open. A forged, changed or mistyped address is "forged". */
export type Refusal = 'forged' | 'expired' | 'revoked'

interface Row {
  story_id: number | string | null
  frozen_version: string | null
  created_at: string | Date
  expires_at: string | Date
  revoked_at: string | Date | null
}

const timeOf = (value: string | Date) => new Date(value).getTime()

/**
 * Whether a preview link holds. Asked by the proxy at every visit, so it is light and remembers nothing: a link
 * taken back is shut at once. A link ends when its address says, or sooner if the newsroom has brought it forward.
 */
export async function checkPreviewToken(token: string, now: number = Date.now()): Promise<{ ok: true; link: OpenLink } | { ok: false; reason: Refusal }> {
  const read = readPreviewToken(token)
  if (read === null) return { ok: false, reason: 'forged' }
  const [row] = await query<Row>('SELECT story_id, frozen_version, created_at, expires_at, revoked_at FROM preview_links WHERE id = ?', [read.linkId])
  if (row === undefined || row.revoked_at !== null) return { ok: false, reason: 'revoked' }
  // The link is gone, and another has its id.
  if (Number(row.story_id) !== read.storyId || timeOf(row.created_at) !== read.createdAt) return { ok: false, reason: 'revoked' }
  const expiresAt = Math.min(read.expiresAt, timeOf(row.expires_at))
  if (!(now < expiresAt)) return { ok: false, reason: 'expired' }
  return { ok: true, link: { id: read.linkId, storyId: read.storyId, frozenVersion: row.frozen_version || null, expiresAt } }
}
