import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

interface Session {
  db: unknown
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

interface Adapter extends BaseDatabaseAdapter {
  initializing: Promise<void>
  sessions: Record<string, Session>
  transactionOptions: unknown
  drizzle: { transaction: (work: (transaction: unknown) => Promise<void>, options: unknown) => Promise<void> }
}

const ROLLED_BACK = new Error('The transaction was rolled back.')

/**
 * A database whose commits fail aloud. The adapter's own transactions (Payload 3.90) swallow what a database says at the
 * commit itself: with the disk full, SQLite first says so there, and a story would be acknowledged that was never kept.
 */
export function withHonestCommits(database: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...database,
    init: (args) => Object.assign(database.init(args), { beginTransaction: begin }),
  }
}

async function begin(this: Adapter, options?: unknown): Promise<string> {
  await this.initializing
  const id = randomUUID()
  let end: { commit: () => void; rollBack: () => void } | undefined
  let done: Promise<void> | undefined
  const db = await new Promise((ready, failed) => {
    done = this.drizzle.transaction(
      (transaction) =>
        new Promise<void>((commit, rollBack) => {
          end = { commit, rollBack: () => rollBack(ROLLED_BACK) }
          ready(transaction)
        }),
      options ?? this.transactionOptions,
    )
    // Whoever ends the transaction is told below; a connection that never came is told of here.
    done.catch(failed)
  })
  this.sessions[id] = {
    db,
    resolve: () => {
      end!.commit()
      return done!
    },
    reject: () => {
      end!.rollBack()
      return done!.catch((error: unknown) => {
        if (error !== ROLLED_BACK) throw error
      })
    },
  }
  return id
}
