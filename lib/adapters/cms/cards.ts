import type { AuthorLink, Card, StoryKind } from '@/lib/model/card'
import { STORY_KINDS } from '@/lib/model/card'
import { log } from '@/lib/log'
import { among, sql, sqlOf } from '@/lib/cms/sql'
import { storyPath } from '@/lib/routes'
import { cms } from './client'
import { textOf, timeOf, toSectionLink } from './links'
import { listBylines, mediaColumns, mediaIn } from './lookups'
import { toPicture } from './pictures'

const WORDS_A_MINUTE = 230

/** Whole minutes a story takes to read, at least one, at 230 words a minute. */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / WORDS_A_MINUTE))

export const kindOf = (value: unknown): StoryKind => STORY_KINDS.find((kind) => kind === value) ?? 'news'

interface Row {
  id: number
  slug: string
  address: string | null
  kind: string
  kicker: string | null
  headline: string | null
  standfirst: string | null
  published_at: string | null
  revised_at: string | null
  word_count: number | string | null
  section_slug: string | null
  section_name: string
  section_path: string
}

/** Published stories as cards, in the order asked for; what is not published is left out, what is malformed is logged and left out. */
export async function listCardsByIds(ids: readonly number[]): Promise<Card[]> {
  if (ids.length === 0) return []
  const { all } = sqlOf(await cms())
  const [rows, bylines] = await Promise.all([
    all<Row>(sql`
      SELECT s.id, s.slug, s.address, s.kind, s.kicker, s.headline, s.standfirst, s.published_at, s.revised_at, s.word_count,
        c.slug AS section_slug, c.name AS section_name, c.path AS section_path, ${mediaColumns('hero')}
      FROM stories s LEFT JOIN sections c ON c.id = s.section_id LEFT JOIN media hero ON hero.id = s.hero_id
      WHERE s.id IN (${among(ids)}) AND coalesce(s._status, 'draft') = 'published' AND coalesce(s.withdrawn, ${false}) = ${false}`),
    listBylines(ids),
  ])
  const byId = new Map(rows.map((row) => [Number(row.id), row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : tryCard(row, bylines.get(id) ?? [])
  })
}

/** A card, or nothing (and a line in the log) when the story is malformed: one bad story never takes down a list. */
function tryCard(row: Row, authors: AuthorLink[]): Card[] {
  try {
    return [toCard(row, authors)]
  } catch (error) {
    log.error({ err: error, story: Number(row.id) }, 'a story was left out of a list')
    return []
  }
}

function toCard(row: Row, authors: AuthorLink[]): Card {
  const publishedAt = timeOf(row.published_at)
  if (row.section_slug === null) throw new Error(`Story ${row.id} has no section`)
  if (publishedAt === null) throw new Error(`Story ${row.id} has no publication time`)
  const section = toSectionLink({ slug: row.section_slug, name: row.section_name, path: row.section_path })
  return {
    id: String(row.id),
    path: storyPath(section.path, String(row.slug), textOf(row.address)),
    kind: kindOf(row.kind),
    kicker: textOf(row.kicker),
    headline: row.headline ?? '',
    standfirst: textOf(row.standfirst),
    section,
    authors,
    picture: toPicture(mediaIn(row, 'hero')),
    publishedAt,
    updatedAt: timeOf(row.revised_at),
    readingMinutes: readingMinutes(Number(row.word_count ?? 0)),
  }
}
