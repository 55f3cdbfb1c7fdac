/**
 * How fast search answers, on the database of DATABASE_URL, which `npm run bench:seed` has filled:
 * DATABASE_URL=file:/tmp/search.db npx tsx bench/search.ts
 * Prints median and 95th percentile in milliseconds, each kind of question asked sixty times: as the clock on the
 * wall has it, and as this process used the processor (SQLite works inside it, PostgreSQL does not).
 */
import './environment'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import { words } from './newsroom/words'

const ROUNDS = 60

// Outside a server there are no pages to tag: the door's memory is measured without them.
const require = createRequire(import.meta.url)
const cache = require('next/cache') as { unstable_cache: unknown }
Object.defineProperty(cache, 'unstable_cache', { value: (read: () => unknown) => read })

async function main() {
  const { cms } = await import('../lib/adapters/cms/client')
  const payload = await cms()
  const { search, suggest } = await import('../lib/data/search')
  const { listRelated } = await import('../lib/data/related')
  const { forget } = await import('../lib/data/memory')
  const { findStories, suggestHeadlines } = await import('../lib/adapters/search/find')
  const { docs: sections } = await payload.find({ collection: 'sections', limit: 1, depth: 0 })
  const bare = (text: string, more: object = {}) => findStories({ text, list: 'latest', from: -8e15, until: 8e15, now: Date.now(), offset: 0, limit: 20, ...more })
  const whole = (text: string, more: object = {}) => search({ text, section: null, from: null, to: null, page: 1, ...more })
  const questions: [string, (i: number) => Promise<unknown>][] = [
    ['one rare word', (i) => bare(words.rare(100 + i * 9))],
    ['one word of a quarter of the stories', (i) => bare(words.middle(100 + (i % 60)))],
    ['one word of nearly every story', (i) => bare(words.frequent(i % 10))],
    ['the most frequent word ("the")', () => bare('the')],
    ['two words of nearly every story', (i) => bare(`${words.frequent(i % 10)} ${words.frequent((i % 9) + 11)}`)],
    ['a sentence with "the" and "of"', (i) => bare(`the ${words.middle(i)} of the ${words.middle(i + 50)}`)],
    ['a short beginning (two letters)', (i) => bare(words.frequent(i % 10).slice(0, 2))],
    ['a phrase', (i) => bare(`"${words.frequent(i % 10)} ${words.frequent((i % 9) + 11)}"`)],
    ['one word of nearly every story, page 20', (i) => bare(words.frequent(i % 10), { offset: 380 })],
    ['one word of nearly every story, in a section', (i) => bare(words.frequent(i % 10), { list: `section:${sections[0]!.id}` })],
    ['whole answer with cards: rare word', (i) => whole(words.rare(100 + i * 9))],
    ['whole answer with cards: word of nearly all', (i) => whole(words.frequent(i % 10))],
    ['whole answer: misspelt, a nearer spelling', (i) => whole(misspell(words.rare(100 + i * 9)))],
    ['suggestions, one letter', (i) => suggestHeadlines(words.frequent(i % 10).slice(0, 1), 'latest', 8)],
    ['suggestions, two letters', (i) => suggest(words.frequent(i % 10).slice(0, 2))],
    ['suggestions, four letters', (i) => suggest(words.rare(i * 9).slice(0, 4))],
    ['related news of a story', (i) => (forget(['aside']), listRelated(1 + i * 37))],
  ]
  console.log(`\n${payload.db.name}, ${await payload.count({ collection: 'stories' }).then((result) => result.totalDocs)} stories, milliseconds; load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores\n`)
  console.log(`${''.padEnd(46)}  median     p95   of this process's processor: median, p95`)
  for (const [title, ask] of questions) {
    await ask(0)
    const times: number[] = []
    const own: number[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const began = performance.now()
      const before = process.cpuUsage()
      await ask(i)
      times.push(performance.now() - began)
      const { user, system } = process.cpuUsage(before)
      own.push((user + system) / 1000)
    }
    console.log(`${title.padEnd(46)} ${shown(times)}      ${shown(own)}`)
  }
  process.exit(0)
}

function shown(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return [ROUNDS / 2, Math.floor(ROUNDS * 0.95)].map((i) => sorted[i]!.toFixed(1).padStart(7)).join(' ')
}

const misspell = (word: string) => word.slice(0, 2) + word[3] + word[2] + word.slice(4)

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
