import { constants, createGunzip } from 'node:zlib'
import { WxrError } from './error'

/** Pieces are handed on in at most this size, so that what is read ahead stays small. */
const PIECE = 64 * 1024

/** Archives that need a person: they may hold several files, or need a program that is not here. */
const ARCHIVES: [name: string, magic: string][] = [
  ['ZIP', 'PK\x03\x04'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ'],
  ['7-Zip', "7z\xbc\xaf'"],
  ['RAR', 'Rar!\x1a'],
]

/** The bytes of the file itself, in small pieces: a gzip'd file is unpacked on the way. */
export async function* unpack(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = inPieces(source)
  const { value: head = new Uint8Array() } = await pieces.next()
  const magic = Buffer.from(head.subarray(0, 5)).toString('latin1')
  const archive = ARCHIVES.find(([, start]) => magic.startsWith(start))
  if (archive !== undefined) {
    await pieces.return(undefined)
    throw new WxrError(`The file is a ${archive[0]} archive, not the export itself. Unpack it first, then give the .xml files that were in it.`, { line: 1, column: 1 })
  }
  const whole = before(head, pieces)
  yield* magic.startsWith('\x1f\x8b') ? gunzip(whole) : whole
}

/** Never empty pieces; the first is at least five bytes long if the file is. */
async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let head: Uint8Array | null = new Uint8Array()
  for await (const chunk of source) {
    const bytes: Uint8Array = head === null ? chunk : Buffer.concat([head, chunk])
    if (head !== null && bytes.length < 5) {
      head = bytes
      continue
    }
    head = null
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
  }
  if (head !== null && head.length > 0) yield head
}

async function* before(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

/** Whatever can be unpacked is yielded, also of an archive that is cut off; damage throws after that. */
async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // With a sync flush the end of the input is no error; the reader of the text sees that its end is missing.
  const stream = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: PIECE })
  let ready: Uint8Array[] = []
  stream.on('data', (piece: Uint8Array) => ready.push(piece))
  const take = () => ready.splice(0)
  /** zlib tells damage as an event, and never calls back what it was at. */
  const settled = (begin: (done: () => void) => void) =>
    new Promise<void>((resolve, reject) => {
      stream.once('error', reject)
      begin(() => {
        stream.off('error', reject)
        resolve()
      })
    })
  try {
    for await (const piece of packed) {
      await settled((done) => stream.write(piece, done))
      yield* take()
    }
    await settled((done) => stream.once('end', done).end())
    yield* take()
  } catch (error) {
    if (!isZlibError(error)) throw error
    yield* take()
    throw new DamagedArchive('gzip', { cause: error })
  } finally {
    ready = []
    stream.destroy()
  }
}

/** The compressed data itself is damaged; how far the text was read is not known here. */
export class DamagedArchive extends Error {}

const isZlibError = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
