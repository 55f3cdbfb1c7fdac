import { describe, expect, it } from 'vitest'
import { midnightOf, zonedParts } from './zone'

describe('midnightOf', () => {
  it.each([
    [{ year: 2026, month: 11, day: 23 }, 'Asia/Karachi', '2026-11-22T19:00:00.000Z'],
    [{ year: 2026, month: 1, day: 1 }, 'UTC', '2026-01-01T00:00:00.000Z'],
    [{ year: 2026, month: 1, day: 32 }, 'UTC', '2026-02-01T00:00:00.000Z'],
    [{ year: 2026, month: 3, day: 29 }, 'Europe/London', '2026-03-29T00:00:00.000Z'],
    [{ year: 2026, month: 3, day: 30 }, 'Europe/London', '2026-03-29T23:00:00.000Z'],
    [{ year: 2026, month: 7, day: 4 }, 'America/New_York', '2026-07-04T04:00:00.000Z'],
    [{ year: 2026, month: 11, day: 23 }, 'Asia/Kathmandu', '2026-11-22T18:15:00.000Z'],
  ])('%j in %s begins at %s', (day, zone, instant) => {
    expect(midnightOf(day, zone).toISOString()).toBe(instant)
  })

  it('is the first instant of a day whose midnight the clocks skip', () => {
    const start = midnightOf({ year: 2018, month: 11, day: 4 }, 'America/Sao_Paulo')
    expect(zonedParts(start, 'America/Sao_Paulo')).toMatchObject({ day: 4, hour: 1, minute: 0 })
  })
})
