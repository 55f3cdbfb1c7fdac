import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNewsroom, WHO, type Newsroom } from './testing-doors'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})

afterEach(() => void vi.unstubAllEnvs())

const QUERY = '{ Stories { docs { headline } } Users { docs { email } } allMedia { docs { filename } } __schema { types { name } } }'
const QUESTION = `?query=${encodeURIComponent(QUERY)}`

/** Every form in which GraphQL may be asked. */
const FORMS: [method: string, question: string, body?: object, headers?: Record<string, string>][] = [
  ['GET', ''],
  ['GET', QUESTION],
  ['POST', '', { query: QUERY }],
  ['POST', QUESTION],
  ['POST', '', { query: 'mutation { createUser(data: { email: "a@example.org" }) { email } }' }],
  ['POST', '', { query: QUERY }, { 'x-http-method-override': 'GET' }],
]

describe.each(['/graphql', '/graphql-playground'])('GraphQL at %s is switched off', (address) => {
  it.each(WHO)('for %s, however it is asked', async (who) => {
    for (const [method, question, body, headers] of FORMS) {
      const response = await room.request(who, method, `${address}${question}`, body, headers)
      expect([response.status, await response.json()], `${method} ${question}`).toEqual([404, { message: `Route not found "/api${address}"` }])
    }
  })
})

it.each(WHO)('Payload’s own routes for GraphQL would not answer %s either, if somebody laid them', async (who) => {
  const { GRAPHQL_PLAYGROUND_GET, GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const headers = { 'content-type': 'application/json', cookie: room.cookies[who] ?? '' }
  const ask = (address: string, method: string, body?: string) => new Request(`http://localhost/api${address}`, { method, headers, body })
  const config = Promise.resolve(room.payload.config)
  expect((await GRAPHQL_POST(config)(ask('/graphql', 'POST', JSON.stringify({ query: QUERY })))).status).toBe(404)
  // While developing, Payload would show the playground, which asks the address above.
  vi.stubEnv('NODE_ENV', 'production')
  expect((await GRAPHQL_PLAYGROUND_GET(config)(ask('/graphql-playground', 'GET'))).status).toBe(404)
})
