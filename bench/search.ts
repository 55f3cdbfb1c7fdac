/**
 * How fast search answers at 20,000 stories, on the database of DATABASE_URL, which must be empty or one that
 * this has filled before: DATABASE_URL=file:/tmp/search.db npx tsx bench/search.ts [stories]
 * Prints median and 95th percentile in milliseconds, each kind of question asked sixty times: as the clock on the
 * wall has it, and as this process used the processor (SQLite works inside it, PostgreSQL does not).
 */
import '../scripts/environment'
import { createRequire } from 'node:module'
import { cpus, loadavg } from 'node:os'
import type { SQL } from 'drizzle-orm'
import type { Payload } from 'payload'
import { words } from './words'

const STORIES = Number(process.argv[2] ?? 20_000)
const ROUNDS = 60
const DAY = 24 * 60 * 60 * 1000

// Outside a server there are no pages to tag: the door's memory is measured without them.
const require = createRequire(import.meta.url)
const cache = require('next/cache') as { unstable_cache: unknown }
Object.defineProperty(cache, 'unstable_cache', { value: (read: () => unknown) => read })

function randoms(seed: number): () => number {
  let state = seed
  return () => ((state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296)
}

async function fill(payload: Payload): Promise<void> {
  const { sql, sqlOf } = await import('../lib/cms/sql')
  const { searchIndex } = await import('../lib/adapters/search/search-index')
  const { writeTexts } = await import('../lib/adapters/search/texts')
  const { addTerms, headTerms } = await import('../lib/adapters/search/terms')
  const random = randoms(7)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const name = (i: number) => `${words.rare(i * 3)} ${words.rare(i * 7 + 1)}`
  const create = async (collection: 'sections' | 'authors' | 'topics', count: number) => {
    const ids: number[] = []
    for (let i = 0; i < count; i++) ids.push(Number((await payload.create({ collection, data: { name: `${collection.slice(0, -1)} ${name(i)}` } as never, depth: 0 })).id))
    return ids
  }
  const [sections, authors, topics] = [await create('sections', 8), await create('authors', 40), await create('topics', 200)]
  const counts = new Map<string, number>()
  const now = Date.now()
  for (let at = 0; at < STORIES; at += 250) {
    const transactionID = await payload.db.beginTransaction()
    if (transactionID === null) throw new Error('no transaction')
    const req = { transactionID }
    const db = sqlOf(payload, req)
    const index = searchIndex(payload, req)
    const rows = { stories: [] as SQL[], rels: [] as SQL[], river: [] as SQL[] }
    for (let i = at; i < Math.min(at + 250, STORIES); i++) {
      const id = i + 1
      const [section, author, topic] = [pick(sections), pick(authors), pick(topics)]
      const doc = {
        id,
        headline: words.sentence(random, 7 + Math.floor(random() * 5)),
        standfirst: words.sentence(random, 22),
        authors: name(authors.indexOf(author)),
        topics: name(topics.indexOf(topic)),
        body: Array.from({ length: 14 }, () => words.sentence(random, 40)).join('\n\n'),
      }
      const published = now - Math.floor(random() * 1500 * DAY)
      const iso = new Date(published).toISOString()
      rows.stories.push(sql`(${id}, ${doc.headline}, ${doc.standfirst}, ${`story-${id}`}, ${section}, ${iso}, 'news', 600, 'published', ${iso}, ${iso})`)
      rows.rels.push(sql`(1, ${id}, 'authors', ${author}, NULL)`, sql`(1, ${id}, 'topics', NULL, ${topic})`)
      for (const list of ['latest', `section:${section}`, `topic:${topic}`, `author:${author}`]) rows.river.push(sql`(${list}, ${published}, ${id})`)
      await index.put(doc)
      await writeTexts(db, doc)
      for (const term of headTerms(doc)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    const values = (list: SQL[]) => sql.join(list, sql`, `)
    await db.run(sql`INSERT INTO stories (id, headline, standfirst, slug, section_id, published_at, kind, word_count, _status, updated_at, created_at) VALUES ${values(rows.stories)}`)
    await db.run(sql`INSERT INTO stories_rels ("order", parent_id, path, authors_id, topics_id) VALUES ${values(rows.rels)}`)
    await db.run(sql`INSERT INTO river (list, published_at, story_id) VALUES ${values(rows.river)}`)
    await payload.db.commitTransaction(transactionID)
    if (at % 2500 === 0) console.log(`filled ${at} of ${STORIES}`)
  }
  const db = sqlOf(payload)
  await addTerms(db, [...counts].map(([term, stories]) => ({ term, stories })))
  await db.run(db.dialect === 'postgres' ? sql`ANALYZE` : sql`PRAGMA optimize`)
}

async function main() {
  const { cms } = await import('../lib/adapters/cms/client')
  const { migrate } = await import('../lib/cms/migrations')
  const payload = await cms()
  await migrate(payload)
  const { totalDocs } = await payload.count({ collection: 'stories' })
  if (totalDocs === 0) {
    const began = performance.now()
    await fill(payload)
    console.log(`filled ${STORIES} stories in ${Math.round((performance.now() - began) / 1000)} s`)
  }
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
