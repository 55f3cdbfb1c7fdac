import type { Payload } from 'payload'
import type { Block } from '@/lib/model/block'
import { toBlocks } from '@/lib/adapters/cms/body'
import type { BlockContext } from '@/lib/adapters/cms/body-blocks'
import { kindOf } from '@/lib/adapters/cms/cards'
import { toCorrections } from '@/lib/adapters/cms/stories'
import { blocksHtml } from '@/lib/feeds/html'
import { toPortable } from '../records/blocks'
import type { RecordOf } from '../records/schemas'
import type { Problems } from '../write/problems'
import { lookAround, type Around, type Label } from './around'
import { newestDrafts } from './drafts'
import type { Sections } from './labels'
import { instantOf, listOf, pagesOf, refOf, refsOf, textOf, type Doc, type OnBroken } from './pages'

export type StoryRecord = RecordOf<'stories'>
type Words = NonNullable<StoryRecord['pending']>

/** A story to be written out, with what it points at. */
export interface ReadStory {
  record: StoryRecord
  authors: Label[]
  topics: Label[]
  around: Around
}

export interface StorySurroundings {
  sections: Sections
  /** The newsroom's language: what a story is in that does not say otherwise. */
  language: string
  origin: string
}

/** Every story in the form that readers see, or that its writer last saved when they see none; the newest first, a page at a time. */
export async function* listStories(payload: Payload, surroundings: StorySurroundings, problems: Problems): AsyncGenerator<ReadStory[]> {
  const onBroken: OnBroken = (id, error) => problems.add('story', String(id), '', error)
  for await (const rows of pagesOf(payload, 'stories', onBroken)) {
    const drafts = await newestDrafts(payload, 'stories', rows.map(({ id }) => id), onBroken)
    const forms = rows.map((row) => formsOf(row, drafts.get(row.id)))
    const around = await lookAround(payload, forms.flatMap(({ shown, pending }) => pending === null ? [shown] : [shown, pending]), surroundings.sections.pathOf)
    yield forms.flatMap(({ row, shown, pending }) => {
      try {
        return [toStory(row, shown, pending, around, surroundings)]
      } catch (error) {
        problems.add('story', String(row.id), textOf(shown.headline) ?? '', error)
        return []
      }
    })
  }
}

/** The form readers see with what is not published yet; or, where they see none, the newest. */
export function formsOf(row: Doc, draft: Doc | undefined): { row: Doc; shown: Doc; pending: Doc | null } {
  return row._status === 'published' ? { row, shown: row, pending: draft ?? null } : { row, shown: draft ?? row, pending: null }
}

function toStory(row: Doc, shown: Doc, pending: Doc | null, around: Around, surroundings: StorySurroundings): ReadStory {
  const words = toWords(shown, around, surroundings)
  const record: StoryRecord = {
    id: String(row.id),
    status: statusOf(words, shown),
    ...around.addresses(String(row.id)),
    ...words,
    createdAt: instantOf(row.createdAt)!,
    createdBy: around.accounts.get(Number(refOf(row.createdBy))) ?? null,
    pending: pending === null ? null : toWords(pending, around, surroundings),
  }
  return { record, around, authors: labels(shown.authors, around.authors), topics: labels(shown.topics, around.topics) }
}

function statusOf(words: Words, shown: Doc): StoryRecord['status'] {
  if (shown._status === 'published') return words.withdrawal === null ? 'published' : 'withdrawn'
  return words.scheduledFor === null ? 'draft' : 'scheduled'
}

const labels = (value: unknown, known: ReadonlyMap<number, Label>): Label[] => refsOf(value).flatMap((id) => known.get(Number(id)) ?? [])

function toWords(doc: Doc, around: Around, { sections, language, origin }: StorySurroundings): Words {
  const body = toBlocks(doc.body, around.context)
  const dateline = doc.dateline as { place?: string | null; agency?: string | null } | null | undefined
  return {
    kind: kindOf(doc.kind),
    language: textOf(doc.language) ?? language,
    slug: textOf(doc.slug),
    canonicalUrl: textOf(doc.canonicalUrl),
    section: sections.pathOf(refOf(doc.section)),
    otherSections: refsOf(doc.otherSections).flatMap((id) => sections.pathOf(id) ?? []),
    authors: labels(doc.authors, around.authors).map(({ slug }) => slug),
    topics: labels(doc.topics, around.topics).map(({ slug }) => slug),
    kicker: textOf(doc.kicker),
    headline: textOf(doc.headline) ?? '',
    standfirst: textOf(doc.standfirst),
    dateline: textOf(dateline?.place) === null ? null : { place: dateline!.place!, agency: textOf(dateline!.agency) },
    hero: doc.hero == null ? null : { media: refOf(doc.hero)!, caption: textOf(doc.heroCaption) },
    ...written(body, origin),
    live: doc.kind === 'live' ? toLive(doc, around, origin) : null,
    corrections: toCorrections(doc.corrections).map((correction) => ({ ...correction, at: instantOf(correction.at)! })),
    withdrawal: doc.withdrawn === true ? { reason: textOf(doc.withdrawalReason) } : null,
    publishedAt: instantOf(doc.publishedAt),
    updatedAt: instantOf(doc.revisedAt),
    scheduledFor: instantOf(doc.scheduledFor),
    embargoedUntil: instantOf(doc.embargoedUntil),
    expiresAt: instantOf(doc.expiresAt),
    search: { headline: textOf(doc.searchHeadline), description: textOf(doc.searchDescription), noindex: doc.noindex === true },
    social: { headline: textOf(doc.socialHeadline), description: textOf(doc.socialDescription), picture: refOf(doc.socialPicture) },
    related: refsOf(doc.related),
    translations: refsOf(doc.translations),
    wordCount: Number(doc.wordCount ?? 0),
    savedAt: instantOf(doc.updatedAt)!,
  }
}

/** A rich text both as blocks and as HTML. */
export const written = (body: Block[], origin: string) => ({ body: toPortable(body), html: blocksHtml(body, origin) })

/** A live story's posts, newest first. */
function toLive(doc: Doc, { authors, context }: { authors: Around['authors']; context: BlockContext }, origin: string): StoryRecord['live'] {
  const posts = listOf(doc.livePosts).flatMap((row) => {
    const at = instantOf(row.at)
    if (at === null) return []
    const author = authors.get(Number(refOf(row.author)))?.slug ?? null
    return [{ id: String(row.id), at, headline: textOf(row.headline) ?? '', author, key: row.key === true, ...written(toBlocks(row.body, context), origin) }]
  })
  return { startedAt: instantOf(doc.liveStartedAt), endedAt: instantOf(doc.liveEndedAt), posts: posts.sort((a, b) => b.at.localeCompare(a.at)) }
}
