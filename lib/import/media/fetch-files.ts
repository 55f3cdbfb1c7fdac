import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { sqlOf } from '@/lib/cms/sql'
import type { Note } from '../note'
import { attacherOf } from './attach'
import type { FileLimits } from './check'
import { listFiles } from './files'
import { settleFile, type FileSubject, type Room, type Settled } from './settle'
import type { FileSource } from './source'
import { Turns } from './turns'

const MB = 1024 * 1024
const LIMITS: FileLimits = { maxBytes: 200 * MB, maxPictureBytes: 50 * MB, maxPixels: 200_000_000 }
/** So many in a row that cannot be reached or stored, and the trouble is not the files'. */
const GIVE_UP_AFTER = 20

export interface FetchOptions {
  limits?: Partial<FileLimits>
  signal?: AbortSignal
  /** After each file: how many of all are done, what this run has taken in, and how many files a second it does. */
  progress?: (done: number, of: number, bytes: number, perSecond: number) => void
  /** A sentence about a file, for the report. */
  note?: (file: FileSubject, note: Note) => void
  /**
   * A file's content is that of another media document's: whatever points at `from` is to point at `to`, and the document
   * `from`, which stays without a file, can go. Called before it is written down, and once more if a run is killed in between.
   */
  joined?: (from: number, to: number) => void | Promise<void>
}

export interface FileOutcome {
  of: number
  /** Here before this run. */
  already: number
  /** Brought by this run. */
  here: number
  joined: number
  missing: number
  refused: number
  /** Why those were refused, with how many for each reason. */
  reasons: Record<string, number>
  /** To be tried again by the next run. */
  unreachable: number
  bytes: number
  /** Why it ended before all were tried, as a sentence; null when it did not. */
  stopped: string | null
}

/**
 * Gets every file that `import_files` holds for a site and that is not here yet, looks at what is in it, and puts it into
 * its media document, with thumbnails as for an upload. What became of each is written down at once, so that a run that is
 * stopped or killed goes on where it was. The document of a file that does not come stays as it is, without one.
 */
export async function fetchFiles(payload: Payload, site: string, source: FileSource, options: FetchOptions = {}): Promise<FileOutcome> {
  const db = sqlOf(payload)
  const { already, wanted } = await listFiles(db, site)
  const tally = new Tally(already, wanted.length)
  const giveUp = new AbortController()
  const signal = AbortSignal.any([giveUp.signal, ...(options.signal === undefined ? [] : [options.signal])])
  const room: Room = {
    db,
    site,
    source,
    signal,
    limits: { ...LIMITS, ...options.limits },
    attacher: attacherOf(payload),
    work: await workFolder(),
    byContent: new Turns(),
    joined: options.joined ?? (() => {}),
    note: options.note ?? (() => {}),
  }
  const files = wanted.values()
  const worker = async () => {
    for (const file of files) {
      if (signal.aborted) return
      tally.count(await settleFile(room, file))
      options.progress?.(...tally.progress())
      if (tally.failedInARow >= GIVE_UP_AFTER) giveUp.abort()
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: source.atOnce }, worker))
  await rm(room.work, { recursive: true, force: true })
  // A worker that is interrupted in a file leaves it for the next run.
  const broken = ends.find((end) => end.status === 'rejected' && !(signal.aborted && end.reason === signal.reason))
  if (broken?.status === 'rejected') throw broken.reason
  const stopped = options.signal?.aborted ? 'It was told to stop.' : giveUp.signal.aborted ? `${tally.failedInARow} files in a row could not be fetched or stored. ${tally.lastFailure}` : null
  return { ...tally.outcome, stopped }
}

class Tally {
  readonly outcome: Omit<FileOutcome, 'stopped'>
  failedInARow = 0
  lastFailure = ''
  private tried = 0
  private readonly startedAt = performance.now()

  constructor(private readonly before: number, left: number) {
    this.outcome = { of: before + left, already: before, here: 0, joined: 0, missing: 0, refused: 0, reasons: {}, unreachable: 0, bytes: 0 }
  }

  count(result: Settled): void {
    this.tried += 1
    this.outcome[result.state] += 1
    this.failedInARow = result.state === 'unreachable' ? this.failedInARow + 1 : 0
    if (result.state === 'unreachable') this.lastFailure = result.message
    if (result.state === 'refused') this.outcome.reasons[result.code] = (this.outcome.reasons[result.code] ?? 0) + 1
    if ('bytes' in result) this.outcome.bytes += result.bytes
  }

  progress(): [done: number, of: number, bytes: number, perSecond: number] {
    const seconds = Math.max(0.001, (performance.now() - this.startedAt) / 1000)
    return [this.before + this.tried, this.outcome.of, this.outcome.bytes, this.tried / seconds]
  }
}

const PREFIX = 'dateline-import-'

/** A folder of this run's own; those of runs that were killed are cleared away. */
async function workFolder(): Promise<string> {
  for (const name of await readdir(os.tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) await rm(path.join(os.tmpdir(), name), { recursive: true, force: true })
  }
  return mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
