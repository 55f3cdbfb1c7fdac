import type { Kind, RecordOf } from '../records/schemas'
import { openTextFile, type FileEntry, type TextFile } from './text-file'

/** The records of an export, a file of JSON Lines for each kind: one record a line. */
export interface JsonLines {
  write: <K extends Kind>(kind: K, records: readonly RecordOf<K>[]) => Promise<void>
  close: () => Promise<{ files: FileEntry[]; counts: Record<string, number> }>
}

const KINDS: readonly Kind[] = ['stories', 'pages', 'sections', 'topics', 'authors', 'media', 'fronts', 'settings', 'users', 'redirects']

/** Begins the files in a folder; without one, records are only counted. */
export function openJsonLines(folder: string | null): JsonLines {
  const counts: Record<string, number> = Object.fromEntries(KINDS.map((kind) => [kind, 0]))
  const files = new Map<Kind, TextFile>()
  const fileOf = async (kind: Kind) => {
    if (folder !== null && !files.has(kind)) files.set(kind, await openTextFile(folder, `${kind}.jsonl`))
    return files.get(kind)
  }
  return {
    write: async (kind, records) => {
      const file = await fileOf(kind)
      for (const record of records) await file?.write(`${JSON.stringify(record)}\n`)
      counts[kind]! += records.length
    },
    close: async () => {
      // A kind of which there is nothing has an empty file: a reader need not ask whether it is there.
      for (const kind of KINDS) await fileOf(kind)
      const entries: FileEntry[] = []
      for (const kind of KINDS) {
        const file = files.get(kind)
        if (file !== undefined) entries.push(await file.close(counts[kind]!))
      }
      return { files: entries, counts }
    },
  }
}
