import { createHash, randomBytes } from 'node:crypto'

const DAY = 24 * 60 * 60 * 1000
/** About ten megabytes of marks; past it the oldest are forgotten. */
const MOST = 200_000

/**
 * Knows who has read what today, without knowing who: it keeps a hash of address, browser and story under a salt
 * that is random, never leaves memory and is thrown away with all the hashes when the day (UTC) ends. Nobody can
 * tell from it who read, nor that today's reader is yesterday's.
 */
export class OnceADay {
  private salt = randomBytes(32)
  private day = -1
  private seen = new Set<string>()

  /** True the first time today. */
  isFirst(address: string, userAgent: string, storyId: number, now: number): boolean {
    const day = Math.floor(now / DAY)
    if (day !== this.day) {
      this.salt = randomBytes(32)
      this.seen = new Set()
      this.day = day
    }
    const mark = createHash('sha256').update(this.salt).update(`${address}\n${userAgent}\n${storyId}`).digest('base64').slice(0, 16)
    if (this.seen.has(mark)) return false
    this.seen.add(mark)
    if (this.seen.size > MOST) this.seen.delete(this.seen.values().next().value!)
    return true
  }
}
