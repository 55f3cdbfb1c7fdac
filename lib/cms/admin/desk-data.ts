import type { Payload, TypedUser, Where } from 'payload'
import { sql, sqlOf } from '../sql'

/** A story in one of the desk's lists. Times are ISO 8601 in UTC. */
export interface DeskStory {
  id: number
  headline: string
  /** The time the list is about: when it goes out, when it was saved, when it was published. */
  at: string
  by: string | null
  /** Why a scheduled story could not go out. */
  problem: string | null
  isLive: boolean
}

export interface DeskData {
  newsroom: { name: string; timeZone: string; locale: string }
  /** When the clock last beat, in milliseconds since 1970. */
  beatAt: number | null
  scheduled: DeskStory[]
  drafts: DeskStory[]
  published: DeskStory[]
  homeFrontId: number | null
  breaking: { text: string; until: string } | null
}

interface Row {
  id: number | string
  headline: string | null
  at: string | Date
  by: string | null
  problem?: string | null
  live?: boolean | number | null
}

const toDeskStory = (row: Row): DeskStory => ({
  id: Number(row.id),
  headline: row.headline || 'Without a headline',
  at: new Date(row.at).toISOString(),
  by: row.by || null,
  problem: row.problem ?? null,
  isLive: Boolean(row.live),
})

const SHOWN = 8

/** Everything the desk shows to a member, under the back office's own rules for fronts and settings. */
export async function readDesk(payload: Payload, user: TypedUser, since: (timeZone: string) => Date): Promise<DeskData> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const newsroom = { name: settings.name, timeZone: settings.timeZone, locale: settings.locale }
  const [beatAt, scheduled, drafts, published, homeFrontId, breaking] = await Promise.all([
    readBeat(payload),
    readScheduled(payload),
    readDrafts(payload),
    readPublished(payload, since(settings.timeZone)),
    readHomeFront(payload, user),
    readBreaking(payload),
  ])
  return { newsroom, beatAt, scheduled, drafts, published, homeFrontId, breaking }
}

async function readBeat(payload: Payload): Promise<number | null> {
  const rows = await sqlOf(payload).all<{ beat_at: number | string }>(sql`SELECT beat_at FROM clock WHERE name = 'sweep'`)
  return rows[0] === undefined ? null : Number(rows[0].beat_at)
}

async function readScheduled(payload: Payload): Promise<DeskStory[]> {
  const rows = await sqlOf(payload).all<Row>(sql`
    SELECT v.parent_id AS id, v.version_headline AS headline, v.version_scheduled_for AS at, u.name AS by, p.message AS problem
    FROM _stories_v v LEFT JOIN users u ON u.id = v.version_created_by_id LEFT JOIN schedule_problems p ON p.story_id = v.parent_id
    WHERE v.latest = true AND v.version__status = 'draft' AND v.version_scheduled_for IS NOT NULL AND v.parent_id IS NOT NULL
    ORDER BY v.version_scheduled_for LIMIT ${SHOWN * 2}`)
  return rows.map(toDeskStory)
}

async function readDrafts(payload: Payload): Promise<DeskStory[]> {
  const rows = await sqlOf(payload).all<Row>(sql`
    SELECT v.parent_id AS id, v.version_headline AS headline, v.updated_at AS at, u.name AS by, s._status = 'published' AS live
    FROM _stories_v v JOIN stories s ON s.id = v.parent_id LEFT JOIN users u ON u.id = v.version_created_by_id
    WHERE v.latest = true AND v.version__status = 'draft' AND v.version_scheduled_for IS NULL AND v.version_headline IS NOT NULL
    ORDER BY v.updated_at DESC LIMIT ${SHOWN}`)
  return rows.map(toDeskStory)
}

async function readPublished(payload: Payload, since: Date): Promise<DeskStory[]> {
  const rows = await sqlOf(payload).all<Row>(sql`
    SELECT s.id, s.headline, s.published_at AS at, u.name AS by
    FROM stories s LEFT JOIN users u ON u.id = s.created_by_id
    WHERE s._status = 'published' AND (s.withdrawn IS NULL OR s.withdrawn = false) AND s.published_at >= ${since.toISOString()}
    ORDER BY s.published_at DESC LIMIT ${SHOWN}`)
  return rows.map(toDeskStory)
}

async function readHomeFront(payload: Payload, user: TypedUser): Promise<number | null> {
  const where: Where = { section: { exists: false } }
  const { docs } = await payload.find({ collection: 'fronts', where, limit: 1, pagination: false, depth: 0, select: {}, overrideAccess: false, user })
  return docs[0] === undefined ? null : Number(docs[0].id)
}

async function readBreaking(payload: Payload): Promise<DeskData['breaking']> {
  const bar = await payload.findGlobal({ slug: 'breaking', depth: 0 })
  return bar.active === true && bar.text && bar.until ? { text: bar.text, until: bar.until } : null
}
