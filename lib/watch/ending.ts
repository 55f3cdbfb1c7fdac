import type { Server } from 'node:http'

const EACH_MS = 100
/** Longer than an answer takes, and less than who runs processes waits before killing them. */
const LIMIT_MS = 10_000

/** Ends a server's connections when this process is told to end. */
export function endConnectionsAtTheEnd(server: Server): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => endConnections(server))
}

/**
 * Lets what is being answered be answered, and closes every connection as soon as nothing is asked on it. Node closes those
 * that are idle at the moment of `close()` only: one that was busy would be waited for as long as it may be idle, and one on
 * which nothing was ever asked for as long as the other side likes.
 */
export function endConnections(server: Server, limitMs: number = LIMIT_MS): void {
  const idle = setInterval(() => server.closeIdleConnections(), EACH_MS)
  const all = setTimeout(() => server.closeAllConnections(), limitMs)
  server.once('close', () => {
    clearInterval(idle)
    clearTimeout(all)
  })
}
