import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'

test('two thousand requests that no reader would send break nothing and tell nothing', async ({ baseURL }) => {
  test.setTimeout(180_000)
  const fuzz = spawn(process.execPath, ['--import', 'tsx', 'bench/fuzz.ts', '--port', new URL(baseURL!).port, '--requests', '2000', '--seed', String(Date.now() % 100_000)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  fuzz.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => fuzz.once('exit', resolve))
  expect(code, said).toBe(0)
})
