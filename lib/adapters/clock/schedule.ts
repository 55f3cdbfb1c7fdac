import { ValidationError } from 'payload'
import { sql, sqlOf } from '@/lib/cms/sql'
import { cms } from '@/lib/adapters/cms/client'

/** Drafts whose minute has come and whose embargo, if any, is over. */
export async function listDue(now: Date): Promise<number[]> {
  const at = now.toISOString()
  const rows = await sqlOf(await cms()).all<{ id: number }>(sql`
    SELECT parent_id AS id FROM _stories_v
    WHERE latest = true AND version__status = 'draft' AND parent_id IS NOT NULL AND version_scheduled_for <= ${at}
      AND (version_embargoed_until IS NULL OR version_embargoed_until <= ${at})
    ORDER BY version_scheduled_for`)
  return rows.map((row) => Number(row.id))
}

/**
 * Publishes the newest draft of a story.
 * @returns null when done, or why it cannot be published, in words for the editor.
 */
export async function publishDraft(id: number, now: Date): Promise<string | null> {
  const payload = await cms()
  try {
    await payload.update({ collection: 'stories', id, data: { _status: 'published' }, depth: 0, context: { now } })
    return null
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return error.data.errors.map((problem) => `${problem.label ?? problem.path}: ${problem.message}`).join(' · ')
  }
}

/** Keeps why a scheduled story could not go out, for the editor to see; null clears it. */
export async function noteProblem(id: number, at: number, message: string | null): Promise<void> {
  const db = sqlOf(await cms())
  if (message === null) await db.run(sql`DELETE FROM schedule_problems WHERE story_id = ${id}`)
  else
    await db.run(sql`INSERT INTO schedule_problems (story_id, at, message) VALUES (${id}, ${at}, ${message})
      ON CONFLICT (story_id) DO UPDATE SET at = ${at}, message = ${message}`)
}

/** The fronts (by section id, null for the home page) with a pin that ran out within a span, and whether the breaking bar did. */
export async function listRunOut(from: Date, to: Date): Promise<{ fronts: (number | null)[]; breaking: boolean }> {
  const db = sqlOf(await cms())
  const [start, end] = [from.toISOString(), to.toISOString()]
  const fronts = await db.all<{ section_id: number | null }>(
    sql`SELECT DISTINCT f.section_id FROM fronts_pins p JOIN fronts f ON f.id = p._parent_id WHERE p.until > ${start} AND p.until <= ${end}`,
  )
  const breaking = await db.all(sql`SELECT id FROM breaking WHERE until > ${start} AND until <= ${end}`)
  return { fronts: fronts.map((row) => (row.section_id === null ? null : Number(row.section_id))), breaking: breaking.length > 0 }
}
