import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Where an export is made, and how it takes its place. */
export interface Folder {
  /** Beside the place it is for, until it is whole. */
  partial: string
  finish: () => Promise<void>
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(error)))

/**
 * Makes room for an export: it grows in DIR.partial and takes the name DIR when it is whole.
 * @throws when something is there that may not be replaced, with a sentence that says what to do.
 */
export async function openFolder(target: string, overwrite: boolean): Promise<Folder> {
  const partial = `${target}.partial`
  await mayReplace(target, overwrite, 'manifest.json')
  await mayReplace(partial, overwrite, MARK)
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  await writeFile(path.join(partial, MARK), '')
  return {
    partial,
    finish: async () => {
      await rm(path.join(partial, MARK))
      const old = `${target}.old`
      if ((await namesIn(target)).length > 0) await rename(target, old)
      else await rm(target, { recursive: true, force: true })
      await rename(partial, target)
      await rm(old, { recursive: true, force: true })
    },
  }
}

/** Stands in a folder for as long as it is not whole. */
const MARK = 'not-finished'

/** Nothing but an earlier export is ever replaced, and only when told to. */
async function mayReplace(folder: string, overwrite: boolean, mark: string): Promise<void> {
  const names = await namesIn(folder)
  if (names.length === 0) return
  if (!overwrite) throw new Error(`${folder} is not empty. Name another folder, or add --overwrite to replace the export in it.`)
  const isOurs = names.includes(mark) && (mark === MARK || (await isManifest(path.join(folder, mark))))
  if (!isOurs) throw new Error(`${folder} holds something else than an export, and is not replaced. Name another folder.`)
}

async function isManifest(file: string): Promise<boolean> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { program?: unknown }).program === 'dateline'
  } catch {
    return false
  }
}
