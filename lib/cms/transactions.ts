import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { sqlOf, sqlThrough, type Drizzle, type Sql } from './sql'

type Write<T> = (db: Sql, items: readonly T[]) => Promise<void>

interface Session {
  db: Drizzle
  resolve: () => Promise<void>
  reject: () => Promise<void>
  /** What is left to be written at the end, by how it is written. */
  last: Map<Write<never>, unknown[]>
}

interface Adapter extends BaseDatabaseAdapter {
  initializing: Promise<void>
  sessions: Record<string, Session>
  transactionOptions: unknown
  drizzle: { transaction: (work: (transaction: Drizzle) => Promise<void>, options: unknown) => Promise<void> }
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

/**
 * Leaves something to be written right before the request's transaction commits, all that was left to the same `write` at
 * once. What fails there fails the commit. Without a transaction it is written now.
 */
export async function writeAtCommit<T>({ payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>, write: Write<T>, item: T): Promise<void> {
  const session = (payload.db as unknown as Adapter).sessions[String(await transactionID)]
  if (session === undefined) return write(sqlOf(payload), [item])
  const items = session.last.get(write) ?? []
  session.last.set(write, items)
  items.push(item)
}

async function begin(this: Adapter, options?: unknown): Promise<string> {
  await this.initializing
  const id = randomUUID()
  let end: { commit: () => void; rollBack: (why: unknown) => void } | undefined
  let done: Promise<void> | undefined
  const db = await new Promise<Drizzle>((ready, failed) => {
    done = this.drizzle.transaction(
      (transaction) =>
        new Promise<void>((commit, rollBack) => {
          end = { commit, rollBack }
          ready(transaction)
        }),
      options ?? this.transactionOptions,
    )
    // Whoever ends the transaction is told below; a connection that never came is told of here.
    done.catch(failed)
  })
  const last: Session['last'] = new Map()
  this.sessions[id] = {
    db,
    last,
    resolve: async () => {
      try {
        for (const [write, items] of last) await write(sqlThrough(this.name, () => db), items as never[])
        end!.commit()
      } catch (error) {
        end!.rollBack(error)
      }
      return done!
    },
    reject: () => {
      end!.rollBack(ROLLED_BACK)
      return done!.catch((error: unknown) => {
        if (error !== ROLLED_BACK) throw error
      })
    },
  }
  return id
}
