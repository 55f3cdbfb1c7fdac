import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { drawPicture } from '@/demo/pictures/draw'
import type { SearchIndex } from '@/lib/adapters/search/search-index'
import { addTerms, headTerms } from '@/lib/adapters/search/terms'
import { writeTexts } from '@/lib/adapters/search/texts'
import { listsOf } from '@/lib/cms/river'
import type { Sql } from '@/lib/cms/sql'
import { env } from '@/lib/env'
import { authorPath, topicPath } from '@/lib/routes'
import type { Plan, PlannedStory } from './plan'

const BATCH = 250
const TIME_ZONE = 'UTC'
/** The newest stories' pictures have a file behind them. */
const WITH_FILES = 300

type Row = Record<string, unknown>

/** Where rows are written: statements of search and terms, and rows of a table, in one transaction. */
export interface Transaction {
  db: Sql
  index: SearchIndex
  insert: (table: string, rows: Row[]) => Promise<void>
}

export interface Store {
  /** How many transactions it takes side by side. */
  lanes: number
  within: (work: (transaction: Transaction) => Promise<void>) => Promise<void>
  finish: () => Promise<void>
}

/**
 * Writes a planned newsroom into an empty, migrated database: everything that publishing each story by hand would
 * have left there, its latest version and its place in the search index included.
 */
