/** How long a preview link may hold, in hours. */
export const LINK_HOURS = [1, 24, 24 * 7, 24 * 30] as const

/** A preview link as the back office knows it. Times are ISO 8601 in UTC. */
export interface PreviewLink {
  id: number
  /** For whom it was made. */
  note: string
  /** The one version it shows, or null for always the newest draft. */
  frozenVersion: string | null
  expiresAt: string
  revokedAt: string | null
  createdAt: string
  createdBy: string | null
}

/** The same with the path that opens it, and whether it does now. */
export interface GivenLink extends PreviewLink {
  path: string
  state: 'open' | 'expired' | 'revoked'
}
