import { storyPath } from '@/lib/routes'

export interface SuggestionRow {
  headline: string | null
  slug: string | null
  /** One kept from another site. */
  address: string | null
  section: string | null
}

/** Rows of headlines with where they stand; one without an address is left out. */
export function suggestionsOf(rows: readonly SuggestionRow[]): { headline: string; path: string }[] {
  return rows.flatMap(({ headline, slug, address, section }) => (headline && section && (slug || address) ? [{ headline, path: storyPath(section, slug ?? '', address) }] : []))
}
