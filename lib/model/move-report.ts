import { z } from 'zod'

const outcomeSchema = z.object({
  made: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Changed here and there: left as it stands here. */
  kept: z.number(),
  /** Deleted here by an editor since: not brought back. */
  gone: z.number(),
  failed: z.number(),
  words: z.object({ in: z.number(), out: z.number() }),
})

const commentsSchema = z.object({ approved: z.number(), pending: z.number(), spam: z.number(), pings: z.number() })

/** What one run of moving a newsroom in did: the figures. What was changed, dropped or is doubtful stands in notes of their own. */
export const moveReportSchema = z.object({
  source: z.string(),
  importId: z.number(),
  startedAt: z.string(),
  finishedAt: z.string(),
  files: z.array(z.object({ name: z.string(), size: z.number(), items: z.number(), problem: z.string().nullable() })),
  /** The permalink structure, given or guessed. */
  structure: z.string().nullable(),
  timeZone: z.string(),
  counts: z.object({
    /** By type, then by status. */
    items: z.record(z.string(), z.record(z.string(), z.number())),
    /** By taxonomy. */
    terms: z.record(z.string(), z.number()),
    accounts: z.number(),
    comments: commentsSchema,
  }),
  outcomes: z.object({ stories: outcomeSchema, pages: outcomeSchema }),
  labels: z.object({ sections: z.number(), topics: z.number(), authors: z.number() }),
  media: z.object({ documents: z.number(), fetched: z.object({ here: z.number(), joined: z.number(), missing: z.number(), refused: z.number() }).nullable() }),
  redirects: z.object({ taken: z.number(), withdrawn: z.number(), refused: z.number() }).nullable(),
  pinned: z.number(),
  notes: z.array(z.object({ code: z.string(), kind: z.enum(['changed', 'dropped', 'doubtful']), count: z.number() })),
})

export type MoveReport = z.infer<typeof moveReportSchema>
export type MoveOutcome = z.infer<typeof outcomeSchema>

/** A row of figures: what it is, how many the export held, how many stand here. */
export interface MoveFigure {
  what: string
  there: number | null
  here: string
}

const sum = (statuses: Record<string, number> | undefined) => Object.values(statuses ?? {}).reduce((total, n) => total + n, 0)

/** The figures of a report as rows, in the words that editors use. `count` writes a number. */
export function moveFigures({ counts, outcomes, labels, media, redirects, pinned }: MoveReport, count: (value: number) => string): MoveFigure[] {
  const outcome = ({ made, updated, unchanged, kept, gone, failed }: MoveOutcome) =>
    [[made, 'new'], [updated, 'updated'], [unchanged, 'as they were'], [kept, 'kept as edited here'], [gone, 'deleted here'], [failed, 'failed']]
      .filter(([n]) => Number(n) > 0)
      .map(([n, what]) => `${count(Number(n))} ${what}`)
      .join(', ') || 'none'
  const { approved, pending, spam, pings } = counts.comments
  const posts = Object.entries(counts.items).filter(([type]) => type === 'post')
  return [
    { what: 'Posts → stories', there: posts.reduce((total, [, statuses]) => total + sum(statuses), 0), here: outcome(outcomes.stories) },
    { what: 'Pages', there: sum(counts.items.page), here: outcome(outcomes.pages) },
    { what: 'Categories → sections', there: counts.terms.category ?? 0, here: count(labels.sections) },
    { what: 'Tags → topics', there: counts.terms.post_tag ?? 0, here: count(labels.topics) },
    { what: 'Accounts and guest authors → authors', there: counts.accounts + sum(counts.items['guest-author']), here: count(labels.authors) },
    { what: 'Attachments → media', there: sum(counts.items.attachment), here: count(media.documents) },
    { what: 'Files', there: null, here: media.fetched === null ? 'not asked for' : `${count(media.fetched.here)} here, ${count(media.fetched.joined)} the same as another, ${count(media.fetched.missing)} not found, ${count(media.fetched.refused)} refused` },
    ...(redirects === null ? [] : [{ what: 'Redirects', there: redirects.taken + redirects.withdrawn + redirects.refused, here: `${count(redirects.taken)} lead on, ${count(redirects.withdrawn)} gone, ${count(redirects.refused)} not taken` }]),
    { what: 'Sticky posts → pinned', there: null, here: count(pinned) },
    { what: 'Comments', there: approved + pending + spam + pings, here: `not moved: ${count(approved)} approved, ${count(pending)} waiting, ${count(spam)} spam, ${count(pings)} pings` },
    { what: 'Words of text', there: outcomes.stories.words.in + outcomes.pages.words.in, here: count(outcomes.stories.words.out + outcomes.pages.words.out) },
  ]
}
