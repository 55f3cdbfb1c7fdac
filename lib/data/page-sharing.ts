import { openSharedPages } from '@/lib/adapters/pages/redis'

/** Lets the page cache share its pages with other processes: it stands outside the server's bundles. */
export function sharePages(): void {
  Object.assign(globalThis, { [Symbol.for('dateline.sharedPages')]: openSharedPages() })
}
