/** How much a note asks of an editor: what was turned into something else, what could not be brought, what to look at. */
export const NOTE_KINDS = ['changed', 'dropped', 'doubtful'] as const

/** One sentence of the report about one thing that was moved in. */
export interface Note {
  kind: (typeof NOTE_KINDS)[number]
  /** The same for every note of the same sort, so that they can be counted: "embed-without-address". */
  code: string
  /** What happened and why, as an editor would say it. */
  message: string
  /** The text or address it is about, whole, so that nothing is lost with what was dropped. */
  detail?: string
}
