import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** A page as it was sent a moment ago. */
export interface ReadyPage {
  page: string
  tag: string
  headers: OutgoingHttpHeaders
}

/** How long a page is sent again without being asked for. It bounds what nobody has told of; changes are told at once. */
const MOMENT_MS = 1_000
const MOST = 2_000
/** Answers to these are no pages: Next's scripts ask for data, and tools for what a page would be. */
const OTHERS = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch', 'next-action', 'x-nextjs-data', 'x-prerender-revalidate', 'x-matched-path', 'x-middleware-prefetch', 'range']

/**
 * Pages of the cache just before Next, for one moment each: when a story is the talk of the day, most of what a page of
 * the cache costs is Next's way to it, and the same page would be asked for hundreds of times in that second. Whatever changes,
 * all of them are forgotten.
 */
export class ReadyPages {
  readonly #pages = new Map<string, ReadyPage & { until: number }>()
  #changes = 0

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How many changes there were: a page that was begun before the last one must not be kept. */
  get changes(): number {
    return this.#changes
  }

  find(request: IncomingMessage): ReadyPage | null {
    if (!isPlain(request)) return null
    const found = this.#pages.get(request.url!)
    return found !== undefined && found.until > this.now() ? found : null
  }

  /** Keeps a page that was sent whole, if nothing has changed since its request came (`changes` then). */
  keep(request: IncomingMessage, page: ReadyPage, changes: number): void {
    if (changes !== this.#changes || !isPlain(request) || request.url!.includes('?')) return
    if (this.#pages.size >= MOST) this.#pages.clear()
    this.#pages.set(request.url!, { ...page, until: this.now() + MOMENT_MS })
  }

  forget(): void {
    this.#changes += 1
    this.#pages.clear()
  }
}

const isPlain = ({ method, headers }: IncomingMessage) => (method === 'GET' || method === 'HEAD') && OTHERS.every((name) => headers[name] === undefined)
