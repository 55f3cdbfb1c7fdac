import { createClient, type Client, type InStatement, type Transaction } from '@libsql/client'

const READ_ONLY = /^\s*(select|with|explain|pragma)\b/i
const WAIT_MS = 15_000

/**
 * SQLite lets one writer in at a time and its driver waits for the lock without letting go of the event loop,
 * so two transactions of one process would block each other until one fails. This client queues writers
 * in the process instead; readers are never held up (write-ahead log).
 *
 * A write made inside a transaction but not through it waits for itself: it fails after fifteen seconds
 * with a sentence that says so.
 */
export function openSqlite(url: string): Client {
  const client = createClient({ url })
  const queue = new Turnstile()
  let needsSetup = true

  // The driver opens another connection after each transaction; every one needs its settings.
  async function setUp() {
    if (!needsSetup) return
    needsSetup = false
    await client.execute('PRAGMA busy_timeout = 5000')
    await client.execute('PRAGMA journal_mode = WAL')
    await client.execute('PRAGMA synchronous = NORMAL')
  }

  return new Proxy(client, {
    get(target, property) {
      if (property === 'execute') {
        return async (statement: InStatement) => {
          await setUp()
          const text = typeof statement === 'string' ? statement : statement.sql
          if (READ_ONLY.test(text)) return target.execute(statement)
          return queue.pass(() => target.execute(statement))
        }
      }
      if (property === 'batch') {
        return async (...args: Parameters<Client['batch']>) => {
          await setUp()
          return queue.pass(() => target.batch(...args))
        }
      }
      if (property === 'transaction') {
        return async () => {
          await setUp()
          const leave = await queue.enter()
          try {
            const transaction = await target.transaction('write')
            needsSetup = true
            return leaveWhenDone(transaction, leave)
          } catch (error) {
            leave()
            throw error
          }
        }
      }
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function leaveWhenDone(transaction: Transaction, leave: () => void): Transaction {
  return new Proxy(transaction, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      if (typeof value !== 'function') return value
      if (property !== 'commit' && property !== 'rollback' && property !== 'close') return value.bind(target)
      return (...args: unknown[]) => {
        const result: unknown = value.apply(target, args)
        if (result instanceof Promise) return result.finally(leave)
        leave()
        return result
      }
    },
  })
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
