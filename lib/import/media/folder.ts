import { constants } from 'node:fs'
import { copyFile, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { originalsOf, uploadsTail } from './names'
import { isElsewhere, tooLarge, type Failure, type FileSource } from './source'

const AT_ONCE = 4

/**
 * The old site's files in a folder: its uploads folder, or one that holds it (wp-content, the whole site, a backup).
 * Names are found though a copy changed their capitals, their accents' spelling (NFC, NFD) or wrote %20 for a space.
 * Nothing outside the folder is read: links that lead out are refused.
 * @throws when there is no such folder, or nothing in it.
 */
export async function folderSource(folder: string): Promise<FileSource> {
  const top = await realpath(folder).catch(() => null)
  if (top === null || !(await stat(top)).isDirectory()) throw new Error(`There is no folder ${folder}. Give the folder of the old site's files (wp-content/uploads), or its address.`)
  const uploads = await findUploads(top)
  if (uploads === null) throw new Error(`No files were found in ${folder}. Give the folder that holds the years: …/wp-content/uploads.`)
  const listings = new Listings()

  return {
    name: folder,
    atOnce: AT_ONCE,
    get: async (file, target, { maxBytes }) => {
      if (isElsewhere(file.key)) return { state: 'missing', code: 'elsewhere', message: 'It lies outside the old site’s uploads folder.' }
      const tail = uploadsTail(file.url)
      const keys = [...(tail === null ? [] : [tail]), file.key, ...originalsOf(file.key)]
      for (const key of keys) {
        const place = await listings.find(uploads, key)
        if (place !== null) return take(place, top, target, maxBytes)
      }
      return { state: 'missing', code: 'missing', message: 'It is not in the folder.' }
    },
  }
}

async function take(place: string, top: string, target: string, maxBytes: number): Promise<Failure | null> {
  try {
    const real = await realpath(place)
    if (!real.startsWith(top + path.sep)) return { state: 'refused', code: 'outside', message: 'It is a link that leads out of the folder.' }
    const info = await stat(real)
    if (!info.isFile()) return { state: 'refused', code: 'no-file', message: 'It is not a file.' }
    if (info.size > maxBytes) return tooLarge(maxBytes)
    await copyFile(real, target, constants.COPYFILE_FICLONE)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // What is wrong with our own disk is wrong for every file.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') throw error
    if (code === 'ENOENT') return { state: 'missing', code: 'missing', message: 'It is a link to a file that is not there.' }
    return { state: 'unreachable', code: 'unreadable', message: `It cannot be read (${code ?? String(error)}).` }
  }
}

const YEAR = /^(?:19|20)\d{2}$/
const MONTH = /^(?:0[1-9]|1[0-2])$/
const DEEPEST = 5
const MOST_FOLDERS = 5_000

/** The folder that holds the years and months, or else WordPress's own uploads folder, or else the given one. */
async function findUploads(top: string): Promise<string | null> {
  let level = [top]
  let seen = 0
  let plain: string | null = null
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      if ((seen += 1) > MOST_FOLDERS) break
      const names = await foldersIn(folder)
      for (const year of names.filter((name) => YEAR.test(name))) {
        if ((await foldersIn(path.join(folder, year))).some((name) => MONTH.test(name))) return ofNetwork(folder, top)
      }
      if (plain === null && folder.endsWith(`${path.sep}wp-content${path.sep}uploads`)) plain = folder
      next.push(...names.sort().map((name) => path.join(folder, name)))
    }
    level = next
  }
  return plain ?? ((await readdir(top)).length > 0 ? top : null)
}

/** In a network of sites the years of one site may hide those of another. */
function ofNetwork(folder: string, top: string): string {
  if (folder === top) return folder
  if (/[/\\]blogs\.dir[/\\]\d+[/\\]files$/.test(folder)) throw new Error(`${top} holds the files of several sites. Give the folder of one: ${folder}.`)
  // Addresses tell the site: …/uploads/sites/3/2019/05/x.jpg.
  return /[/\\]sites[/\\]\d+$/.test(folder) ? path.resolve(folder, '../..') : folder
}

const foldersIn = async (folder: string) => (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory()).map((entry) => entry.name)

const MOST_LISTINGS = 200

/** What stands in the folders asked last, by name as it is and by name however it is written. */
class Listings {
  private known = new Map<string, Promise<{ exact: Set<string>; folded: Map<string, string> }>>()

  /** The file at a key, however its parts are written there; null when there is none. */
  async find(root: string, key: string): Promise<string | null> {
    let place = root
    for (const part of key.split('/')) {
      if (part === '' || part === '.' || part === '..' || part.includes('\0')) return null
      const { exact, folded } = await this.list(place)
      const name = exact.has(part) ? part : folded.get(fold(part))
      if (name === undefined) return null
      place = path.join(place, name)
    }
    return place
  }

  private list(folder: string) {
    const known = this.known.get(folder)
    if (known !== undefined) return known
    const listing = readdir(folder)
      .catch(() => [])
      .then((names) => ({ exact: new Set(names), folded: new Map(names.sort().reverse().map((name) => [fold(name), name])) }))
    this.known.set(folder, listing)
    const oldest = this.known.keys().next().value
    if (this.known.size > MOST_LISTINGS && oldest !== undefined) this.known.delete(oldest)
    return listing
  }
}

function fold(name: string): string {
  let plain = name
  try {
    plain = decodeURIComponent(name)
  } catch {
    // A percent sign that is only that.
  }
  return plain.normalize('NFC').toLowerCase()
}
