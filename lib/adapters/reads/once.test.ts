import { describe, expect, it } from 'vitest'
import { OnceADay } from './once'

const NOON = Date.parse('2026-03-20T12:00:00Z')

const seenBy = (once: OnceADay) => (once as unknown as { seen: Map<string, number> }).seen

describe('one reading a day', () => {
  it('tells readers and stories apart', () => {
    const once = new OnceADay()
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON)).toBe(false)
    expect(once.isFirst('192.0.2.1', 'a', 2, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.1', 'b', 1, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.2', 'a', 1, NOON)).toBe(true)
  })

  it.each([
    ['an address', () => '192.0.2.1'],
    ['a household of IPv6', (i: number) => `2001:db8:7:7::${i.toString(16)}`],
  ])('counts ten of a story from %s, whatever its machines call themselves, and keeps no more of them', (_, addressOf) => {
    const once = new OnceADay()
    const count = (storyId: number) => Array.from({ length: 1_000 }, (_, i) => once.isFirst(addressOf(i), `browser ${i}`, storyId, NOON)).filter(Boolean).length
    expect(count(1)).toBe(10)
    expect(seenBy(once).size).toBe(11)
    expect(count(2)).toBe(10)
    expect(once.isFirst('192.0.2.2', 'browser 1', 1, NOON)).toBe(true)
    expect(once.isFirst(addressOf(1), 'browser 1', 1, NOON + 12 * 60 * 60 * 1000)).toBe(true)
  })

  it('knows nobody the next day, and keeps no address', () => {
    const once = new OnceADay()
    once.isFirst('192.0.2.1', 'a', 1, NOON)
    const kept = JSON.stringify({ ...once, seen: [...seenBy(once)] })
    expect(kept).not.toContain('192.0.2.1')
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON + 12 * 60 * 60 * 1000)).toBe(true)
    expect(seenBy(once).size).toBe(2)
  })
})
