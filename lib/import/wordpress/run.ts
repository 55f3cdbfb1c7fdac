import type { Payload } from 'payload'
import type { MoveOutcome, MoveReport } from '@/lib/model/move-report'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { FileSource } from '../media/source'
import type { ReadRedirects } from '../redirects/read'
import { openNotebook } from './notebook'
import { readCategories } from './plan/categories'
import { settleLabels } from './plan/labels'
import { settleMedia } from './plan/media'
import { bylineOf, readPeople, type People } from './plan/people'
import { planPosts } from './plan/posts'
import { survey, STORY_TYPES } from './plan/survey'
import { countSource } from './plan/counts'
import { languageOf } from './plan/language'
import { readTagDiv } from './plan/tagdiv'
import type { Staging } from './staging'
import { bodyContext, siteOf } from './write/context'
import { bringFiles } from './write/files'
import { fileAddresses, listAddresses, putOldAddresses, ruledAddresses, type Bases } from './write/old-addresses'
import { announceMove, writePosts } from './write/posts'
import { putRedirects } from './write/redirects'
import { pinSticky, takeOverMenus, takeOverName } from './write/settings'
import { readNewsroom } from './write/standing'
import { makePage, makeStory } from './write/story'
import { writeAddresses } from '../ledger'

export interface RunOptions {
  /** Where the old site's files are; null leaves them for a later run. */
  media: FileSource | null
  /** "/%year%/%postname%/" as the old site had it; null: told by the posts' own addresses. */
  permalinks: string | null
  bases: Bases
  /** True: a story keeps the address it had. False: it gets one by its section, and the old one leads there. */
  keepAddresses: boolean
  redirects: ReadRedirects | null
  /** The old site's zone, for dates that are given without; null: the newsroom's own. */
  timeZone: string | null
  /** Post types that become stories beside "post". */
  types: readonly string[]
  /** Takes the export's version also of what has been changed here. */
  overwrite: boolean
}

/** Says how far a long step is: what it does, how many are done, of how many. */
export type Progress = (step: string, done: number, of: number) => void

/**
 * Moves what stands in the working file into the newsroom. Everything can be done again: what stands here already is
 * left alone, and an interrupted run is taken up where it stopped.
 * @returns what was done, for the report.
 */
