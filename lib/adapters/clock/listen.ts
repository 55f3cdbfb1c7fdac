import pg from 'pg'
import { env } from '@/lib/env'
import { CHANNEL } from '@/lib/cms/channel'
import { log } from '@/lib/log'

const AGAIN_MS = 2_000

/**
 * Calls `onChange` when any process has committed a change, at the moment of the commit: PostgreSQL tells all who
 * listen. A connection that breaks is opened again; what was missed meanwhile, the clock's next beat reads. With
 * SQLite there is one process, and nobody else to hear from.
 */
export function listenForChanges(onChange: () => void): void {
  const { DATABASE_URL } = env()
  if (!DATABASE_URL.startsWith('postgres')) return
  let wasLost = false

  async function listen() {
    const client = new pg.Client({ connectionString: DATABASE_URL, keepAlive: true, application_name: 'dateline changes' })
    let over = false
    const lost = (error?: Error) => {
      if (over) return
      over = true
      if (!wasLost) log.warn({ err: error }, 'changes are heard of at the next second only: the connection that listens for them is lost and tried again')
      wasLost = true
      client.end().catch(() => undefined)
      setTimeout(() => void listen(), AGAIN_MS).unref()
    }
    client.on('error', lost)
    client.on('end', () => lost())
    client.on('notification', onChange)
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      if (wasLost) log.info('changes are heard of at once again')
      wasLost = false
      onChange()
    } catch (error) {
      lost(error as Error)
    }
  }
  void listen()
}
