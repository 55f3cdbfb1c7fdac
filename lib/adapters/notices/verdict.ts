import type { Answer } from './post'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long to wait after each failure; after the one that follows the last of them, a notice is given up. */
export const BACK_OFF_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]

/** What an answer means for a notice, with the words an editor reads. */
export interface Verdict {
  state: 'sent' | 'refused' | 'waiting'
  words: string
  /** For how long the receiver asked not to be asked; milliseconds. */
  waitMs: number
  /** Nobody there, or busy: asking for the next address would be answered the same. */
  isDown: boolean
}

/** How a row of the queue stands after an attempt. */
export interface Outcome {
  state: 'sent' | 'refused' | 'waiting' | 'given-up'
  attempts: number
  dueAt: string | null
  sentAt: string | null
  answer: string
}

/** Reads an answer: 2xx has arrived; a fault over there, a full queue and silence are tried again; anything else would be refused again. */
export function verdictOf(answer: Answer, wordsFor: Record<number, string> = {}): Verdict {
  if (answer.status === null) return { state: 'waiting', words: answer.problem, waitMs: 0, isDown: true }
  const { status } = answer
  const words = `${wordsFor[status] ?? generalWords(status)} (${status}).`
  if (status >= 200 && status < 300) return { state: 'sent', words, waitMs: 0, isDown: false }
  if (status !== 408 && status !== 429 && status < 500) return { state: 'refused', words, waitMs: 0, isDown: false }
  const waitMs = status === 429 ? Math.max(answer.waitMs, MINUTE) : answer.waitMs
  return { state: 'waiting', words, waitMs, isDown: waitMs > 0 }
}

function generalWords(status: number): string {
  if (status < 300) return 'Accepted'
  if (status < 400) return 'It points to another address, which is not followed'
  if (status === 408) return 'It did not hear us out in time'
  if (status === 429) return 'Too many notices at once'
  return status < 500 ? 'It does not take this notice' : 'It has a fault of its own'
}

/** What becomes of a notice that had been tried so often before. */
export function outcomeOf({ state, words, waitMs }: Verdict, attemptsBefore: number, now: Date): Outcome {
  const attempts = attemptsBefore + 1
  const done = { attempts, dueAt: null, sentAt: null, answer: words }
  if (state === 'sent') return { ...done, state, sentAt: now.toISOString() }
  if (state === 'refused') return { ...done, state }
  const delay = BACK_OFF_MS[attemptsBefore]
  if (delay === undefined) return { ...done, state: 'given-up', answer: `${words} Tried ${attempts} times.` }
  return { ...done, state, dueAt: new Date(now.getTime() + Math.max(delay, waitMs)).toISOString() }
}
