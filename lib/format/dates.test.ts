import { describe, expect, it } from 'vitest'
import * as dates from './dates'

const karachi = { locale: 'en-PK', timeZone: 'Asia/Karachi' }
const london = { locale: 'en-GB', timeZone: 'Europe/London' }

describe('dates in the newsroom’s zone', () => {
  it.each([
    ['2025-01-16T05:00:00Z', karachi, 'Thursday, 16 January 2025'],
    // 19:30 UTC is past midnight in Islamabad.
    ['2025-01-16T19:30:00Z', karachi, 'Friday, 17 January 2025'],
    ['2025-01-16T05:00:00Z', { locale: 'en-US', timeZone: 'Asia/Karachi' }, 'Thursday, January 16, 2025'],
  ])('long date %s', (at, zone, expected) => {
    expect(dates.formatLongDate(at, zone)).toBe(expected)
  })

  it.each([
    ['2025-01-16T18:59:59Z', '2025-01-16'],
    ['2025-01-16T19:00:00Z', '2025-01-17'],
    ['2025-12-31T19:00:00Z', '2026-01-01'],
  ])('day of %s', (at, expected) => {
    expect(dates.zonedDay(at, 'Asia/Karachi')).toBe(expected)
  })

  it.each([
    ['2025-01-16T18:59:59.500Z', 1000],
    ['2025-01-16T19:00:00.000Z', 86_400_000],
    ['2025-01-16T18:00:00.000Z', 3_600_000],
    ['2025-01-16T18:59:00.250Z', 59_750],
  ])('midnight from %s', (at, expected) => {
    expect(dates.msUntilMidnight(Date.parse(at), 'Asia/Karachi')).toBe(expected)
  })

  it('writes date, time and zone for a story', () => {
    expect(dates.formatDateTime('2025-01-16T09:20:00Z', karachi)).toBe('16 January 2025, 14:20 PKT')
    expect(dates.formatDateTime('2025-07-16T09:20:00Z', london)).toBe('16 July 2025, 10:20 BST')
  })

  it('writes midnight as 00:00', () => {
    expect(dates.formatTime('2025-01-16T19:00:00Z', karachi)).toBe('00:00')
  })

  it.each([
    ['2025-01-16T09:20:00Z', '14:20'],
    ['2025-01-15T09:20:00Z', '15 Jan'],
    ['2024-12-31T09:20:00Z', '31 Dec 2024'],
  ])('in a list %s', (at, expected) => {
    expect(dates.formatListTime(at, '2025-01-16T12:00:00Z', karachi)).toBe(expected)
  })

  it('knows the calendar', () => {
    expect(dates.formatMonthName(11, 'en-PK')).toBe('November')
    expect(dates.formatCalendarDay(2026, 11, 23, 'en-PK')).toBe('Monday, 23 November 2026')
    expect(dates.weekdayOf(2026, 11, 23)).toBe(0)
    expect(dates.weekdayOf(2026, 11, 1)).toBe(6)
    expect(dates.daysInMonth(2024, 2)).toBe(29)
    expect(dates.daysInMonth(2026, 11)).toBe(30)
  })
})
