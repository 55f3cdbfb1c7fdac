import type { AuthorLink, TopicLink } from '@/lib/model/card'
import type { StoryAuthor } from '@/lib/model/story'
import { among, sql, sqlOf, type Sql } from '@/lib/cms/sql'
import { cms } from './client'
import { textOf, toAuthorLink, toTopicLink } from './links'
import type { Media } from './pictures'
import { staticPagePath } from '@/lib/routes'

/**
 * What stories point at, by document id, each kind read at once and straight from its table: a list of cards is made for
 * nearly every page there is. What is gone is not in the answer.
 */
type Found<T> = Promise<Map<number, T>>

const database = async (): Promise<Sql> => sqlOf(await cms())

const numberOf = (value: unknown) => (value == null ? null : Number(value))

/** Media documents, as much of them as a page shows. */
export async function readMedia(ids: readonly number[]): Found<Media> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<Record<string, unknown>>(sql`
    SELECT id, filename, mime_type, width, height, alt, caption, credit, focal_x, focal_y, rights_expire_at, transcript FROM media WHERE id IN (${among(ids)})`)
  return new Map(
    rows.map((row) => [
      Number(row.id),
      {
        id: Number(row.id),
        filename: textOf(row.filename),
        mimeType: textOf(row.mime_type),
        width: numberOf(row.width),
        height: numberOf(row.height),
        alt: textOf(row.alt),
        caption: textOf(row.caption),
        credit: textOf(row.credit),
        focalX: numberOf(row.focal_x),
        focalY: numberOf(row.focal_y),
        rightsExpireAt: textOf(row.rights_expire_at),
        transcript: textOf(row.transcript),
      },
    ]),
  )
}

/** Authors as a story names them, with their portraits. */
export async function readBylines(ids: readonly number[]): Found<StoryAuthor> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<{ id: number; slug: string; name: string; role: unknown; biography: unknown; portrait_id: number | null }>(
    sql`SELECT id, slug, name, role, biography, portrait_id FROM authors WHERE id IN (${among(ids)})`,
  )
  const portraits = await readMedia(rows.flatMap((row) => row.portrait_id ?? []))
  return new Map(rows.map((row) => [Number(row.id), { ...toAuthorLink({ ...row, portrait: portraits.get(Number(row.portrait_id)) }), biography: textOf(row.biography) }]))
}

/** An author as a card or a post names them: without who they are. */
export const toByline = ({ slug, name, path, role, portrait }: StoryAuthor): AuthorLink => ({ slug, name, path, role, portrait })

/** Topics as links. */
export async function readTopicLinks(ids: readonly number[]): Found<TopicLink> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<{ id: number; slug: string; name: string }>(sql`SELECT id, slug, name FROM topics WHERE id IN (${among(ids)})`)
  return new Map(rows.map((row) => [Number(row.id), toTopicLink(row)]))
}

/** The addresses of published static pages. */
export async function readPagePaths(ids: readonly number[]): Found<string> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<{ id: number; slug: string; address: unknown }>(sql`SELECT id, slug, address FROM pages WHERE id IN (${among(ids)}) AND _status = 'published'`)
  return new Map(rows.map((row) => [Number(row.id), staticPagePath(String(row.slug), textOf(row.address))]))
}
