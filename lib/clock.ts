import { createHmac } from 'node:crypto'
import { env } from './env'
import { log } from './log'

/** What the clock shows at its own door, so that nobody else can turn it. */
export const clockKey = () => createHmac('sha256', env().PAYLOAD_SECRET).update('dateline clock').digest('hex')

const nudge = Symbol.for('dateline.nudge')

/**
 * Starts this process's clock. It beats through a request to the process itself, because pages can be
 * invalidated from within a request only, and at once when something was changed.
 * @returns what makes it beat at once.
 */
export function startClock(): () => void {
  const address = `http://127.0.0.1:${env().PORT}/api/clock`
  let running = false
  let again = false
  let stopped = false
  let silent = 0

  async function beat() {
    if (running) return
    running = true
    again = false
    try {
      const response = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${clockKey()}` }, signal: AbortSignal.timeout(30_000) })
      if (!response.ok) throw new Error(`The clock's own door answered ${response.status}`)
      silent = 0
    } catch (error) {
      silent += 1
      // The first beats come before the server listens.
      if (silent === 10 || silent % 60 === 0) log.error({ err: error, silent }, 'the clock does not beat')
    } finally {
      running = false
      // What called meanwhile may have come too late for that beat to see.
      if (again && !stopped) void beat()
    }
  }

  const beatNow = () => {
    again = running
    if (!stopped) void beat()
  }
  const timer = setInterval(() => void beat(), env().CLOCK_SECONDS * 1000).unref()
  Object.assign(globalThis, { [nudge]: () => setTimeout(beatNow, 120).unref() })
  // Its own requests would keep a server that was told to stop from ever finishing the last of them.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopped = true
      clearInterval(timer)
    })
  }
  return beatNow
}
