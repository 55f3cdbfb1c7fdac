import http from 'node:http'
import https from 'node:https'

/** An address that the old site answered at, and what it was: "story", "category", "feed", "upload". */
export interface OldAddress {
  path: string
  kind: string
}

/**
 * What a reader who asks for an old address gets. "301 → 200": led on once, and something is there. "301 → elsewhere":
 * led to another site, which is not asked. "no answer": nothing came in time.
 */
export type Outcome = string

export interface Problem extends OldAddress {
  outcome: Outcome
  /** Where it was led to, if anywhere. */
  location: string | null
}

export interface Parity {
  total: number
  /** How many of each kind ended how. */
  counts: Record<string, Record<Outcome, number>>
  /** Of each kind and bad end the first few. */
  problems: Problem[]
}

interface Options {
  /** How many are asked for at a time. */
  atOnce?: number
  /** How long an answer may take, in milliseconds. */
  timeout?: number
  /** How many of each kind and bad end are named. */
  examples?: number
  /** Hears of every address that has been asked for. */
  progress?: (done: number) => void
}

const GOOD: readonly Outcome[] = ['200', '301 → 200', '301 → elsewhere', '410']

/** Whether an outcome is as it should be: something is there, at once or by one step, or it is said to be gone. */
export const isGood = (outcome: Outcome): boolean => GOOD.includes(outcome)

/**
 * Asks the running site at `site` ("https://news.example") for every address of the old one, as a browser would, and
 * counts by kind how each ends.
 */
export async function checkAddresses(addresses: AsyncIterable<OldAddress> | Iterable<OldAddress>, site: string, { atOnce = 8, timeout = 60_000, examples = 5, progress }: Options = {}): Promise<Parity> {
  const parity: Parity = { total: 0, counts: {}, problems: [] }
  const next = takeTurns(addresses)
  const line = openLine(site, atOnce, timeout)
  const walk = async () => {
    for (let address = await next(); address !== null; address = await next()) {
      const { outcome, location } = await follow(address.path, site, line.ask)
      const counts = (parity.counts[address.kind] ??= {})
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (!isGood(outcome) && counts[outcome] <= examples) parity.problems.push({ ...address, outcome, location })
      parity.total++
      progress?.(parity.total)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk)).finally(line.close)
  return parity
}

/** Hands out one address after the other to whoever asks, also while the next ones are still being read. */
function takeTurns(addresses: AsyncIterable<OldAddress> | Iterable<OldAddress>): () => Promise<OldAddress | null> {
  const iterator = Symbol.asyncIterator in addresses ? addresses[Symbol.asyncIterator]() : addresses[Symbol.iterator]()
  let turn: Promise<unknown> = Promise.resolve()
  return () => {
    const mine = turn.then(async () => {
      const { done, value } = await iterator.next()
      return done === true ? null : value
    })
    turn = mine.catch(() => undefined)
    return mine
  }
}

type Ask = (url: URL) => Promise<Answer | null>

interface Answer {
  status: number
  location: string | null
}

async function follow(path: string, site: string, ask: Ask): Promise<{ outcome: Outcome; location: string | null }> {
  const url = new URL(path, site)
  const first = await ask(url)
  if (first === null) return { outcome: 'no answer', location: null }
  if (first.location === null) return { outcome: String(first.status), location: null }
  const to = new URL(first.location, url)
  if (to.origin !== url.origin) return { outcome: `${first.status} → elsewhere`, location: to.href }
  const second = await ask(to)
  return { outcome: `${first.status} → ${second?.status ?? 'no answer'}`, location: `${to.pathname}${to.search}` }
}

/** Asks over connections that are kept open. Files are not fetched whole: one connection costs less than their bytes. */
function openLine(site: string, atOnce: number, timeout: number): { ask: Ask; close: () => void } {
  const { request, Agent } = site.startsWith('https:') ? https : http
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const ask: Ask = (url) =>
    new Promise<Answer | null>((resolve) => {
      const began = performance.now()
      const isLate = () => performance.now() - began >= timeout
      const asked = request(url, { agent, signal: AbortSignal.timeout(timeout), headers: { 'user-agent': 'Dateline address check', accept: '*/*' } }, (response) => {
        const { statusCode: status = 0, headers } = response
        const answer = { status, location: status >= 300 && status < 400 ? (headers.location ?? null) : null }
        if (url.pathname.startsWith('/api/media/')) {
          response.destroy()
          return resolve(answer)
        }
        // Read to its end, so that the connection serves the next question.
        response.on('end', () => resolve(answer)).on('error', () => resolve(null)).resume()
      })
      // A connection that the server had ended meanwhile says nothing about the address.
      asked.on('error', () => resolve(asked.reusedSocket && !isLate() ? ask(url) : null)).end()
    })
  return { ask, close: () => agent.destroy() }
}

/** The counts as lines of a table, kinds below each other, the usual ends first. */
export function parityTable({ counts, total }: Parity): string[] {
  const ends = [...new Set([...GOOD.slice(0, 2), '410', '404', ...Object.values(counts).flatMap((ofKind) => Object.keys(ofKind)).sort()])]
  const sum = (end: Outcome) => Object.values(counts).reduce((all, ofKind) => all + (ofKind[end] ?? 0), 0)
  const shown = ends.filter((end) => ['200', '301 → 200', '410', '404'].includes(end) || sum(end) > 0)
  const rows = [
    ['', ...shown],
    ...Object.entries(counts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, ofKind]) => [kind, ...shown.map((end) => (ofKind[end] ?? 0).toLocaleString('en'))]),
    [`all ${total.toLocaleString('en')}`, ...shown.map((end) => sum(end).toLocaleString('en'))],
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '))
}
