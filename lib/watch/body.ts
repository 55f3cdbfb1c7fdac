import type { IncomingHttpHeaders } from 'node:http'

/** What a request brings that is not to be read at all. */
export interface Refused {
  status: 411 | 413
  message: string
}

const MB = 1024 * 1024
/** A file of 25 MB (lib/cms/payload.config.ts), and the form around it. */
const MOST = 27 * MB
const MOST_OF_STRANGERS = 64 * 1024

/**
 * Why a request's body is not read, or null. The content system takes a body into memory before it asks who sends it: so what
 * is too long, or does not say how long it is (RFC 9110, 15.5.12), goes no further, and strangers have little to say.
 */
export function refuseBody(headers: IncomingHttpHeaders): Refused | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, message: 'Say with Content-Length how long the body of the request is.' }
  const length = Number(headers['content-length'] ?? 0)
  const isStranger = headers.authorization === undefined && !/(?:^|;\s*)payload-token=/.test(headers.cookie ?? '')
  if (isStranger && length > MOST_OF_STRANGERS) return { status: 413, message: 'That is too much from somebody who is not signed in: 64 KB at most.' }
  return length > MOST ? { status: 413, message: 'The file is larger than 25 MB. Make it smaller and try again.' } : null
}
