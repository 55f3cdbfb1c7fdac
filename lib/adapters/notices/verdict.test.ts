import { describe, expect, it } from 'vitest'
import { readRetryAfter } from './post'
import { outcomeOf, verdictOf } from './verdict'

const NOW = new Date('2026-03-20T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const answer = (status: number, waitMs = 0) => ({ status, waitMs })

describe('Retry-After', () => {
  it.each([
    ['120', 2 * MINUTE],
    [' 0 ', 0],
    ['999999', 24 * HOUR],
    ['Fri, 20 Mar 2026 12:05:00 GMT', 5 * MINUTE],
    ['Fri, 20 Mar 2026 11:00:00 GMT', 0],
    ['Sun, 20 Mar 2033 12:00:00 GMT', 24 * HOUR],
    ['soon', 0],
    ['-5', 0],
    ['', 0],
    [null, 0],
  ])('%j is %i ms', (value, wait) => {
    expect(readRetryAfter(value, NOW)).toBe(wait)
  })
})

describe('an answer', () => {
  it.each([
    [200, 'sent', false],
    [202, 'sent', false],
    [204, 'sent', false],
    [301, 'refused', false],
    [400, 'refused', false],
    [403, 'refused', false],
    [404, 'refused', false],
    [408, 'waiting', false],
    [422, 'refused', false],
    [429, 'waiting', true],
    [500, 'waiting', false],
    [503, 'waiting', false],
  ])('%i: %s', (status, state, isDown) => {
    expect(verdictOf(answer(status))).toMatchObject({ state, isDown })
    expect(verdictOf(answer(status)).words).toMatch(new RegExp(`^[A-Z].+ \\(${status}\\)\\.$`))
  })

  it('that asks to wait speaks for the whole receiver; a bare 429 asks for a minute', () => {
    expect(verdictOf(answer(503, 90_000))).toMatchObject({ state: 'waiting', waitMs: 90_000, isDown: true })
    expect(verdictOf(answer(429))).toMatchObject({ waitMs: MINUTE })
    expect(verdictOf(answer(429, HOUR))).toMatchObject({ waitMs: HOUR })
    expect(verdictOf(answer(200, HOUR))).toMatchObject({ state: 'sent', waitMs: 0 })
  })

  it('that never came is tried again', () => {
    expect(verdictOf({ status: null, problem: 'Nobody there.' })).toEqual({ state: 'waiting', words: 'Nobody there.', waitMs: 0, isDown: true })
  })
})

describe('after an attempt', () => {
  const failed = verdictOf(answer(500))

  it.each([
    [0, MINUTE],
    [1, 5 * MINUTE],
    [2, 15 * MINUTE],
    [3, HOUR],
    [4, 3 * HOUR],
    [5, 6 * HOUR],
    [6, 12 * HOUR],
  ])('that failed, with %i before: the next in %i ms', (before, delay) => {
    expect(outcomeOf(failed, before, NOW)).toEqual({ state: 'waiting', attempts: before + 1, dueAt: new Date(NOW.getTime() + delay).toISOString(), sentAt: null, answer: 'It has a fault of its own (500).' })
  })

  it('that failed after the longest wait: given up, with what was said last', () => {
    expect(outcomeOf(failed, 7, NOW)).toEqual({ state: 'given-up', attempts: 8, dueAt: null, sentAt: null, answer: 'It has a fault of its own (500). Tried 8 times.' })
  })

  it('waits as long as it was asked to, and never less than the back-off', () => {
    expect(outcomeOf(verdictOf(answer(429, 2 * HOUR)), 0, NOW).dueAt).toBe('2026-03-20T14:00:00.000Z')
    expect(outcomeOf(verdictOf(answer(429, 2 * HOUR)), 6, NOW).dueAt).toBe('2026-03-21T00:00:00.000Z')
  })

  it('that was taken or refused is the last', () => {
    expect(outcomeOf(verdictOf(answer(200)), 3, NOW)).toEqual({ state: 'sent', attempts: 4, dueAt: null, sentAt: NOW.toISOString(), answer: 'Accepted (200).' })
    expect(outcomeOf(verdictOf(answer(403)), 0, NOW)).toMatchObject({ state: 'refused', attempts: 1, dueAt: null, sentAt: null })
  })
})
