import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'

test('two thousand requests that no reader would send break nothing and tell nothing', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const fuzz = spawn(process.execPath, ['--import', 'tsx', 'bench/fuzz.ts', '--port', new URL(baseURL!).port, '--requests', '2000', '--seed', '20261128'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  fuzz.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => fuzz.once('exit', resolve))
  expect(code, said).toBe(0)
})

test('a query sent as a body that is no JSON is refused', async ({ request }) => {
  const response = await request.post('/api/stories', { headers: { 'x-http-method-override': 'GET', 'content-type': 'application/json' }, data: Buffer.from('a=b') })
  expect(response.status()).toBe(400)
  expect((await response.json()) as object).toEqual({ errors: [{ message: 'The body of the request is not JSON.' }] })
})
