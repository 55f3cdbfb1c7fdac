import { open, type FileHandle } from 'node:fs/promises'
import { isSameHost } from './names'
import { tooLarge, type Failure } from './source'

export interface Limits {
  maxBytes: number
  /** Until an answer begins. */
  connectMs: number
  /** Without a byte. */
  idleMs: number
  /** Altogether. */
  fileMs: number
}

export type Answer = (Failure & { retryAfterMs?: number }) | null

const USER_AGENT = 'Dateline-import (a newsroom moving its own files; a few at a time)'
const MOST_REDIRECTS = 5

/**
 * Gets one file by HTTP into `target`. Redirects are followed only on the host of `root`, with or without "www.".
 * @returns null when the file is there whole, else why not.
 * @throws when `signal` ends it, or when our own disk fails.
 */
export async function download(address: URL, root: URL, target: string, limits: Limits, signal: AbortSignal): Promise<Answer> {
  const clock = new Clock(limits)
  const headers: Record<string, string> = { 'user-agent': USER_AGENT, accept: 'image/*,audio/*,video/*,application/pdf;q=0.9,*/*;q=0.5' }
  if (root.username !== '') headers.authorization = `Basic ${Buffer.from(`${decodeURIComponent(root.username)}:${decodeURIComponent(root.password)}`).toString('base64')}`
  try {
    let at = address
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await fetch(at, { headers, redirect: 'manual', signal: AbortSignal.any([signal, clock.signal]) })
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (location === null) return await take(response, target, limits, clock)
      await response.body?.cancel()
      const next = URL.canParse(location, at) ? new URL(location, at) : null
      if (next === null || !/^https?:$/.test(next.protocol) || !isSameHost(next.hostname, root.hostname) || next.port !== address.port) {
        return { state: 'refused', code: 'other-host', message: `The old site sends on to ${next?.host || 'another place'}. Only files of ${root.host} are fetched.` }
      }
      at = next
    }
    return { state: 'refused', code: 'redirects', message: 'The old site sends on from one address to the next without end.' }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof DiskError) throw error.cause
    return { state: 'unreachable', code: 'no-answer', message: clock.said ?? `The connection failed (${reasonOf(error)}).` }
  } finally {
    clock.stop()
  }
}

async function take(response: Response, target: string, limits: Limits, clock: Clock): Promise<Answer> {
  const failure = failureOf(response)
  if (failure !== null || response.body === null) {
    await response.body?.cancel()
    return failure ?? { state: 'refused', code: 'empty', message: 'The answer was empty.' }
  }
  // A length that is announced may be wrong, but nothing is lost by believing that a file is too large.
  if (Number(response.headers.get('content-length')) > limits.maxBytes) {
    await response.body.cancel()
    return tooLarge(limits.maxBytes)
  }
  const file = await onDisk(open(target, 'w'))
  try {
    return await pour(response.body, file, limits.maxBytes, clock)
  } finally {
    await file.close()
  }
}

async function pour(body: ReadableStream<Uint8Array>, file: FileHandle, maxBytes: number, clock: Clock): Promise<Answer> {
  let bytes = 0
  clock.receive()
  // Leaving the loop early ends the transfer.
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    clock.receive()
    bytes += chunk.length
    if (bytes > maxBytes) return tooLarge(maxBytes)
    await onDisk(file.write(chunk))
  }
  return null
}

function failureOf(response: Response): Answer {
  const { status } = response
  if (status === 200) return null
  if (status === 404 || status === 410) return { state: 'missing', code: 'missing', message: `It is gone from the old site (${status}).` }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { state: 'unreachable', code: `status-${status}`, message: `The old site answered with ${status}.`, ...retryAfter(response) }
  }
  if (status === 401 || status === 403) return { state: 'refused', code: 'forbidden', message: `The old site does not give it out (${status}).` }
  return { state: 'refused', code: `status-${status}`, message: `The old site answered with ${status}.` }
}

/** Seconds, or a date. */
function retryAfter(response: Response): { retryAfterMs?: number } {
  const wish = response.headers.get('retry-after')
  if (wish === null) return {}
  const ms = /^\d+$/.test(wish.trim()) ? Number(wish) * 1000 : new Date(wish).getTime() - Date.now()
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {}
}

/** Ends a transfer that takes too long. */
class Clock {
  private readonly controller = new AbortController()
  private readonly whole: NodeJS.Timeout
  private step: NodeJS.Timeout
  readonly signal = this.controller.signal
  /** Why it was ended; null when it was not. */
  said: string | null = null

  constructor(private readonly limits: Limits) {
    this.whole = setTimeout(() => this.end(`It took longer than ${seconds(limits.fileMs)}.`), limits.fileMs)
    this.step = setTimeout(() => this.end(`The old site did not answer within ${seconds(limits.connectMs)}.`), limits.connectMs)
  }

  receive(): void {
    clearTimeout(this.step)
    this.step = setTimeout(() => this.end(`Nothing came for ${seconds(this.limits.idleMs)}.`), this.limits.idleMs)
  }

  stop(): void {
    clearTimeout(this.whole)
    clearTimeout(this.step)
  }

  private end(why: string): void {
    this.said = why
    this.controller.abort()
  }
}

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} seconds`

class DiskError extends Error {}

const onDisk = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw new DiskError('disk', { cause: error })
  })

function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error))
}
