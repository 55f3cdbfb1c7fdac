import { expect, it } from 'vitest'
import { Refreshes } from './refreshes.cjs'

it.each([
  ['three times as long as the page took', false, 400],
  ['half as long where it is urgent', true, 150],
])('lets pages be refreshed one after another, with a pause %s', (_, isUrgent, after) => {
  let now = 0
  const refreshes = new Refreshes(() => now)
  expect(refreshes.begin('/a', isUrgent)).toBe(true)
  expect([refreshes.begin('/a'), refreshes.begin('/b')]).toEqual([false, false])
  now = 100
  refreshes.end('/c')
  expect(refreshes.begin('/b')).toBe(false)
  refreshes.end('/a')
  now = after - 1
  expect(refreshes.begin('/b')).toBe(false)
  now = after
  expect(refreshes.begin('/b')).toBe(true)
})

it('does not wait for one that broke', () => {
  let now = 0
  const refreshes = new Refreshes(() => now)
  refreshes.begin('/a')
  now = 10_000
  expect(refreshes.begin('/b')).toBe(true)
  refreshes.end('/a')
  expect(refreshes.begin('/c')).toBe(false)
})
