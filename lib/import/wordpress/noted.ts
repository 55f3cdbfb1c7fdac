import type { Note } from '../note'

/** What a note is about: a thing of the old site and, where it has one, its place here. */
export interface Subject {
  /** "post", "page", "attachment", "category", "tag", "person", "menu", "redirect", "file". */
  kind: string
  key: string
  title: string
  collection?: string
  targetId?: number
}

/** Takes down a note for the report. */
export type Noted = (subject: Subject, note: Note) => void
