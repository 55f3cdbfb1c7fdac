import type { Receipt } from '@/lib/model/receipt'
import { formatDateTime, type Zone } from '@/lib/format/dates'

/** What stands in the editor's form besides what readers see. */
export interface Desk {
  /** Planned publication, ISO 8601, or null. */
  scheduledFor: string | null
  /** Whether there are changes that readers do not see. */
  hasDraft: boolean
}

/** "9 of 9 surfaces, 0.8 s". The time is told only when someone watched it happen. */
export function countSurfaces({ live, total }: Receipt, took: number | null): string {
  const time = took === null ? '' : `, ${took.toFixed(1)} s`
  return `${live} of ${total} surfaces${time}`
}

/** Where the story stands with readers, in a sentence. */
export function describeState(receipt: Receipt | null, { scheduledFor, hasDraft }: Desk, zone: Zone): string {
  const planned = scheduledFor === null ? '' : ` It is to go out on ${formatDateTime(scheduledFor, zone)}.`
  if (receipt === null || receipt.state === 'never') return `Draft: no reader has seen it.${planned}`
  if (receipt.state === 'withdrawn') return `Withdrawn: readers are told that it is gone.${planned}`
  const since = receipt.publishedAt === null ? '' : ` since ${formatDateTime(receipt.publishedAt, zone)}`
  const draft = hasDraft ? ' There are changes here that readers do not see yet.' : ''
  return `Live${since}.${draft}${planned}`
}

/** The result of a check: "Live on 9 of 9 surfaces, 0.8 s". */
export function describeReceipt(receipt: Receipt, took: number | null): string {
  const count = countSurfaces(receipt, took)
  if (receipt.state === 'withdrawn') return `Gone from ${count}`
  return `Live on ${count}`
}
