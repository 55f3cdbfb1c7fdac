import type { Card } from './card'
import type { Inline } from './inline'
import type { Picture } from './picture'

/** One list entry; `children` is a nested list, or null. */
export interface ListItem {
  content: Inline[]
  children: ListBlock | null
}

export interface ListBlock {
  type: 'list'
  ordered: boolean
  items: ListItem[]
}

/** A picture inside a block, with the caption this use of it has (falling back to the picture's own). */
export interface Figure {
  picture: Picture
  caption: string | null
}

/** What a story or page is made of, in reading order. Every kind is drawn by `components/story/Body.tsx`. */
export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'subhead'; level: 2 | 3; id: string; text: string }
  | { type: 'quote'; content: Inline[]; attribution: string | null }
  | { type: 'pull-quote'; text: string; attribution: string | null }
  | ListBlock
  | { type: 'image'; figure: Figure; width: 'column' | 'wide' }
  | { type: 'gallery'; title: string | null; figures: Figure[] }
  | { type: 'read-also'; card: Card }
  | { type: 'fact-box'; title: string; body: Block[] }
  | { type: 'timeline'; title: string | null; entries: { when: string; title: string; text: string | null }[] }
  | { type: 'table'; caption: string | null; header: string[]; rows: string[][]; source: string | null }
  | { type: 'embed'; provider: string; title: string; url: string; embedUrl: string | null; height: number | null; poster: Picture | null }
  | { type: 'audio'; title: string; src: string; mimeType: string; transcript: string | null; credit: string | null }
  | {
      type: 'video'
      title: string
      src: string
      mimeType: string
      poster: Picture | null
      captionsSrc: string | null
      credit: string | null
    }
  | { type: 'correction-note'; kind: CorrectionKind; at: string; text: string }
  | { type: 'divider' }

/** What kind of change a newsroom owns up to. An update adds; a clarification explains; a correction mends an error. */
export type CorrectionKind = 'correction' | 'clarification' | 'update'

export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
