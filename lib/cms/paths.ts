import type { PayloadRequest } from 'payload'
import type { PATH_KINDS } from './collections/paths'

type Kind = (typeof PATH_KINDS)[number]

interface PathRow {
  id: number
  path: string
  kind: Kind
  ref: string | null
  state: 'live' | 'moved' | 'withdrawn'
}

/** The cache tag under which an address is remembered by the proxy. */
export const pathTag = (path: string) => `path:${path}`

/**
 * Makes `path` the document's address of today: its earlier ones become "moved", or all become "withdrawn"
 * when it has none (`path` null). An address that belonged to something else is refused.
 * @returns every address whose answer changes.
 */
export async function settlePath(req: PayloadRequest, kind: Kind, id: number, path: string | null, reason: string | null = null): Promise<string[]> {
  const ref = String(id)
  const { docs } = await req.payload.find({ collection: 'paths', where: { and: [{ kind: { equals: kind } }, { ref: { equals: ref } }] }, pagination: false, depth: 0, req })
  const rows = docs as unknown as PathRow[]
  const touched: string[] = []
  for (const row of rows) {
    const state = path === null ? 'withdrawn' : row.path === path ? 'live' : 'moved'
    if (row.state === state && state !== 'withdrawn') continue
    await req.payload.update({ collection: 'paths', id: row.id, data: { state, reason }, depth: 0, req, context: { settled: true } })
    touched.push(row.path)
  }
  if (path !== null && !rows.some((row) => row.path === path)) {
    await req.payload.create({ collection: 'paths', data: { path, kind, ref, state: 'live' }, depth: 0, req, context: { settled: true } })
    touched.push(path)
  }
  return touched
}

/** What an editor is told of an address that cannot be had. */
export const takenSentence = (path: string) => `“${path}” already belongs to something else, or did once. Choose another.`

/** Whose address this is: null when it is free, or belongs to the same document. */
export async function ownerOf(req: PayloadRequest, path: string, kind: Kind, id: number | undefined): Promise<PathRow | null> {
  const { docs } = await req.payload.find({ collection: 'paths', where: { path: { equals: path } }, limit: 1, pagination: false, depth: 0, req })
  const row = docs[0] as unknown as PathRow | undefined
  return row === undefined || (row.kind === kind && row.ref === String(id)) ? null : row
}
