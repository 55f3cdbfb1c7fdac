import { env } from '@/lib/env'

/** How long a search engine or a hub has to answer, in milliseconds. */
export const TIME_LIMIT_MS = 10_000
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/** What came back: a status and for how long we are asked to wait, or why nothing came, in words. */
export type Answer = { status: number; waitMs: number } | { status: null; problem: string }

/**
 * Posts a notice. Never throws: that nobody answered is an answer. Redirects are not followed, or whoever takes
 * over a forgotten address could send our posts anywhere.
 */
export async function post(url: string, type: string, body: string, now: Date, limitMs: number): Promise<Answer> {
  const headers = { 'content-type': type, 'user-agent': `Dateline (+${env().SITE_URL})` }
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(limitMs) })
    // The status says it all. An answer that is cut short was an answer.
    await response.body?.cancel().catch(() => undefined)
    return { status: response.status, waitMs: readRetryAfter(response.headers.get('retry-after'), now) }
  } catch (error) {
    return { status: null, problem: problemOf(error, limitMs) }
  }
}

/** Milliseconds to wait by a Retry-After header, in seconds or as a date (RFC 9110, section 10.2.3): a day at most, none when it says nothing. */
export function readRetryAfter(value: string | null, now: Date): number {
  const text = value?.trim() ?? ''
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS)
}

const codeWords: Record<string, string> = {
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was broken off',
  UND_ERR_SOCKET: 'the connection was broken off',
}

function problemOf(error: unknown, limitMs: number): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } }
  if (name === 'TimeoutError') return `No answer within ${limitMs / 1000} seconds.`
  const why = codeWords[cause?.code ?? ''] ?? cause?.code ?? cause?.message
  return `Could not be reached${why ? `: ${why}` : ''}.`
}
