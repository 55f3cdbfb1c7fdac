import { connect } from 'node:net'
import type { Made } from './make'

export interface Answered {
  status: number
  body: string
  ms: number
}

/**
 * Sends a request byte by byte as it was made: an HTTP client would mend half of what is wrong with it.
 * @returns the answer; "hung" when none came in time, "closed" when the server hung up without one.
 */
export function send(made: Made, port: number, limitMs: number): Promise<Answered | 'hung' | 'closed'> {
  return new Promise((resolve) => {
    const began = performance.now()
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    let done = false
    const end = (outcome: Answered | 'hung' | 'closed') => {
      if (done) return
      done = true
      clearTimeout(timer)
      socket.destroy()
      resolve(outcome)
    }
    const timer = setTimeout(() => end('hung'), limitMs)
    const finish = () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(text.replace(/^HTTP\/1\.1 100[^\n]*\n\r?\n/, ''))?.[1]
      const body = text.slice(text.indexOf('\r\n\r\n') + 4)
      end(status === undefined ? 'closed' : { status: Number(status), body, ms: performance.now() - began })
    }
    socket.on('connect', () => {
      const lines = made.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
      const length = made.body === null ? '' : `Content-Length: ${made.body.length}\r\n`
      socket.write(Buffer.from(`${made.method} ${made.target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${lines}${length}\r\n`, 'utf8'))
      if (made.body !== null) socket.write(made.body)
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', finish)
    socket.on('error', () => (chunks.length > 0 ? finish() : end('closed')))
  })
}
