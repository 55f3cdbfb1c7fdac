import { describe, expect, it } from 'vitest'
import { OnceADay } from './once'

const NOON = Date.parse('2026-03-20T12:00:00Z')

describe('one reading a day', () => {
  it('tells readers and stories apart', () => {
    const once = new OnceADay()
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON)).toBe(false)
    expect(once.isFirst('192.0.2.1', 'a', 2, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.1', 'b', 1, NOON)).toBe(true)
    expect(once.isFirst('192.0.2.2', 'a', 1, NOON)).toBe(true)
  })

  it('knows nobody the next day, and keeps no address', () => {
    const once = new OnceADay()
    once.isFirst('192.0.2.1', 'a', 1, NOON)
    const kept = (JSON.stringify({ ...once, seen: [...(once as unknown as { seen: Set<string> }).seen] }))
    expect(kept).not.toContain('192.0.2.1')
    expect(once.isFirst('192.0.2.1', 'a', 1, NOON + 12 * 60 * 60 * 1000)).toBe(true)
    expect((once as unknown as { seen: Set<string> }).seen.size).toBe(1)
  })
})
