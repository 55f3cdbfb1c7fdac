import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { isPostgres, sqliteFile } from '@/lib/cms/database'
import { env } from '@/lib/env'

export interface Disk {
  name: 'database' | 'media'
  ok: boolean
  freeMb: number | null
  problem: string | null
}

/** Less room than this is worth a look: a day of pictures. */
const LEAST_FREE_MB = 100

/** The disks that this process writes to, and the room on them; a database or a media store elsewhere is not among them. */
export function readDisks(): Promise<Disk[]> {
  const { DATABASE_URL, S3_BUCKET, MEDIA_DIR } = env()
  const folders: [Disk['name'], string][] = []
  if (!isPostgres(DATABASE_URL)) folders.push(['database', path.dirname(sqliteFile(DATABASE_URL))])
  if (S3_BUCKET === undefined) folders.push(['media', path.resolve(MEDIA_DIR)])
  return Promise.all(folders.map(([name, folder]) => readDisk(name, folder)))
}

async function readDisk(name: Disk['name'], folder: string): Promise<Disk> {
  try {
    const { bavail, bsize } = await statfs(folder)
    const freeMb = Math.floor((bavail * bsize) / 1024 / 1024)
    const ok = freeMb >= LEAST_FREE_MB
    return { name, ok, freeMb, problem: ok ? null : `Only ${freeMb} MB are free in ${folder}. Make room, or soon nothing can be saved.` }
  } catch (error) {
    // The media folder is made with the first upload.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { name, ok: true, freeMb: null, problem: null }
    return { name, ok: false, freeMb: null, problem: error instanceof Error ? error.message : String(error) }
  }
}
