import type { Payload } from 'payload'
import { migrations as postgres } from './migrations/postgres'
import { migrations as sqlite } from './migrations/sqlite'

interface MigratingAdapter {
  migrate: (args: { migrations: unknown }) => Promise<void>
}

const ofDialect = (payload: Payload) => (payload.db.name === 'postgres' ? postgres : sqlite)

/** Names of the migrations that this database has not had yet, oldest first. */
export async function listPending(payload: Payload): Promise<string[]> {
  const done = await payload
    .find({ collection: 'payload-migrations' as never, pagination: false, depth: 0 })
    .then(({ docs }) => new Set(docs.map((doc) => (doc as { name?: string }).name)))
    // Before the first migration the table itself is missing.
    .catch(() => new Set<string | undefined>())
  return ofDialect(payload).map((migration) => migration.name).filter((name) => !done.has(name))
}

/**
 * Brings the database up to this version of the program.
 * @returns the names of what was done; none when it was up to date.
 * @throws when something is still to do afterwards: the tool underneath can fail silently.
 */
export async function migrate(payload: Payload): Promise<string[]> {
  const pending = await listPending(payload)
  if (pending.length === 0) return []
  await (payload.db as unknown as MigratingAdapter).migrate({ migrations: ofDialect(payload) })
  const left = await listPending(payload)
  if (left.length > 0) throw new Error(`These migrations did not take effect: ${left.join(', ')}`)
  return pending
}
