import type { Address } from './addresses'

/** Where a request goes: a redirect, or a room of the house (`app/`) with the status it is answered with. */
export type Answer =
  | { to: 'redirect'; location: string }
  /** `fresh`: made anew for each reader, never kept. */
  | { to: 'room'; room: string; status: number; headers?: Record<string, string>; fresh?: true }
  /** A room that answers with a status and caching of its own. */
  | { to: 'machine'; room: string }

export const room = (path: string, status = 200): Answer => ({ to: 'room', room: path, status })
export const NOT_FOUND = room('/missing/not-found', 404)
export const MALFORMED = room('/missing/malformed', 400)

/** A 410 with what readers are told of it. */
export const gone = ({ kind, id }: Extract<Address, { state: 'withdrawn' }>): Answer => room(`/gone/${kind === 'story' ? id : '0'}`, 410)

/** A 301 to a path on this site or a full address: what is not ASCII is escaped, what is escaped already stays as it is. */
export const redirectTo = (address: string): Answer => ({ to: 'redirect', location: address.replace(/[^\u0021-\u007e]+|["<>\\^`{|}]/g, encodeURI) })

/** Whether nothing was found at an address. */
export const isMissing = (answer: Answer) => answer.to === 'room' && answer.status === 404

/** Whether an address answers with a page or a file of its own. */
export const isThere = (answer: Answer) => answer.to === 'machine' || (answer.to === 'room' && answer.status === 200)
