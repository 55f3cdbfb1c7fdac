import type { Payload } from 'payload'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { Note } from '../note'
import type { Noted, Subject } from './noted'

/** The notes of one run, written down as it goes. */
export interface Notebook {
  note: Noted
  /** Writes what has been noted since the last time. */
  flush: () => Promise<void>
  /** How often each code was noted. */
  counts: Map<string, { kind: Note['kind']; count: number }>
}

const AT_ONCE = 200

export function openNotebook(payload: Payload, importId: number): Notebook {
  const counts: Notebook['counts'] = new Map()
  let waiting: { subject: Subject; note: Note; position: number }[] = []
  let position = 0
  return {
    counts,
    note: (subject, note) => {
      const known = counts.get(note.code)
      counts.set(note.code, { kind: note.kind, count: (known?.count ?? 0) + 1 })
      waiting.push({ subject, note, position: ++position })
    },
    flush: async () => {
      const db = sqlOf(payload)
      const notes = waiting
      waiting = []
      for (let at = 0; at < notes.length; at += AT_ONCE) {
        const values = notes.slice(at, at + AT_ONCE).map(({ subject, note, position: place }) =>
          sql`(${importId}, ${place}, ${subject.kind}, ${subject.key}, ${subject.title}, ${subject.collection ?? null}, ${subject.targetId ?? null}, ${note.kind}, ${note.code}, ${note.message}, ${note.detail ?? null})`)
        await db.run(sql`INSERT INTO import_notes (import_id, position, item_kind, item_key, title, collection, target_id, kind, code, message, detail) VALUES ${sql.join(values, sql`, `)}`)
      }
    },
  }
}
