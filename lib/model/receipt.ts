/** Whether a place shows a story as it is now, in words for the editor. */
export interface Verdict {
  ok: boolean
  detail: string
}

/** One place where readers meet a story, with what was found there. */
export interface Surface extends Verdict {
  name: string
  path: string
}

/** "never": no reader has seen the story. "withdrawn": it was public and is not now. */
export type PublicState = 'live' | 'withdrawn' | 'never'

/** What an editor is shown after publishing. Times are ISO 8601 in UTC. */
export interface Receipt {
  state: PublicState
  /** The story's address of today, or the last it had. */
  path: string | null
  publishedAt: string | null
  /** When what readers see last changed. */
  changedAt: string | null
  surfaces: Surface[]
  /** How many surfaces are right, of how many. */
  live: number
  total: number
  /** From the change to the end of this check; null when nothing was ever published. */
  seconds: number | null
}
