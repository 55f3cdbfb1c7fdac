import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Boundary, type LookUp } from './boundary'
import { download, type Limits } from './download'
import { isSameHost, leadsTo, originalsOf, uploadsTail } from './names'
import { isElsewhere, type Failure, type FileSource, type WantedFile } from './source'

export interface HttpOptions {
  /** Files asked for at the same time. */
  atOnce?: number
  /** Between one question and the next, all together: an old site may still have readers. */
  pauseMs?: number
  /** Times a file is asked for when the server is busy, broken or silent. */
  tries?: number
  /** Before the second try; doubled for each one after. */
  backOffMs?: number
  /** The longest a server's own wish ("Retry-After") is followed. */
  mostWaitMs?: number
  /** Until an answer begins. */
  connectMs?: number
  /** Without a byte. */
  idleMs?: number
  /** For one file altogether. */
  fileMs?: number
}

const DEFAULTS = { atOnce: 4, pauseMs: 50, tries: 4, backOffMs: 1_000, mostWaitMs: 120_000, connectMs: 15_000, idleMs: 30_000, fileMs: 600_000 }

/**
 * The old site's files at an address: the site's own (https://old.example) or its uploads folder's. Only that host and
 * port are ever asked (see Boundary), a few things at a time, and left alone for as long as they wish.
 * @throws when the address is none.
 */
export function httpSource(base: string, options: HttpOptions = {}, lookUp?: LookUp): FileSource {
  const limits = { ...DEFAULTS, ...options }
  const root = URL.canParse(base) ? new URL(base) : null
  if (root === null || !/^https?:$/.test(root.protocol)) throw new Error(`“${base}” is no address to fetch files from. Give one such as https://old.example or https://old.example/wp-content/uploads.`)
  const asker = new Asker(new Boundary(root, lookUp), limits)
  const layouts = layoutsOf(root)
  let layout: Layout | null = null

  const ask = async (file: WantedFile, target: string, maxBytes: number, signal: AbortSignal): Promise<Failure | null> => {
    if (isElsewhere(file.key)) {
      const address = URL.canParse(file.key) ? new URL(file.key) : null
      return address === null ? { state: 'refused', code: 'no-address', message: 'Its address cannot be understood.' } : asker.get(address, target, maxBytes, signal)
    }
    let failure: Failure | null = null
    for (const each of layout === null ? layouts : [layout]) {
      failure = await asker.get(each(file), target, maxBytes, signal)
      if (failure === null) layout = each
      if (failure?.state !== 'missing') return failure
    }
    return failure
  }

  return {
    name: root.origin + root.pathname,
    atOnce: limits.atOnce,
    get: async (file, target, { maxBytes, signal }) => {
      const failure = await ask(file, target, maxBytes, signal)
      if (failure?.state !== 'missing') return failure
      // Instead of a copy for the web that has been cleared away, the picture as it was uploaded. One more question, no guessing.
      const original = /-(?:scaled|rotated|e\d{10,13})\.\w+$/.test(file.key) ? originalsOf(file.key).find((key) => key.length < file.key.length) : undefined
      if (original === undefined || isElsewhere(file.key)) return failure
      const url = file.url.replace(/[^/?#]+(?=$|[?#])/, encodeURIComponent(path.posix.basename(original)))
      return (await ask({ ...file, key: original, url }, target, maxBytes, signal)) === null ? null : failure
    },
  }
}

type Layout = (file: WantedFile) => URL

/** Where a file may be, likeliest first. */
function layoutsOf(root: URL): Layout[] {
  const folder = root.pathname.replace(/\/+$/, '')
  // Not as a relative address: "//elsewhere/x" would be one of another host.
  const at = (place: string) => Object.assign(new URL(root.origin), { pathname: place })
  const tail = (file: WantedFile) => uploadsTail(file.url) ?? file.key.split('/').map(encodeURIComponent).join('/')
  const below: Layout = (file) => at(`${folder}/${/\/sites\/\d+$/.test(folder) ? tail(file).replace(/^sites\/\d+\//, '') : tail(file)}`)
  const standard: Layout = (file) => at(`${folder}/wp-content/uploads/${tail(file)}`)
  const own: Layout = (file) => (URL.canParse(file.url) && isSameHost(new URL(file.url).hostname, root.hostname) && leadsTo(file.url, file.key) ? at(new URL(file.url).pathname) : standard(file))
  if (folder === '') return [own]
  return /\/(?:uploads|files)(?:\/sites\/\d+)?$/.test(folder) ? [below] : [below, standard]
}

/** Asks one site, politely. */
class Asker {
  private nextAt = 0

  constructor(
    private readonly boundary: Boundary,
    private readonly limits: Required<HttpOptions>,
  ) {}

  async get(address: URL, target: string, maxBytes: number, signal: AbortSignal): Promise<Failure | null> {
    if (!this.boundary.allows(address)) return { state: 'refused', code: 'other-host', message: `It lies at ${address.host}. Only files of ${this.boundary.root.host} are fetched.` }
    const { tries, backOffMs, mostWaitMs } = this.limits
    for (let attempt = 1; ; attempt += 1) {
      await this.turn(signal)
      const limits: Limits = { ...this.limits, maxBytes }
      const answer = await download(address, this.boundary, target, limits, signal)
      if (answer === null || answer.state !== 'unreachable' || attempt >= tries) return answer
      const wait = Math.min(answer.retryAfterMs ?? backOffMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2), mostWaitMs)
      // What a server asks of one it asks of all.
      if (answer.retryAfterMs !== undefined) this.nextAt = Math.max(this.nextAt, Date.now() + wait)
      else await sleep(wait, undefined, { signal })
    }
  }

  /** Waits until it may ask. */
  private async turn(signal: AbortSignal): Promise<void> {
    for (let wait = this.nextAt - Date.now(); wait > 0; wait = this.nextAt - Date.now()) await sleep(wait, undefined, { signal })
    signal.throwIfAborted()
    this.nextAt = Date.now() + this.limits.pauseMs
  }
}
