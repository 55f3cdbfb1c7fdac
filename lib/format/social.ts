import type { Network } from '@/lib/model/site'

interface NetworkWords {
  name: string
  /** What the network calls those who follow, one and many. */
  one: string
  many: string
  /** What the network calls following. */
  action: string
}

const followers = { one: 'Follower', many: 'Followers', action: 'Follow' }
const subscribers = { one: 'Subscriber', many: 'Subscribers', action: 'Subscribe' }

const WORDS: Record<Network, NetworkWords> = {
  facebook: { name: 'Facebook', one: 'Fan', many: 'Fans', action: 'Like' },
  x: { name: 'X', ...followers },
  instagram: { name: 'Instagram', ...followers },
  youtube: { name: 'YouTube', ...subscribers },
  linkedin: { name: 'LinkedIn', ...followers },
  whatsapp: { name: 'WhatsApp', ...subscribers },
  telegram: { name: 'Telegram', ...subscribers },
  threads: { name: 'Threads', ...followers },
  bluesky: { name: 'Bluesky', ...followers },
  mastodon: { name: 'Mastodon', ...followers },
  tiktok: { name: 'TikTok', ...followers },
  rss: { name: 'RSS', ...subscribers },
}

/** How a network names itself, its followers and the act of following, in its own words. */
export function networkWords(network: Network, count: number | null): { name: string; unit: string; action: string } {
  const words = WORDS[network]
  return { name: words.name, unit: count === 1 ? words.one : words.many, action: words.action }
}
