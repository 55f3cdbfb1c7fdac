import { createHash } from 'node:crypto'
import { createReadStream, constants } from 'node:fs'
import { copyFile, link } from 'node:fs/promises'
import path from 'node:path'

/**
 * Puts a media file into the export: as a second name of the same file where the disk allows it, else as a copy.
 * @returns its SHA-256, in hexadecimal. @throws when there is no such file.
 */
export async function takeFile(source: string, folder: string): Promise<string> {
  const target = path.join(folder, path.basename(source))
  try {
    await link(source, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`The file ${source} is missing.`, { cause: error })
    await copyFile(source, target, constants.COPYFILE_FICLONE)
  }
  const hash = createHash('sha256')
  for await (const piece of createReadStream(target)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
