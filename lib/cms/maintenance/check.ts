import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { settleStory } from '../hooks/stories'
import { sql, sqlOf } from '../sql'

export interface Finding {
  what: string
  storyIds: number[]
}

/** Stories whose address or lists do not agree with what is published: there should be none. */
export async function findDisagreements(payload: Payload): Promise<Finding[]> {
  const { all } = sqlOf(payload)
  const ids = async (query: ReturnType<typeof sql>) => (await all<{ id: number }>(query)).map((row) => Number(row.id))
  const isLive = sql`s._status = 'published' AND (s.withdrawn IS NULL OR s.withdrawn = false)`
  const findings: Finding[] = [
    {
      what: 'published, but without an address',
      storyIds: await ids(sql`SELECT s.id FROM stories s WHERE ${isLive} AND NOT EXISTS (SELECT 1 FROM paths p WHERE p.kind = 'story' AND p.ref = CAST(s.id AS TEXT) AND p.state = 'live')`),
    },
    { what: 'published, but in no list', storyIds: await ids(sql`SELECT s.id FROM stories s WHERE ${isLive} AND NOT EXISTS (SELECT 1 FROM river r WHERE r.list = 'latest' AND r.story_id = s.id)`) },
    { what: 'listed, but not published', storyIds: await ids(sql`SELECT DISTINCT r.story_id AS id FROM river r LEFT JOIN stories s ON s.id = r.story_id WHERE s.id IS NULL OR NOT (${isLive})`) },
    {
      what: 'with an address, but not published',
      storyIds: await ids(sql`SELECT s.id FROM stories s JOIN paths p ON p.kind = 'story' AND p.ref = CAST(s.id AS TEXT) AND p.state = 'live' WHERE NOT (${isLive})`),
    },
  ]
  return findings.filter((finding) => finding.storyIds.length > 0)
}

/** Derives address and lists of these stories anew. */
export async function mend(payload: Payload, storyIds: readonly number[]): Promise<void> {
  for (const id of storyIds) await settleStory(await createLocalReq({}, payload), id)
}
