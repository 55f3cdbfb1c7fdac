import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { readWxr } from './read'
import { streamWxr } from './testing/stream'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('a large export', () => {
  it('is read in memory that does not grow with it', async () => {
    const used: number[] = []
    let items = 0
    for await (const event of readWxr(streamWxr(4000))) {
      if (event.kind !== 'item' || ++items % 1000 !== 0) continue
      collectGarbage()
      used.push(process.memoryUsage().heapUsed)
    }
    expect(items).toBe(4000)
    // Between the first thousand stories and the last lie 25 MB of text.
    expect((used.at(-1) ?? 0) - (used[0] ?? 0)).toBeLessThan(2 * 1024 * 1024)
  }, 120_000)

  it('is read no further than it is asked for, and its source is closed', async () => {
    let [pieces, closed] = [0, false]
    async function* source() {
      try {
        for await (const piece of streamWxr(2000)) {
          pieces++
          yield piece
        }
      } finally {
        closed = true
      }
    }
    for await (const event of readWxr(source())) if (event.kind === 'item') break
    expect(pieces).toBeLessThan(20)
    expect(closed).toBe(true)
  })
})