export async function moveIn(payload: Payload, staging: Staging, options: RunOptions, now: Date, progress: Progress): Promise<MoveReport> {
  const channel = staging.channel()
  if (channel === null) throw new Error('The working file holds no export. Run the import with the export’s file.')
  const source = sourceOf(channel.baseBlogUrl ?? channel.baseSiteUrl ?? channel.link)
  const importId = await begin(payload, source, options, now)
  const notebook = openNotebook(payload, importId)
  const { note } = notebook
  for (const file of staging.files()) if (file.problem !== null) note({ kind: 'file', key: file.name, title: file.name }, { kind: 'doubtful', code: 'file-damaged', message: file.problem })

  await takeOverName(payload, channel, options.timeZone)
  const { language, ...settings } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const timeZone = options.timeZone ?? settings.timeZone ?? 'UTC'
  const site = siteOf(channel, staging.attachmentUrls())
  staging.clearPlan()

  const types = [...STORY_TYPES, ...options.types]
  const categories = readCategories(staging.terms('category'), staging.all<{ slug: string; name: string }>("SELECT DISTINCT slug, slug AS name FROM item_terms WHERE taxonomy = 'category' UNION SELECT 'uncategorized', 'Uncategorized' WHERE NOT EXISTS (SELECT 1 FROM terms WHERE taxonomy = 'category' AND slug = 'uncategorized')"))
  const found = survey(staging, categories, types, options.permalinks, site.keyOf)
  const people = readPeople(staging.authors(), staging.items('guest-author'))
  namePeople(staging, types, people, channel.title || 'Newsroom')
  progress('Pictures and files', 0, staging.count('attachment'))
  const byAttachment = await settleMedia(payload, source, staging, found.files, note)
  const labels = await settleLabels(payload, source, staging, categories, people, found, byAttachment, note)
  await planPosts(payload, { source, staging, categories, people, labels, structure: found.structure, timeZone, keepAddresses: options.keepAddresses, now, note, types })
  await notebook.flush()

  const files = options.media === null ? null : await bringFiles(payload, source, staging, options.media, (done, of) => progress('Files', done, of), note)
  await notebook.flush()

  const newsroom = await readNewsroom(payload, timeZone)
  const fileNames = await readFileNames(payload)
  const around = { siteName: channel.title, year: String(now.getUTCFullYear()) }
  const total = { stories: countPlanned(staging, 'stories'), pages: countPlanned(staging, 'pages') }
  const outcomes = {} as Record<'stories' | 'pages', MoveOutcome>
  for (const collection of ['stories', 'pages'] as const) {
    let done = 0
    outcomes[collection] = await writePosts(payload, collection, {
      source,
      staging,
      newsroom,
      overwrite: options.overwrite,
      note,
      make: (item, planned) => {
        const context = bodyContext(staging, item, site, (id) => fileNames.get(id) ?? null)
        if (collection === 'pages') return makePage(item, planned, context)
        const sectionName = [...labels.sections.values()].find((section) => section.id === planned.sections[0])?.name ?? ''
        return makeStory(item, planned, context, { ...around, sectionName, ownAddress: item.link }, languageOf(item, language))
      },
      done: async (count) => {
        await notebook.flush()
        progress(collection === 'stories' ? 'Stories' : 'Pages', (done += count), total[collection])
      },
    })
  }

  const months = new Set([...newsroom.lists].filter((list) => list.startsWith('month:')).map((list) => list.slice('month:'.length)))
  const accounts = new Map(staging.authors().map((author) => [`login:${author.login}`, author.id]))
  await putOldAddresses(payload, source, listAddresses(labels, categories, people, accounts, staging, options.bases))
  await putOldAddresses(payload, source, fileAddresses(staging))
  await writeAddresses(sqlOf(payload), source, ruledAddresses(labels, categories, months, options.bases))
  const redirects = options.redirects === null ? null : await putRedirects(payload, source, options.redirects, note)
  await takeOverMenus(payload, source, staging, labels, site.isOwn, note)
  const pinned = await pinSticky(payload, staging, note)
  const counts = countSource(staging, types, note)
  // Pictures that came now are seen in stories that readers may have been shown without.
  if (files !== null && files.here > 0) newsroom.touched.push(...staging.all<{ target: number }>("SELECT target FROM planned WHERE collection = 'stories'").map(({ target }) => target))
  await announceMove(payload, newsroom)
  await notebook.flush()

  const report: MoveReport = {
    source,
    importId,
    startedAt: now.toISOString(),
    finishedAt: new Date().toISOString(),
    files: staging.files().map(({ name, size, items, problem }) => ({ name, size, items, problem })),
    structure: found.structure,
    timeZone,
    counts,
    outcomes,
    labels: { sections: new Set([...labels.sections.values()].map(({ id }) => id)).size, topics: labels.topics.size, authors: labels.authors.size },
    media: { documents: new Set(staging.all<{ media: number }>('SELECT media FROM uploads').map((row) => row.media)).size, fetched: files },
    redirects,
    pinned,
    notes: [...notebook.counts].map(([code, { kind, count }]) => ({ code, kind, count })).sort((a, b) => b.count - a.count),
  }
  await sqlOf(payload).run(sql`UPDATE imports SET state = 'finished', finished_at = ${Date.now()}, summary = ${JSON.stringify(report)} WHERE id = ${importId}`)
  return report
}

/** The old site's name in the books: its host and path, without scheme and "www.". */
export function sourceOf(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : new URL('http://unknown.invalid')
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`
}

async function begin(payload: Payload, source: string, options: RunOptions, now: Date): Promise<number> {
  const db = sqlOf(payload)
  await db.run(sql`UPDATE imports SET state = 'interrupted' WHERE source = ${source} AND state = 'running'`)
  const shown = JSON.stringify({ permalinks: options.permalinks, keepAddresses: options.keepAddresses, media: options.media !== null, timeZone: options.timeZone, types: options.types, overwrite: options.overwrite })
  const [row] = await db.all<{ id: number }>(sql`INSERT INTO imports (source, state, started_at, options) VALUES (${source}, 'running', ${now.getTime()}, ${shown}) RETURNING id`)
  return Number(row!.id)
}

/** Everybody who wrote something is somebody, also those an export does not describe; what nobody signed is the newsroom's. */
function namePeople(staging: Staging, types: readonly string[], people: People, newsroom: string): void {
  for (const type of types) {
    for (const item of staging.items(type)) {
      if (bylineOf(item, people, readTagDiv(item).source).length === 0) people.all.set('site', { key: 'site', name: newsroom, biography: null, contacts: [], portrait: null, oldSlugs: [] })
    }
  }
}

async function readFileNames(payload: Payload): Promise<Map<number, string>> {
  const rows = await sqlOf(payload).all<{ id: number; filename: string }>(sql`SELECT id, filename FROM media WHERE filename IS NOT NULL`)
  return new Map(rows.map((row) => [Number(row.id), `/api/media/file/${encodeURIComponent(row.filename)}`]))
}

const countPlanned = (staging: Staging, collection: string) => staging.get<{ n: number }>('SELECT count(*) AS n FROM planned WHERE collection = ?', collection)!.n
