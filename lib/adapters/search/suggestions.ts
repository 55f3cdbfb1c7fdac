export interface SuggestionRow {
  headline: string | null
  slug: string | null
  section: string | null
}

/** Rows of headlines with where they stand; one without an address is left out. */
export function suggestionsOf(rows: readonly SuggestionRow[]): { headline: string; path: string }[] {
  return rows.flatMap(({ headline, slug, section }) => (headline && slug && section ? [{ headline, path: `${section}/${slug}` }] : []))
}
