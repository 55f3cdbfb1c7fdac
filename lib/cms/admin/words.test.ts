import { describe, expect, it } from 'vitest'
import type { Receipt } from '@/lib/model/receipt'
import { describeBeat } from './beat-words'
import { describeReceipt, describeState } from './receipt-words'

const zone = { locale: 'en-GB', timeZone: 'Asia/Karachi' }
const receipt: Receipt = { state: 'live', path: '/world/a', publishedAt: '2026-11-23T09:00:00Z', changedAt: '2026-11-23T09:00:00Z', surfaces: [], live: 9, total: 9, seconds: 0.8 }
const quiet = { scheduledFor: null, hasDraft: false }

describe('the receipt in words', () => {
  it('counts surfaces, with the time when someone watched', () => {
    expect(describeReceipt(receipt, 0.8)).toBe('Live on 9 of 9 surfaces, 0.8 s')
    expect(describeReceipt({ ...receipt, live: 7 }, null)).toBe('Live on 7 of 9 surfaces')
    expect(describeReceipt({ ...receipt, state: 'withdrawn' }, 1)).toBe('Gone from 9 of 9 surfaces, 1.0 s')
  })

  it('says where the story stands', () => {
    expect(describeState(null, quiet, zone)).toBe('Draft: no reader has seen it.')
    expect(describeState(receipt, quiet, zone)).toBe('Live since 23 November 2026, 14:00 PKT.')
    expect(describeState(receipt, { ...quiet, hasDraft: true }, zone)).toContain('readers do not see yet')
    expect(describeState({ ...receipt, state: 'withdrawn' }, quiet, zone)).toBe('Withdrawn: readers are told that it is gone.')
    expect(describeState(null, { ...quiet, scheduledFor: '2026-11-23T13:00:00Z' }, zone)).toBe('Draft: no reader has seen it. It is to go out on 23 November 2026, 18:00 PKT.')
  })
})

describe('the clock in words', () => {
  it.each([
    [1_000, true, 'Clock: last beat 1 s ago'],
    [61_000, false, 'The clock stands still: its last beat was 61 s ago.'],
    [7_200_000, false, 'The clock stands still: its last beat was 2 hours ago.'],
  ])('%i ms ago', (ms, isRight, text) => expect(describeBeat(1_000_000_000 - ms, 1_000_000_000)).toMatchObject({ isRight, text }))
  it('never', () => expect(describeBeat(null, 1)).toMatchObject({ isRight: false, text: 'The clock has never beaten.' }))
})
