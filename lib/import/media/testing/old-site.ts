import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Route = Buffer | ((response: ServerResponse, times: number, request: IncomingMessage) => void)

/** A small web server on this machine that stands for an old site and answers as it is told. */
export interface OldSite {
  address: string
  routes: Map<string, Route>
  /** What was asked for, in order. */
  asked: string[]
  /** How many questions were open at the same time, at most. */
  most: () => number
  close: () => Promise<void>
}

export async function openOldSite(): Promise<OldSite> {
  const routes = new Map<string, Route>()
  const asked: string[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    most = Math.max(most, (open += 1))
    response.on('close', () => (open -= 1))
    const route = routes.get(path)
    if (route === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>Not found</title>')
    else if (Buffer.isBuffer(route)) response.writeHead(200).end(route)
    else route(response, asked.filter((each) => each === path).length, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes,
    asked,
    most: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
