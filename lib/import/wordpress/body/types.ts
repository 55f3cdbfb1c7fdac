import type { Note } from '../../note'

/** A document that an address of the old site leads to here. */
export interface InternalTarget {
  collection: 'stories' | 'pages' | 'sections' | 'topics' | 'authors'
  id: number
}

/** A file of the old site, as this newsroom will have it. */
export interface KnownMedia {
  /** Of the media document. */
  id: number
  kind: 'image' | 'audio' | 'video' | 'file'
  /** Where the file is served here, for a plain link. */
  path: string
  title: string
}

/** What a body may point at. Every look-up is synchronous and cheap. */
export interface BodyContext {
  /** What an address (absolute or a path, with query and fragment) of the old site leads to; null when it is another site's or unknown. */
  targetOf: (url: string) => InternalTarget | null
  /** True for an address of the old site, whatever stands there. */
  isOwn: (url: string) => boolean
  /** A file by its address: as uploaded, in a size ("-1024x683"), or scaled ("-scaled"). */
  mediaByUrl: (url: string) => KnownMedia | null
  /** A file by the number of its attachment. */
  mediaById: (attachment: number) => KnownMedia | null
  /** The files attached to this post, in their order: what a bare [gallery] or [playlist] shows. */
  attached: () => readonly KnownMedia[]
  /** The content of a reusable block (wp_block) by its number; null when the export does not have it. */
  reusable: (ref: number) => string | null
  /** The postmeta "footnotes" of this post, as it stands there; null without. */
  footnotes: string | null
}

/** A node of the rich text that the back office keeps. */
export type Node = Record<string, unknown>

export interface ConvertedBody {
  /** `{ root: … }`, as the field `body` keeps it. */
  body: { root: Node }
  /** A leading "MOSCOW, (TDI):", taken out of the text. */
  dateline: { place: string; agency: string | null } | null
  /** What the text says of pictures for people who cannot see them, for media documents that have no words of their own. */
  alts: { media: number; alt: string }[]
  notes: Note[]
  parity: Parity
}

/** How much of the text went in and came out, in words. */
export interface Parity {
  in: number
  out: number
  /** Runs of words that went in and did not come out (and are not explained by a note that names them), a few at most. */
  missing: string[]
}
