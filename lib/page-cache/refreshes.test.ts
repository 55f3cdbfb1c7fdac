import { expect, it } from 'vitest'
import { Refreshes } from './refreshes.cjs'

/** A process that readers keep busy for this share of the time. */
const busy = (utilization: number) => () => ({ idle: 0, active: 0, utilization })

it('lets pages be refreshed one after another, with pauses three times as long on a busy process', () => {
  let now = 0
  const refreshes = new Refreshes(() => now, busy(1))
  expect(refreshes.begin('/a')).toBe(true)
  expect([refreshes.begin('/a'), refreshes.begin('/b')]).toEqual([false, false])
  now = 100
  refreshes.end('/c')
  expect(refreshes.begin('/b')).toBe(false)
  refreshes.end('/a')
  now = 399
  expect(refreshes.begin('/b')).toBe(false)
  now = 400
  expect(refreshes.begin('/b')).toBe(true)
})

it.each([
  [0, 12],
  [0.4, 100],
  [0.65, 300],
  [0.95, 300],
])('makes pauses by how busy readers keep the process: %d', (share, pause) => {
  let now = 0
  const refreshes = new Refreshes(() => now, busy(share))
  refreshes.begin('/a')
  now = 100
  refreshes.end('/a')
  now = 100 + pause - 1
  expect(refreshes.begin('/b')).toBe(false)
  now += 1
  expect(refreshes.begin('/b')).toBe(true)
})

it('does not wait for one that broke', () => {
  let now = 0
  const refreshes = new Refreshes(() => now, busy(1))
  refreshes.begin('/a')
  now = 10_000
  expect(refreshes.begin('/b')).toBe(true)
  refreshes.end('/a')
  expect(refreshes.begin('/c')).toBe(false)
})
