import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ValidationError } from 'payload'
import type { Sql } from '@/lib/cms/sql'
import type { Note } from '../note'
import type { Attacher } from './attach'
import { checkFile, type CheckedFile, type FileLimits } from './check'
import { noteFile, sameContent } from './files'
import type { Failure, FileSource, WantedFile } from './source'
import type { Turns } from './turns'

/** What one file needs to be settled. */
export interface Room {
  db: Sql
  site: string
  source: FileSource
  attacher: Attacher
  limits: FileLimits
  /** A folder for files that are looked at. */
  work: string
  signal: AbortSignal
  byContent: Turns
  joined: (from: number, to: number) => void | Promise<void>
  note: (file: FileSubject, note: Note) => void
}

/** What a note about a file names. */
export interface FileSubject {
  kind: 'file'
  key: string
  title: string
  collection: 'media'
  targetId: number
}

export type Settled = { state: 'already' } | { state: 'here' | 'joined'; bytes: number } | Failure

/**
 * Gets one file, looks at what it holds, gives it to its media document or to one that has the same content already, and
 * writes down what became of it.
 * @throws when the signal ends it, or the database does not answer.
 */
export async function settleFile(room: Room, file: WantedFile): Promise<Settled> {
  const has = await room.attacher.look(file.mediaId)
  if (has === null) return fail(room, file, { state: 'refused', code: 'no-document', message: 'Its media document has been deleted here.' })
  if (has === 'file') {
    // Stored by a run that was killed before it could say so, or by an editor.
    const place = await room.attacher.placeOf(file.mediaId)
    await noteFile(room.db, room.site, file, 'here', place === null ? {} : { sha256: await sha256Of(place) })
    return { state: 'already' }
  }
  const place = path.join(room.work, String(file.mediaId))
  try {
    const failure = await get(room, file, place)
    if (failure !== null) return await fail(room, file, failure)
    const checked = await checkFile(place, room.limits)
    if ('state' in checked) return await fail(room, file, checked)
    const sha256 = await sha256Of(place)
    return await room.byContent.take(sha256, () => keep(room, file, checked, place, sha256))
  } finally {
    await rm(place, { force: true })
  }
}

async function get(room: Room, file: WantedFile, place: string): Promise<Failure | null> {
  try {
    return await room.source.get(file, place, { maxBytes: Math.max(room.limits.maxBytes, room.limits.maxPictureBytes), signal: room.signal })
  } catch (error) {
    room.signal.throwIfAborted()
    return notStored(error)
  }
}

async function keep(room: Room, file: WantedFile, checked: CheckedFile, place: string, sha256: string): Promise<Settled> {
  const { size: bytes } = await stat(place)
  const keptId = await sameContent(room.db, room.site, sha256)
  if (keptId !== null && keptId !== file.mediaId) {
    await room.joined(file.mediaId, keptId)
    await noteFile(room.db, room.site, file, 'here', { mediaId: keptId, sha256 })
    return { state: 'joined', bytes }
  }
  try {
    await room.attacher.attach(file, checked, place)
  } catch (error) {
    if (error instanceof ValidationError) return fail(room, file, { state: 'refused', code: 'damaged', message: `It was refused: ${sentencesOf(error)}` })
    return fail(room, file, notStored(error))
  }
  await noteFile(room.db, room.site, file, 'here', { sha256 })
  if (checked.isMended) room.note(subjectOf(file), { kind: 'changed', code: 'file-mended', message: 'The picture is damaged. What can be seen of it was stored as a whole one.', detail: file.url })
  const ending = path.posix.extname(file.name).slice(1).toLowerCase()
  if (!isSameEnding(ending, checked.extension)) room.note(subjectOf(file), { kind: 'changed', code: 'file-ending', message: `It is called .${ending} but is of the type ${checked.mimeType}; here it ends in .${checked.extension}.`, detail: file.url })
  return { state: 'here', bytes }
}

const isSameEnding = (a: string, b: string) => a === '' || a === b || [a, b].every((each) => /^(?:jpe?g|jpe|jfif)$/.test(each)) || [a, b].every((each) => /^(?:m4v|mp4|m4a)$/.test(each)) || [a, b].every((each) => /^(?:og[gav]|opus)$/.test(each))

async function fail(room: Room, file: WantedFile, failure: Failure): Promise<Failure> {
  const { state, code, message } = failure
  await noteFile(room.db, room.site, file, state === 'unreachable' ? 'wanted' : state, { message })
  room.note(subjectOf(file), state === 'unreachable' ? { kind: 'doubtful', code: `file-${code}`, message: `${message} Run the import again to try once more.`, detail: file.url } : { kind: 'dropped', code: `file-${code}`, message, detail: file.url })
  return failure
}

const subjectOf = (file: WantedFile): FileSubject => ({ kind: 'file', key: file.key, title: file.name, collection: 'media', targetId: file.mediaId })

const notStored = (error: unknown): Failure => ({ state: 'unreachable', code: 'not-stored', message: `It could not be stored: ${error instanceof Error ? error.message : String(error)}` })

const sentencesOf = (error: ValidationError) => error.data.errors.map((each) => each.message).join(' ')

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