export async function fill(store: Store, plan: Plan, stories: number, say: (done: number) => void): Promise<void> {
  const counts = new Map<string, number>()
  await drawPictures(plan, stories)
  await store.within((transaction) => fillLabels(transaction, plan))
  let [next, done] = [1, 0]
  const fillLane = async () => {
    while (next <= stories) {
      const from = next
      next += BATCH
      const planned = Array.from({ length: Math.min(BATCH, stories - from + 1) }, (_, i) => plan.story(from + i))
      await store.within((transaction) => fillStories(transaction, planned))
      done += planned.length
      say(done)
    }
  }
  const fillStories = async (transaction: Transaction, planned: PlannedStory[]) => {
    await insertStories(transaction, plan, planned)
    for (const story of planned) {
      const doc = {
        id: story.id,
        headline: story.headline,
        standfirst: story.standfirst,
        body: story.body.map((line) => line.replace(/^## /, '')).join('\n\n'),
        authors: story.authors.map((i) => plan.authors[i]).join('\n'),
        topics: story.topics.map((i) => plan.topics[i]).join('\n'),
      }
      await transaction.index.put(doc)
      await writeTexts(transaction.db, doc)
      for (const term of headTerms(doc)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: store.lanes }, fillLane))
  await store.within(({ db }) => addTerms(db, [...counts].map(([term, stories]) => ({ term, stories }))))
  await store.finish()
}

async function fillLabels({ insert }: Transaction, plan: Plan): Promise<void> {
  const sections = plan.sections.map(({ name, slug, parent }, i) => ({ id: i + 1, name, slug, parent_id: parent === null ? null : parent + 1, path: sectionPath(plan, i), order: i }))
  await insert('sections', sections)
  await insert('topics', plan.topics.map((name, i) => ({ id: i + 1, name, slug: slugOf(name) })))
  await insert('authors', plan.authors.map((name, i) => ({ id: i + 1, name, slug: `${slugOf(name)}-${i + 1}` })))
  for (let at = 0; at < plan.pictures; at += 5_000) {
    const count = Math.min(5_000, plan.pictures - at)
    await insert('media', Array.from({ length: count }, (_, i) => ({ id: at + i + 1, alt: 'A picture', credit: 'The newsroom', filename: pictureName(at + i), url: `/api/media/file/${pictureName(at + i)}`, mime_type: 'image/jpeg', filesize: 124_919, width: 1600, height: 1067, focal_x: 50, focal_y: 50 })))
  }
  await insert('paths', sections.map((section) => ({ path: section.path, kind: 'section', ref: String(section.id), state: 'live' })))
  await insert('paths', plan.topics.map((name, i) => ({ path: topicPath(slugOf(name)), kind: 'topic', ref: String(i + 1), state: 'live' })))
  await insert('paths', plan.authors.map((name, i) => ({ path: authorPath(`${slugOf(name)}-${i + 1}`), kind: 'author', ref: String(i + 1), state: 'live' })))
}

async function drawPictures(plan: Plan, stories: number): Promise<void> {
  const drawn = await Promise.all(Array.from({ length: 8 }, (_, variant) => sharp(Buffer.from(drawPicture({ scene: 'harbour', variant, palette: 'dawn' }))).jpeg({ quality: 82 }).toBuffer()))
  const folder = path.resolve(env().MEDIA_DIR)
  mkdirSync(folder, { recursive: true })
  for (let id = stories; id > Math.max(0, stories - WITH_FILES); id--) {
    const { picture } = plan.story(id)
    if (picture !== null) writeFileSync(path.join(folder, pictureName(picture)), drawn[picture % drawn.length]!)
  }
}

async function insertStories({ insert }: Transaction, plan: Plan, stories: PlannedStory[]): Promise<void> {
  const rows = stories.map((story): Row => {
    const published = new Date(story.publishedAt).toISOString()
    return {
      headline: story.headline,
      standfirst: story.standfirst,
      body: lexical(story),
      hero_id: story.picture === null ? null : story.picture + 1,
      kind: story.kind,
      section_id: story.section + 1,
      slug: story.slug,
      published_at: published,
      revised_at: story.revisedAt === null ? null : new Date(story.revisedAt).toISOString(),
      word_count: story.wordCount,
      revision: 1,
      updated_at: published,
      created_at: published,
      _status: 'published',
    }
  })
  await insert('stories', rows.map((row, i) => ({ id: stories[i]!.id, ...row })))
  await insert('_stories_v', rows.map((row, i) => ({
    id: stories[i]!.id,
    parent_id: stories[i]!.id,
    ...Object.fromEntries(Object.entries(row).map(([column, value]) => [`version_${column}`, value])),
    created_at: row.created_at,
    updated_at: row.updated_at,
    latest: true,
    autosave: false,
  })))
  const relations = stories.flatMap((story): Row[] => [
    ...story.authors.map((i, order) => relation(story.id, order, 'authors', { authors_id: i + 1 })),
    ...story.topics.map((i, order) => relation(story.id, order, 'topics', { topics_id: i + 1 })),
    ...story.related.map((id, order) => relation(story.id, order, 'related', { stories_id: id })),
  ])
  await insert('stories_rels', relations)
  await insert('_stories_v_rels', relations.map((row) => ({ ...row, path: `version.${String(row.path)}` })))
  await insert('paths', stories.map((story) => ({ path: `${sectionPath(plan, story.section)}/${story.slug}`, kind: 'story', ref: String(story.id), state: 'live' })))
  await insert('river', stories.flatMap((story) => {
    const parent = plan.sections[story.section]!.parent
    const lists = listsOf({
      publishedAt: new Date(story.publishedAt).toISOString(),
      kind: story.kind,
      sectionIds: [story.section + 1, ...(parent === null ? [] : [parent + 1])],
      topicIds: story.topics.map((i) => i + 1),
      authorIds: story.authors.map((i) => i + 1),
      hasCorrections: false,
    }, TIME_ZONE)
    return lists.map((list) => ({ list, published_at: story.publishedAt, story_id: story.id, modified_at: story.revisedAt ?? story.publishedAt }))
  }))
}

const relation = (parent: number, order: number, path: string, other: Row): Row => ({ order: order + 1, parent_id: parent, path, authors_id: null, topics_id: null, stories_id: null, ...other })

function sectionPath({ sections }: Plan, at: number): string {
  const { slug, parent } = sections[at]!
  return parent === null ? `/${slug}` : `${sectionPath({ sections } as Plan, parent)}/${slug}`
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')
const pictureName = (i: number) => `bench-${i + 1}.jpg`

const common = { direction: 'ltr', format: '', indent: 0, version: 1 }
const text = (words: string) => ({ type: 'text', text: words, format: 0, detail: 0, mode: 'normal', style: '', version: 1 })

/** A body as the back office keeps it. */
function lexical(story: PlannedStory) {
  const children: object[] = story.body.map((line) =>
    line.startsWith('## ')
      ? { type: 'heading', tag: 'h2', children: [text(line.slice(3))], ...common }
      : { type: 'paragraph', children: [text(line)], textFormat: 0, textStyle: '', ...common },
  )
  if (story.readAlso !== null) children.splice(Math.min(3, children.length), 0, { type: 'block', version: 2, format: '', fields: { id: `bench${story.id.toString(36).padStart(19, '0')}`, blockName: '', blockType: 'readAlso', story: story.readAlso } })
  return { root: { type: 'root', children, ...common } }
}
