/** Stories on one page of a list. */
export const PAGE_SIZE = 15
/** Corrected stories on one page of the corrections. */
export const CORRECTIONS_PAGE_SIZE = 30
