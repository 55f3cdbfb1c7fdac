import { Agent, createServer, get, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { endConnections } from './ending'

let server: Server
let release: () => void

/** A server that lets connections idle for a minute, and answers /slow when `release` is called. */
async function open(): Promise<number> {
  server = createServer((request, response) => {
    if (request.url === '/slow') release = () => response.end('slow')
    else response.end('quick')
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const agent = new Agent({ keepAlive: true })
const ask = (port: number, path: string) =>
  new Promise<string>((resolve, reject) => {
    get({ port, path, agent, host: '127.0.0.1' }, async (response) => {
      let text = ''
      for await (const part of response) text += String(part)
      resolve(text)
    }).on('error', reject)
  })

afterEach(() => {
  agent.destroy()
  server.closeAllConnections()
})

it('answers what was asked, and then waits for no connection that may idle on', async () => {
  const port = await open()
  expect(await ask(port, '/quick')).toBe('quick')
  const slow = ask(port, '/slow')
  await expect.poll(() => typeof release).toBe('function')
  const closed = new Promise((resolve) => server.close(resolve))
  endConnections(server)
  setTimeout(() => release(), 300)
  expect(await slow).toBe('slow')
  await closed
})

it('waits for one on which nothing was ever asked only so long', async () => {
  const port = await open()
  const silent = connect(port, '127.0.0.1')
  await new Promise((resolve) => silent.once('connect', resolve))
  const gone = new Promise((resolve) => silent.on('error', () => undefined).once('close', resolve))
  const closed = new Promise((resolve) => server.close(resolve))
  endConnections(server, 300)
  await Promise.all([closed, gone])
})
