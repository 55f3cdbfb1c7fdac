import type { Link } from './inline'

/** How words stand where they are. */
export interface Style {
  format: number
  link: Link | null
  /** A paragraph of its own, an entry of a list or table, or one line (a heading, a caption). */
  mode: 'block' | 'item' | 'line'
  /** White space as it stands. */
  pre: boolean
  /** Inside a pull quote's figure. */
  pull: boolean
  /** Pictures in here run wider than the text. */
  wide: boolean
  /** Links around pictures in here lead to their files or their pages in WordPress. */
  toFile: boolean
  /** The number of the attachment that a block around this names. */
  attachment: number | null
}

export const PLAIN: Style = { format: 0, link: null, mode: 'block', pre: false, pull: false, wide: false, toFile: false, attachment: null }

/** Elements that stand within a line of words, and all whose names are not known; the others begin a new paragraph. */
export const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table tbody td tfoot th thead tr ul xmp #block #break'.split(' '),
)
