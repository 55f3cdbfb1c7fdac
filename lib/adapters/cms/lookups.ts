import type { AuthorLink, TopicLink } from '@/lib/model/card'
import type { StoryAuthor } from '@/lib/model/story'
import type { SQL } from 'drizzle-orm'
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

/** What pages show of a media document, as columns of its table. */
const MEDIA = ['id', 'filename', 'mime_type', 'width', 'height', 'alt', 'caption', 'credit', 'focal_x', 'focal_y', 'rights_expire_at', 'transcript'] as const

/** Those columns of the table `from`, each named after it: "hero_filename", for a picture that is joined to what shows it; and the newsroom's time zone. */
export const mediaColumns = (from: string): SQL => sql.raw([...MEDIA.map((column) => `${from}.${column} AS ${from}_${column}`), `(SELECT time_zone FROM settings LIMIT 1) AS ${from}_time_zone`].join(', '))

/** The media document in a row with `mediaColumns(from)`; null where none was joined. */
export function mediaIn(row: object, from: string): Media | null {
  const of = (column: (typeof MEDIA)[number] | 'time_zone') => (row as Record<string, unknown>)[`${from}_${column}`]
  if (of('id') == null) return null
  return {
    id: Number(of('id')),
    filename: textOf(of('filename')),
    mimeType: textOf(of('mime_type')),
    width: numberOf(of('width')),
    height: numberOf(of('height')),
    alt: textOf(of('alt')),
    caption: textOf(of('caption')),
    credit: textOf(of('credit')),
    focalX: numberOf(of('focal_x')),
    focalY: numberOf(of('focal_y')),
    rightsExpireAt: textOf(of('rights_expire_at')),
    timeZone: textOf(of('time_zone')),
    transcript: textOf(of('transcript')),
  }
}

/** Media documents, as much of them as a page shows. */
export async function readMedia(ids: readonly number[]): Found<Media> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<object>(sql`SELECT ${mediaColumns('media')} FROM media WHERE id IN (${among(ids)})`)
  return new Map(rows.flatMap((row) => mediaIn(row, 'media') ?? []).map((media) => [media.id, media]))
}

interface AuthorRow {
  author_id: number
  slug: string
  name: string
  role: unknown
  biography: unknown
}

/** Authors with their portraits, as rows of whatever names them. */
const AUTHORS = sql`a.id AS author_id, a.slug AS slug, a.name AS name, a.role AS role, a.biography AS biography, ${mediaColumns('portrait')}`
const toStoryAuthor = (row: AuthorRow): StoryAuthor => ({ ...toAuthorLink({ ...row, portrait: mediaIn(row, 'portrait') }), biography: textOf(row.biography) })

/** Authors as a story names them, with their portraits. */
export async function readBylines(ids: readonly number[]): Found<StoryAuthor> {
  if (ids.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<AuthorRow>(sql`SELECT ${AUTHORS} FROM authors a LEFT JOIN media portrait ON portrait.id = a.portrait_id WHERE a.id IN (${among(ids)})`)
  return new Map(rows.map((row) => [Number(row.author_id), toStoryAuthor(row)]))
}

/** The authors of each of these stories, in their order, by the story's id. */
export async function listBylines(storyIds: readonly number[]): Found<AuthorLink[]> {
  if (storyIds.length === 0) return new Map()
  const { all } = await database()
  const rows = await all<AuthorRow & { story: number }>(sql`
    SELECT r.parent_id AS story, ${AUTHORS}
    FROM stories_rels r JOIN authors a ON a.id = r.authors_id LEFT JOIN media portrait ON portrait.id = a.portrait_id
    WHERE r.parent_id IN (${among(storyIds)}) AND r.path = 'authors' ORDER BY r."order"`)
  const found = new Map<number, AuthorLink[]>()
  for (const row of rows) found.set(Number(row.story), [...(found.get(Number(row.story)) ?? []), toByline(toStoryAuthor(row))])
  return found
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
