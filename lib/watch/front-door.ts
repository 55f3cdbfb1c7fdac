import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { Server, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { env } from '../env'
import { deliver } from '../page-cache/delivery'
import { log } from '../log'
import { refuseBody, type Refused } from './body'
import { endConnectionsAtTheEnd } from './ending'
import { countRequest } from './metrics'
import { requests } from './request-context'
import { addressOf, isForeign, requestIdOf } from './sender'
import { isRange, mendTarget, UNREADABLE } from './target'

const SLOW_MS = 2_000
/**
 * How long a connection may be idle. Longer than an edge or a load balancer waits (Varnish and most others a minute), so
 * that the one who asks closes it: a request sent on a connection that is being closed at this end gets no answer.
 */
const IDLE_MS = 75_000
const guarded = Symbol.for('dateline.front-door')

/**
 * Looks at every request before anything else does, through Node's own channel for it: settles who sends it, so
 * that the rest of the house may believe the headers; names it; and notes how it was answered.
 */
export function openFrontDoor(): void {
  const house = globalThis as { [guarded]?: true }
  if (house[guarded]) return
  house[guarded] = true
  subscribe('net.server.socket', (message) => {
    const { server } = (message as { socket: Socket & { server?: unknown } }).socket
    if (server instanceof Server) takeOver(server)
  })
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    // Node itself refuses who names no host, and answers what is expected.
    if (request.headers.host === undefined && request.httpVersion === '1.1') return
    if (!receive(request, response)) return
    delete request.headers.expect
    answered.add(request)
  })
}

/** Requests that have their answer when they pass the door. */
const answered = new WeakSet<IncomingMessage>()
const taken = new WeakSet<Server>()

/** Node offers no way to stop a request on its channel; so the server's own call of Next is left out for those. */
function takeOver(server: Server): void {
  // Nothing here speaks another protocol: who proposes one is answered in HTTP. Next would leave them waiting for good.
  if (env().NODE_ENV === 'production') server.removeAllListeners('upgrade')
  if (taken.has(server)) return
  taken.add(server)
  server.keepAliveTimeout = IDLE_MS
  endConnectionsAtTheEnd(server)
  const emit = server.emit.bind(server) as (event: string, ...args: unknown[]) => boolean
  server.emit = (event: string, ...args: unknown[]) => (event === 'request' && answered.has(args[0] as IncomingMessage)) || emit(event, ...args)
}

/** Returns whether the request is answered already. */
function receive(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers } = request
  const { TRUSTED_PROXIES, SITE_URL } = env()
  headers['x-forwarded-for'] = addressOf(joined(headers['x-forwarded-for']), request.socket.remoteAddress ?? '', TRUSTED_PROXIES)
  if (TRUSTED_PROXIES === 0) for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']) delete headers[name]
  // Next takes a nonce for its scripts from here: a sender's own would get into a page that is kept for others.
  delete headers['content-security-policy']
  delete headers['content-security-policy-report-only']
  // What another site's page makes a browser send carries nobody's session.
  if (isForeign(request.method ?? 'GET', headers, [joined(headers['x-forwarded-host']), headers.host, new URL(SITE_URL).host])) delete headers.cookie
  if (headers.range !== undefined && !isRange(headers.range)) delete headers.range
  // What else may be expected there is not, and need not be (RFC 9110, 10.1.1).
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) delete headers.expect
  // By this name the framework looks for a function of the back office: other names break over what every object has.
  if (headers['next-action'] !== undefined && !/^[0-9a-f]{40,64}$/.test(joined(headers['next-action'])!)) delete headers['next-action']
  const requestId = requestIdOf(headers['x-request-id'], randomUUID)
  headers['x-request-id'] = requestId
  response.setHeader('x-request-id', requestId)
  // Here and not in next.config.ts: the same build serves a site with TLS and one without.
  if (SITE_URL.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000')
  requests.enterWith({ requestId })
  note(request, response, requestId)
  const refused = refuseBody(headers)
  if (refused !== null) return refuse(response, refused)
  const target = mendTarget(request.method ?? '', request.url ?? '')
  // Asked for as a page, so that a sentence is sent and no half-known method.
  if (target === UNREADABLE) request.method = 'GET'
  request.url = target
  return deliver(request, response)
}

/** Node reads what still comes of the body, and keeps nothing of it: so a browser hears why. */
function refuse(response: ServerResponse, { status, message }: Refused): true {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify({ errors: [{ message }] }))
  return true
}

const joined = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value)

/** Nothing about the reader is written down but the address of the page. */
function note(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const began = performance.now()
  const method = request.method ?? 'GET'
  const path = (request.url ?? '').split('?')[0]!
  response.once('close', () => {
    const ms = performance.now() - began
    const status = response.writableFinished ? response.statusCode : 499
    countRequest(path, method, status, ms / 1000)
    const line = { requestId, method, path, status, ms: Math.round(ms) }
    if (status >= 500) log.error(line, 'a request was not answered as it should be')
    else if (ms > SLOW_MS && response.writableFinished) log.warn(line, 'a request took long')
    else log.debug(line, 'answered')
  })
}
