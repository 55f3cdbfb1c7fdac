/** Where PostgreSQL tells every process of a commit that changed something readers see. */
export const CHANNEL = 'dateline_changes'
