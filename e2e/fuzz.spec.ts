import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'

test('two thousand requests as no reader would send them: nothing breaks, hangs, or tells of its insides', ({ baseURL }) => {
  test.setTimeout(300_000)
  const run = spawnSync(process.execPath, ['--conditions=production', '--no-deprecation', '--import', 'tsx', 'bench/fuzz.ts', '--port', new URL(baseURL!).port, '--requests', '2000', '--seed', '20261124', '--together', '4'], { encoding: 'utf8', timeout: 280_000 })
  expect(run.stdout, run.stderr).toContain('Nothing broke.')
  expect(run.status).toBe(0)
})
