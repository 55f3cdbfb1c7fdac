import { describe, expect, it } from 'vitest'
import { explainSchedule, formatAhead, type Plan } from './schedule-words'

const zone = { locale: 'en-GB', timeZone: 'Asia/Karachi' }
const now = Date.parse('2026-11-23T10:00:00Z')
const plan: Plan = { at: '2026-11-23T13:00:00Z', embargoedUntil: null, missing: [], beatAt: '2026-11-23T09:59:59Z', isSaved: true, fieldZone: 'Asia/Karachi' }
const texts = (changes: Partial<Plan>) => explainSchedule({ ...plan, ...changes }, now, zone).map((line) => line.text)

describe('what an editor is told of a planned publication', () => {
  it('says when, in the newsroom’s zone', () => expect(texts({})).toEqual(['Goes out on Monday, 23 November 2026 at 18:00 PKT, in 3 hours.']))
  it('says nothing without a plan', () => expect(texts({ at: null })).toEqual([]))
  it('says whose clock it is when the computer’s differs', () => expect(texts({ fieldZone: 'UTC' })[1]).toContain('your computer’s own time'))
  it('warns of a time in the past, which is not kept', () => {
    expect(texts({ at: '2026-11-23T09:00:00Z', isSaved: false, missing: ['x'] })).toEqual(['This time lies in the past, so nothing goes out at it. Choose a later minute, or press Publish to publish now.'])
  })
  it('says what is overdue', () => expect(texts({ at: '2026-11-23T09:00:00Z' })[0]).toBe('Was due on Monday, 23 November 2026 at 14:00 PKT: it goes out as soon as nothing stands in its way.'))
  it('warns of a later embargo', () => expect(texts({ embargoedUntil: '2026-11-23T19:30:00Z' })[1]).toBe('The embargo ends later, on Tuesday, 24 November 2026 at 00:30 PKT: it waits until then.'))
  it('warns of what is missing', () => expect(texts({ missing: ['Headline', 'Section'] })[1]).toBe('It cannot go out yet: Headline, Section are missing.'))
  it('warns of a silent clock', () => {
    expect(texts({ beatAt: '2026-11-23T09:50:00Z' })[1]).toContain('silent since 14:50')
    expect(texts({ beatAt: null })[1]).toContain('never beaten')
    expect(texts({ beatAt: undefined })).toHaveLength(1)
  })
})

it.each([
  [20_000, 'in less than a minute'],
  [60_000, 'in 1 minute'],
  [45 * 60_000, 'in 45 minutes'],
  [26 * 3_600_000, 'in 26 hours'],
  [50 * 3_600_000, 'in 2 days'],
])('%i ms ahead', (ms, words) => expect(formatAhead(ms)).toBe(words))
