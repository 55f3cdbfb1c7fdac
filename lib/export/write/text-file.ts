import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Manifest } from '../records/schemas'

export type FileEntry = Manifest['files'][number]

/** A text file that is written a piece at a time and hashed on the way. */
export interface TextFile {
  write: (text: string) => Promise<void>
  /** Ends the file and says what it holds. */
  close: (records: number) => Promise<FileEntry>
}

const FLUSH_AT = 1 << 18

/** Begins a file below `folder`; `name` is its path there. */
export async function openTextFile(folder: string, name: string): Promise<TextFile> {
  const handle = await open(path.join(folder, name), 'w')
  const hash = createHash('sha256')
  let waiting: string[] = []
  let length = 0
  let bytes = 0

  async function flush() {
    const piece = Buffer.from(waiting.join(''), 'utf8')
    waiting = []
    length = 0
    hash.update(piece)
    bytes += piece.length
    await handle.write(piece)
  }

  return {
    write: async (text) => {
      waiting.push(text)
      length += text.length
      if (length >= FLUSH_AT) await flush()
    },
    close: async (records) => {
      await flush()
      await handle.close()
      return { file: name, records, bytes, sha256: hash.digest('hex') }
    },
  }
}
