import { createHash, randomBytes } from 'node:crypto'
import { neighbourhoodOf } from '@/lib/watch/sender'

const DAY = 24 * 60 * 60 * 1000
/** About twenty megabytes of marks, two for each reading; past it the oldest are forgotten. */
const MOST = 400_000
/** A household's or a small office's browsers count; those that one machine makes up do not. */
const MOST_NEIGHBOURS = 10

/**
 * Knows who has read what today, without knowing who: it keeps a hash of address, browser and story under a salt
 * that is random, never leaves memory and is thrown away with all the hashes when the day (UTC) ends; and, under one of
 * neighbourhood and story, how many. Nobody can tell from it who read, nor that today's reader is yesterday's.
 */
export class OnceADay {
  private salt = randomBytes(32)
  private day = -1
  private seen = new Map<string, number>()

  /** True the first time today, unless as many of the same neighbourhood as count have read the story. */
  isFirst(address: string, userAgent: string, storyId: number, now: number): boolean {
    const day = Math.floor(now / DAY)
    if (day !== this.day) {
      this.salt = randomBytes(32)
      this.seen = new Map()
      this.day = day
    }
    const reader = this.mark(address, userAgent, storyId)
    const neighbourhood = this.mark(neighbourhoodOf(address), storyId)
    const neighbours = this.seen.get(neighbourhood) ?? 0
    if (this.seen.has(reader) || neighbours >= MOST_NEIGHBOURS) return false
    this.seen.set(reader, 1).set(neighbourhood, neighbours + 1)
    while (this.seen.size > MOST) this.seen.delete(this.seen.keys().next().value!)
    return true
  }

  private mark(...what: (string | number)[]): string {
    return createHash('sha256').update(this.salt).update(what.join('\n')).digest('base64').slice(0, 16)
  }
}
