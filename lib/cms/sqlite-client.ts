import { setImmediate as nextTurn } from 'node:timers/promises'
import { createClient, type Client, type InStatement, type Transaction } from '@libsql/client'

const READ_ONLY = /^\s*(select|with|explain|pragma)\b/i
const WAIT_MS = 15_000
const SETTINGS = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -32000']

/**
 * SQLite lets one writer in at a time and its driver waits for the lock without letting go of the event loop,
 * so two transactions of one process would block each other until one fails. This client has one connection for
 * writers, who queue for it in the process, and one for readers, who are never held up (write-ahead log). The driver's
 * own transactions would each leave a connection behind, with all it remembers.
 *
 * A write made inside a transaction but not through it waits for itself: it fails after fifteen seconds
 * with a sentence that says so.
 */
export function openSqlite(url: string): Client {
  const reader = createClient({ url })
  const writer = createClient({ url })
  const queue = new Turnstile()
  let ready: Promise<void> | undefined
  const setUp = async () => {
    for (const connection of [reader, writer]) for (const setting of SETTINGS) await connection.execute(`PRAGMA ${setting}`)
  }
  const beReady = () =>
    (ready ??= setUp().catch((error: unknown) => {
      ready = undefined
      throw error
    }))
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    await beReady()
    return queue.pass(work)
  }
  return {
    protocol: writer.protocol,
    get closed() {
      return writer.closed
    },
    execute: async (statement: InStatement) => {
      await beReady()
      const text = typeof statement === 'string' ? statement : statement.sql
      return READ_ONLY.test(text) ? reader.execute(statement) : queue.pass(() => writer.execute(statement))
    },
    batch: (statements, mode) => write(() => writer.batch(statements, mode)),
    migrate: (statements) => write(() => writer.migrate(statements)),
    executeMultiple: (text) => write(() => writer.executeMultiple(text)),
    transaction: async () => {
      await beReady()
      const leave = await queue.enter()
      try {
        await writer.execute('BEGIN IMMEDIATE')
      } catch (error) {
        leave()
        throw error
      }
      return new OneTransaction(writer, leave)
    },
    sync: () => writer.sync(),
    close: () => {
      reader.close()
      writer.close()
    },
  }
}

/** What is done on the writers' connection until it is committed or rolled back. */
class OneTransaction implements Transaction {
  closed = false

  constructor(
    private readonly writer: Client,
    private readonly leave: () => void,
  ) {}

  execute(statement: InStatement) {
    return this.open().execute(statement)
  }

  async batch(statements: InStatement[]) {
    const results = []
    for (const statement of statements) results.push(await this.execute(statement))
    return results
  }

  executeMultiple() {
    return Promise.reject(new Error('Inside a transaction, one statement at a time.'))
  }

  async commit() {
    await this.open().execute('COMMIT')
    this.end()
    // The driver gives back what its statements held only when the event loop turns.
    await nextTurn()
  }

  async rollback() {
    if (this.closed) return
    try {
      await this.writer.execute('ROLLBACK')
    } catch (error) {
      // SQLite rolls back by itself when a disk is full or a file is damaged.
      if (!/no transaction is active/.test(String(error))) throw error
    } finally {
      this.end()
    }
  }

  close() {
    if (!this.closed) void this.rollback()
  }

  private open(): Client {
    if (this.closed) throw new Error('The transaction has ended.')
    return this.writer
  }

  private end() {
    this.closed = true
    this.leave()
  }
}

/** First come, first served, one at a time. */
class Turnstile {
  private last: Promise<void> = Promise.resolve()

  async enter(): Promise<() => void> {
    const before = this.last
    let leave = () => {}
    this.last = new Promise((resolve) => {
      leave = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), WAIT_MS)
    })
    const first = await Promise.race([before, late])
    clearTimeout(timer)
    if (first === 'late') {
      void before.then(leave)
      throw new Error('A write waited fifteen seconds for another one to end. Inside a transaction, pass its `req` on to every call.')
    }
    return leave
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
