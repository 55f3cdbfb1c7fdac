import { post, TIME_LIMIT_MS } from './post'
import { verdictOf, type Verdict } from './verdict'

const AT_ONCE = 4

/**
 * Tells a hub that feeds have changed (W3C WebSub, section 6), each in a post of its own and four at a time; it
 * then fetches them. What a hub that is down says of one it would say of the rest: these are not asked any more.
 * @returns a verdict for each feed, in their order.
 */
export async function tellHub(hub: string, feeds: readonly string[], now: Date, limitMs: number = TIME_LIMIT_MS): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  let down: Verdict | null = null
  let next = 0
  const tell = async () => {
    while (next < feeds.length) {
      const at = next++
      const verdict: Verdict = down ?? verdictOf(await post(hub, 'application/x-www-form-urlencoded', publish(feeds[at]!), now, limitMs))
      verdicts[at] = verdict
      if (verdict.isDown) down = verdict
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tell))
  return verdicts
}

const publish = (feed: string) => new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }).toString()
