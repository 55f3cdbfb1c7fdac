import { post, TIME_LIMIT_MS } from './post'
import { verdictOf, type Verdict } from './verdict'

/** As many addresses as one post may carry (indexnow.org/documentation). */
export const ADDRESSES_AT_ONCE = 10_000

/** Who speaks: the site, and the key whose file proves it. */
export interface Sender {
  origin: string
  key: string
}

/**
 * Tells search engines in one post of addresses that are new, changed or gone, in the form of IndexNow
 * (indexnow.org/documentation). All of them must be on the sender's own host.
 */
export async function tellIndexNow(endpoint: string, { origin, key }: Sender, addresses: readonly string[], now: Date, limitMs: number = TIME_LIMIT_MS): Promise<Verdict> {
  const keyLocation = `${origin}/${key}.txt`
  const notice = { host: new URL(origin).host, key, keyLocation, urlList: addresses }
  const answer = await post(endpoint, 'application/json; charset=utf-8', JSON.stringify(notice), now, limitMs)
  return verdictOf(answer, {
    202: 'Accepted; the key file is still to be looked at',
    400: 'The notice was not understood',
    403: `The key file could not be read, or does not hold the key: ${keyLocation}`,
    422: 'The addresses do not belong to this site, or the key is not the one of its file',
  })
}
