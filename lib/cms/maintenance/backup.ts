import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import * as tar from 'tar'
import { env, environmentFor } from '@/lib/env'
import { isPostgres, sqliteFile } from '../database'

/** What an archive says of itself. */
interface Manifest {
  program: 'dateline'
  format: 1
  database: 'sqlite' | 'postgres'
  madeAt: string
}

const exists = (file: string) => stat(file).then(() => true, () => false)

/**
 * Writes the database and all media into one archive (gzipped tar). Readers and editors go on meanwhile:
 * the copy of the database is of one moment. The archive is for its owner alone to read.
 * @returns the archive's size in bytes.
 */
export async function backup(target: string, now: Date): Promise<number> {
  const work = await mkdtemp(path.join(os.tmpdir(), 'dateline-backup-'))
  try {
    const url = env().DATABASE_URL
    const database = isPostgres(url) ? 'postgres' : 'sqlite'
    if (database === 'postgres') tool('pg_dump', ['--format=custom', '--no-owner', `--file=${path.join(work, 'database')}`], url)
    else await copySqlite(sqliteFile(url), path.join(work, 'database'))
    await mkdir(path.join(work, 'media'))
    if (await exists(env().MEDIA_DIR)) await cp(env().MEDIA_DIR, path.join(work, 'media'), { recursive: true })
    const manifest: Manifest = { program: 'dateline', format: 1, database, madeAt: now.toISOString() }
    await writeFile(path.join(work, 'manifest.json'), JSON.stringify(manifest, null, 2))
    const partial = `${target}.partial`
    // What an earlier one left behind would keep its mode.
    await rm(partial, { force: true })
    await tar.create({ gzip: true, cwd: work, file: partial, mode: 0o600, portable: true }, ['manifest.json', 'database', 'media'])
    await rename(partial, target)
    return (await stat(target)).size
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Copies an embedded database as it is at one moment, while it is in use. */
export async function copySqlite(source: string, target: string): Promise<void> {
  const client = createClient({ url: `file:${source}` })
  await client.execute('PRAGMA busy_timeout = 10000')
  await client.execute({ sql: 'VACUUM INTO ?', args: [target] })
  client.close()
}

/**
 * Puts an archive back in place of what is there.
 * @throws when something is there and `overwrite` is not given, when the archive is not ours, or is of the other database.
 */
export async function restore(archive: string, overwrite: boolean): Promise<Manifest> {
  if (!(await exists(archive))) throw new Error(`There is no file ${archive}.`)
  const url = env().DATABASE_URL
  if (!overwrite && (await isInUse(url))) {
    throw new Error('There is a newsroom here already, and restoring would replace it. Make a backup first (npm run backup), stop the site, then add --overwrite.')
  }
  const work = await mkdtemp(path.join(os.tmpdir(), 'dateline-restore-'))
  try {
    await tar.extract({ file: archive, cwd: work, strict: true }).catch((error: unknown) => {
      throw new Error(`${archive} is not a whole archive: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    })
    const manifest = await readManifest(work, archive)
    const here = isPostgres(url) ? 'postgres' : 'sqlite'
    if (manifest.database !== here) throw new Error(`The archive holds a ${manifest.database} database, and DATABASE_URL names a ${here} one.`)
    if (here === 'postgres') tool('pg_restore', ['--clean', '--if-exists', '--no-owner', '--single-transaction', path.join(work, 'database')], url)
    else await putSqlite(path.join(work, 'database'), sqliteFile(url))
    await putMedia(path.join(work, 'media'), env().MEDIA_DIR)
    return manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function readManifest(work: string, archive: string): Promise<Manifest> {
  const text = await readFile(path.join(work, 'manifest.json'), 'utf8').catch(() => null)
  const manifest = text === null ? null : (JSON.parse(text) as Partial<Manifest>)
  if (manifest?.program !== 'dateline' || manifest.format !== 1) throw new Error(`${archive} is not a backup made by this program.`)
  return manifest as Manifest
}

async function isInUse(url: string): Promise<boolean> {
  if (!isPostgres(url)) return exists(sqliteFile(url))
  return tool('psql', ['--no-psqlrc', '--tuples-only', '--no-align', '--command', "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"], url).trim() !== '0'
}

async function putSqlite(source: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  await cp(source, `${target}.restored`)
  for (const ending of ['-wal', '-shm']) await rm(target + ending, { force: true })
  await rename(`${target}.restored`, target)
}

async function putMedia(source: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  for (const name of await readdir(target)) await rm(path.join(target, name), { recursive: true })
  await cp(source, target, { recursive: true })
}

/** Runs one of PostgreSQL's own tools on a database. @throws with what it said, or with what to install. */
function tool(command: string, args: string[], url: string): string {
  // Everybody on the machine may see a program's arguments, but not its environment.
  let secret = {}
  const keep = (_: string, before: string, password: string) => {
    secret = { PGPASSWORD: decodeURIComponent(password) }
    return before
  }
  const address = url.replace(/^(\w+:\/\/[^:/?#@]*):([^/?#]*)(?=@)/, keep).replace(/([?&])password=([^&]*)&?/, keep)
  const { status, stdout, stderr, error } = spawnSync(command, [`--dbname=${address}`, ...args], { encoding: 'utf8', env: environmentFor(secret) })
  if (error) throw new Error(`${command} is needed and was not found. Install PostgreSQL's client programs.`, { cause: error })
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`)
  return stdout
}
