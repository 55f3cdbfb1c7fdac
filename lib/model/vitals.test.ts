import { describe, expect, it } from 'vitest'
import { percentile, stepOf, valueOf } from './vitals'

describe('histogram of vitals', () => {
  it('keeps every measurement within an eighth', () => {
    for (let value = 1; value < 300_000; value *= 1.037) expect(Math.abs(valueOf(stepOf(value)) - value) / value).toBeLessThan(0.125)
  })

  it('keeps nothing as nothing', () => expect(valueOf(stepOf(0))).toBe(0))

  it('gives the percentile of what was measured', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i + 1) * 10)
    const steps = values.map((value) => ({ step: stepOf(value), count: 1 }))
    expect(percentile(steps, 0.75)).toBeGreaterThan(750 / 1.13)
    expect(percentile(steps, 0.75)).toBeLessThan(750 * 1.13)
    expect(percentile([], 0.75)).toBeNull()
  })
})
