import { recall } from './memory'

/** A document as it is sent to machines. */
export interface Written {
  body: string
  /** The page or document that it is about, or is: a path on this site, or the full address where it was first published. */
  path: string
  /** When it was written, ISO 8601: what is withdrawn changes a document without leaving a newer time in it. */
  writtenAt: string
  /** What it is forgotten by. */
  tags: readonly string[]
}

/** A document written once for all who ask, until one of its tags is forgotten; null when there is nothing to write. */
export function recallWritten(name: string, tags: readonly string[], write: () => Promise<Pick<Written, 'body' | 'path'> | null>): Promise<Written | null> {
  const read = async () => {
    const written = await write()
    return written && { ...written, writtenAt: new Date().toISOString(), tags }
  }
  return recall(name, tags, read, { keep: (written) => written !== null, weigh: (written) => (written?.body.length ?? 0) * 2 })
}
