import type { Payload, Where } from 'payload'
import { readTogether, type Doc, type OnBroken } from './pages'

/** The newest saved form of these documents, where it is not the one that readers see. */
export async function newestDrafts(payload: Payload, collection: 'stories' | 'pages', ids: readonly number[], onBroken: OnBroken): Promise<Map<number, Doc>> {
  const read = async (some: number[]) => {
    const where: Where = { and: [{ parent: { in: some } }, { latest: { equals: true } }, { 'version._status': { equals: 'draft' } }] }
    return (await payload.db.findVersions<Doc>({ collection, where, pagination: false, limit: 0 })).docs
  }
  const docs = await readTogether(ids, read, onBroken)
  return new Map(docs.map(({ parent, version, updatedAt }) => [Number(parent), { ...version, id: Number(parent), updatedAt: version.updatedAt ?? updatedAt }]))
}
