import { createHash } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Gives a file a second name where the disk allows it, else makes a copy. @returns false when there is no such file. */
export async function linkFile(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    await copyFile(source, target, constants.COPYFILE_FICLONE)
  }
  return true
}

export const saveFile = (content: ReadableStream, target: string): Promise<void> => pipeline(Readable.fromWeb(content), createWriteStream(target))

/** The SHA-256 of a file, in hexadecimal. */
export async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
