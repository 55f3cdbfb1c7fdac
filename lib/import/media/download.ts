import { open, type FileHandle } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { PrivateAddress, type Boundary } from './boundary'
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

const HEADERS = {
  'user-agent': 'Dateline-import (a newsroom moving its own files; a few at a time)',
  accept: 'image/*,audio/*,video/*,application/pdf;q=0.9,*/*;q=0.5',
  'accept-encoding': 'identity',
}
const MOST_REDIRECTS = 5

/**
 * Gets one file by HTTP into `target`. Redirects are followed only within the boundary.
 * @returns null when the file is there whole, else why not.
 * @throws when `signal` ends it, or when our own disk fails.
 */
export async function download(address: URL, boundary: Boundary, target: string, limits: Limits, signal: AbortSignal): Promise<Answer> {
  const clock = new Clock(limits)
  const ended = AbortSignal.any([signal, clock.signal])
  try {
    let at = address
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await ask(at, boundary, ended)
      const { statusCode: status = 0, headers: { location } } = response
      if (status === 401 && boundary.keepsPasswordFrom(at)) {
        response.destroy()
        return { state: 'refused', code: 'forbidden', message: `${at.origin} asks for a password (401). Yours was given for ${boundary.root.origin}, and only that is told it.` }
      }
      if (status < 300 || status >= 400 || location === undefined) return await take(response, target, limits, clock, ended)
      response.destroy()
      const next = URL.canParse(location, at) ? new URL(location, at) : null
      if (next === null || !boundary.allows(next)) {
        return { state: 'refused', code: 'other-host', message: `The old site sends on to ${next?.host || 'another place'}. Only files of ${boundary.root.host} are fetched.` }
      }
      at = next
    }
    return { state: 'refused', code: 'redirects', message: 'The old site sends on from one address to the next without end.' }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof DiskError) throw error.cause
    if (error instanceof PrivateAddress) return { state: 'refused', code: 'private-address', message: error.message }
    return { state: 'unreachable', code: 'no-answer', message: clock.said ?? `The connection failed (${reasonOf(error)}).` }
  } finally {
    clock.stop()
  }
}

function ask(address: URL, boundary: Boundary, signal: AbortSignal): Promise<IncomingMessage> {
  const { request } = address.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    // A password in an address of the export is nobody's.
    request(address, { agent: boundary.agentFor(address), auth: null, headers: { ...HEADERS, ...boundary.passwordFor(address) }, signal }).on('response', resolve).on('error', reject).end()
  })
}

async function take(response: IncomingMessage, target: string, limits: Limits, clock: Clock, ended: AbortSignal): Promise<Answer> {
  const failure = failureOf(response)
  if (failure !== null) {
    response.destroy()
    return failure
  }
  // A length that is announced may be wrong, but nothing is lost by believing that a file is too large.
  if (Number(response.headers['content-length']) > limits.maxBytes) {
    response.destroy()
    return tooLarge(limits.maxBytes)
  }
  const file = await onDisk(open(target, 'w'))
  try {
    const answer = await pour(unpacked(response), file, limits.maxBytes, clock)
    // What is ended just as the last bytes come may look whole.
    ended.throwIfAborted()
    return answer
  } finally {
    await file.close()
  }
}

const UNPACKERS: Record<string, () => NodeJS.ReadWriteStream> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Some servers pack what they were asked not to. */
function unpacked(response: IncomingMessage): AsyncIterable<Uint8Array> {
  const unpacker = UNPACKERS[response.headers['content-encoding']?.toLowerCase() ?? '']
  // Errors reach whoever reads it.
  return unpacker === undefined ? response : pipeline(response, unpacker(), () => {}) as unknown as Readable
}

async function pour(body: AsyncIterable<Uint8Array>, file: FileHandle, maxBytes: number, clock: Clock): Promise<Answer> {
  let bytes = 0
  clock.receive()
  // Leaving the loop early ends the transfer.
  for await (const chunk of body) {
    clock.receive()
    bytes += chunk.length
    if (bytes > maxBytes) return tooLarge(maxBytes)
    await onDisk(file.write(chunk))
  }
  return null
}

function failureOf(response: IncomingMessage): Answer {
  const { statusCode: status = 0 } = response
  if (status === 200) return null
  if (status === 404 || status === 410) return { state: 'missing', code: 'missing', message: `It is gone from the old site (${status}).` }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { state: 'unreachable', code: `status-${status}`, message: `The old site answered with ${status}.`, ...retryAfter(response) }
  }
  if (status === 401 || status === 403) return { state: 'refused', code: 'forbidden', message: `The old site does not give it out (${status}).` }
  return { state: 'refused', code: `status-${status}`, message: `The old site answered with ${status}.` }
}

/** Seconds, or a date. */
function retryAfter(response: IncomingMessage): { retryAfterMs?: number } {
  const wish = response.headers['retry-after']
  if (wish === undefined) return {}
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

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
