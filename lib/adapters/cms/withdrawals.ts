import { cms } from './client'

/** The sentence kept with a story's withdrawn address, and when it was set. */
export async function readWithdrawal(storyId: number): Promise<{ reason: string | null; at: string } | null> {
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'paths',
    where: { and: [{ kind: { equals: 'story' } }, { ref: { equals: String(storyId) } }, { state: { equals: 'withdrawn' } }] },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  const row = docs[0]
  return row === undefined ? null : { reason: row.reason || null, at: row.updatedAt }
}
