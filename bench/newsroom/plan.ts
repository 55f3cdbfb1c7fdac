import { words } from './words'

/**
 * What a newsroom of a given size looks like, spread as in real ones: output that grows over the years and sleeps at
 * night and at weekends, a few sections, topics and authors that carry most of it and a long tail of others, lengths
 * around four hundred words with some very long reads, links mostly to what was written lately.
 */
export interface PlannedStory {
  id: number
  slug: string
  headline: string
  standfirst: string
  /** Plain paragraphs; a string that begins with "## " is a subheading. */
  body: string[]
  wordCount: number
  /** Positions in the plan's lists. */
  section: number
  authors: number[]
  topics: number[]
  publishedAt: number
  revisedAt: number | null
  kind: 'news' | 'analysis' | 'opinion' | 'feature'
  picture: number | null
  /** Ids of earlier stories. */
  readAlso: number | null
  related: number[]
}

export interface Plan {
  sections: { name: string; slug: string; parent: number | null }[]
  topics: string[]
  authors: string[]
  pictures: number
  story: (id: number) => PlannedStory
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** How much is published in each hour of the day. */
const HOURS = [1, 1, 1, 1, 2, 4, 8, 12, 14, 15, 15, 14, 13, 14, 15, 15, 14, 12, 10, 8, 6, 4, 3, 2]
const CHILDREN = [4, 5, 3, 2, 3, 0, 2, 0, 0, 1]

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randoms(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The n-th of a list stands about 1/n as often as the first. */
const zipf = (random: () => number, size: number) => Math.min(size - 1, Math.floor((size + 1) ** random()) - 1)

/** Around a middle, never below, now and then many times it. */
function lognormal(random: () => number, middle: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return middle * Math.exp(spread * normal)
}

export function plan(stories: number, now: number): Plan {
  const perDay = 20 + 50 * Math.max(0, Math.log10(stories) - 3)
  const span = (stories / perDay) * DAY
  const setup = randoms(1)
  const name = (i: number) => `${titled(words.rare(i * 3))} ${titled(words.rare(i * 7 + 1))}`
  const tops = CHILDREN.map((_, i) => ({ name: titled(words.middle(i * 11)), slug: `${words.middle(i * 11)}-${i}`, parent: null as number | null }))
  const children = CHILDREN.flatMap((count, parent) => Array.from({ length: count }, (_, i) => ({ name: titled(words.middle(parent * 13 + i * 3 + 120)), slug: `${words.middle(parent * 13 + i * 3 + 120)}-${parent}-${i}`, parent })))
  const sections = [...tops, ...children]
  const topics = Array.from({ length: Math.round(stories ** 0.6) }, (_, i) => `${titled(words.middle(i))} ${words.rare(i * 5 + 3)} ${i}`)
  const authors = Array.from({ length: Math.round(12 + stories ** 0.45) }, (_, i) => `${name(i)}`)
  const pictures = Math.max(60, Math.round(stories * 0.4))
  const sentences = Array.from({ length: 40_000 }, () => words.sentence(setup, 8 + Math.floor(setup() * 22)))
  const lengths = sentences.map((sentence) => sentence.split(' ').length)
  const hourTotal = HOURS.reduce((sum, weight) => sum + weight, 0)

  function timeOf(id: number, random: () => number): number {
    // Output doubles over the span: the share of stories written by a part t of it is (t + t²/2) / 1.5.
    const share = (id - 0.5) / stories
    const part = Math.sqrt(1 + 3 * share) - 1
    let day = Math.floor((now - span + part * span) / DAY)
    const weekday = new Date(day * DAY).getUTCDay()
    if ((weekday === 0 || weekday === 6) && random() < 0.4) day -= weekday === 0 ? 2 : 1
    let left = random() * hourTotal
    const hour = HOURS.findIndex((weight) => (left -= weight) < 0)
    return Math.min(now - Math.floor(random() * 20 * 60_000), day * DAY + hour * HOUR + Math.floor(random() * HOUR))
  }

  function story(id: number): PlannedStory {
    const random = randoms(id * 2654435761)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
    const publishedAt = timeOf(id, random)
    const headline = words.sentence(random, 6 + Math.floor(random() * 7)).slice(0, -1)
    const target = Math.min(4_000, Math.max(80, lognormal(random, 400, 0.6)))
    const body: string[] = []
    let wordCount = 0
    while (wordCount < target) {
      if (body.length > 0 && body.length % 7 === 0) body.push(`## ${words.sentence(random, 4).slice(0, -1)}`)
      const from = 2 + Math.floor(random() * 2)
      const chosen = Array.from({ length: from }, () => Math.floor(random() * sentences.length))
      body.push(chosen.map((i) => sentences[i]!).join(' '))
      wordCount += chosen.reduce((sum, i) => sum + lengths[i]!, 0)
    }
    const top = zipf(random, tops.length)
    const below = children.flatMap((child, i) => (child.parent === top ? [tops.length + i] : []))
    const several = (count: number, size: number) => [...new Set(Array.from({ length: count }, () => zipf(random, size)))]
    const authorCount = random() < 0.1 ? 0 : random() < 0.88 ? 1 : random() < 0.8 ? 2 : 3
    const earlier = () => Math.max(1, id - 1 - Math.floor(lognormal(random, 400, 1.5)))
    const roll = random()
    return {
      id,
      slug: `${headline.toLowerCase().replaceAll(' ', '-')}-${id.toString(36)}`,
      headline,
      standfirst: words.sentence(random, 16 + Math.floor(random() * 16)),
      body,
      wordCount,
      section: below.length > 0 && random() < 0.6 ? pick(below) : top,
      authors: several(authorCount, authors.length),
      topics: several(1 + Math.floor(random() * 5), topics.length),
      publishedAt,
      revisedAt: random() < 0.15 ? Math.min(now, publishedAt + Math.floor(random() * 6 * HOUR)) : null,
      kind: roll < 0.82 ? 'news' : roll < 0.9 ? 'analysis' : roll < 0.97 ? 'opinion' : 'feature',
      picture: random() < 0.85 ? Math.floor(random() * pictures) : null,
      readAlso: id > 1 && random() < 0.35 ? earlier() : null,
      related: id > 3 && random() < 0.1 ? [...new Set([earlier(), earlier()])] : [],
    }
  }
  return { sections, topics, authors, pictures, story }
}

const titled = (word: string) => word[0]!.toUpperCase() + word.slice(1)
