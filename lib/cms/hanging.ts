import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A server that takes connections and says nothing, for tests. */
export interface Hanging {
  port: number
  /** How many connections it has taken so far. */
  taken: () => number
  close: () => Promise<void>
}

/** Opens one on a free port of this machine. */
export async function openHanging(): Promise<Hanging> {
  const sockets = new Set<Socket>()
  let taken = 0
  const server = createServer((socket) => {
    taken += 1
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => taken,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
