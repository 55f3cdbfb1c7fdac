import type { Payload } from 'payload'
import { textOfBody } from '@/lib/cms/body/words'
import { sql, sqlOf } from '@/lib/cms/sql'
import type { MoveReport } from '@/lib/model/move-report'
import { moveIn, type Progress, type RunOptions } from '../run'
import { openStaging } from '../staging'
import { readWxr } from '../wxr/read'
import { buildWxr, type WxrInput } from '../wxr/testing/build'

export const PLAIN: RunOptions = { media: null, permalinks: null, bases: { category: 'category', tag: 'tag' }, keepAddresses: true, redirects: null, timeZone: null, types: [], overwrite: false }

/** Moves a small export in, as the command would. */
export async function move(payload: Payload, input: WxrInput | string, options: Partial<RunOptions> = {}, now = new Date('2026-03-01T12:00:00Z'), progress: Progress = () => undefined): Promise<MoveReport> {
  const staging = openStaging('')
  try {
    let count = 0
    for await (const event of readWxr(bytes(typeof input === 'string' ? input : buildWxr(input)))) if (event.kind !== 'problem') staging.put(event, ++count)
    staging.fileRead({ name: 'export.xml', size: 0, digest: '', items: count }, null)
    return await moveIn(payload, staging, { ...PLAIN, ...options }, now, progress)
  } finally {
    staging.close()
  }
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** A story by its headline as it stands in the database, its latest version. */
export async function storyNamed(payload: Payload, headline: string) {
  const { docs } = await payload.find({ collection: 'stories', where: { headline: { equals: headline } }, draft: true, depth: 0, pagination: false })
  if (docs.length !== 1) throw new Error(`${docs.length} stories are called “${headline}”.`)
  return docs[0]!
}

/** Where an address leads, as the table of addresses has it. */
export async function pathRow(payload: Payload, path: string) {
  const { docs } = await payload.find({ collection: 'paths', where: { path: { equals: path } }, depth: 0, pagination: false })
  return docs[0] ?? null
}

/** Everything of a newsroom that a move writes, without the numbers that depend on what was there before. */
export async function snapshot(payload: Payload): Promise<unknown> {
  const db = sqlOf(payload)
  const stories = await payload.find({ collection: 'stories', draft: true, depth: 0, pagination: false, sort: 'slug' })
  const names = new Map(stories.docs.map((doc) => [String(doc.id), `${doc.slug} ${doc.headline}`]))
  const named = (id: unknown) => names.get(String(id)) ?? `? ${String(id)}`
  const paths = await payload.find({ collection: 'paths', depth: 0, pagination: false, sort: 'path' })
  const river = await db.all<{ list: string; story_id: number; published_at: number | string; modified_at: number | string }>(sql`SELECT * FROM river`)
  const versions = await db.all<{ parent_id: number; n: number }>(sql`SELECT parent_id, count(*) AS n FROM _stories_v GROUP BY parent_id`)
  const searched = await db.all<{ story_id: number; headline: string; body: string }>(sql`SELECT story_id, headline, body FROM story_search_texts`)
  const terms = await db.all<{ term: string; stories: number }>(sql`SELECT term, stories FROM search_terms ORDER BY term`)
  const sorted = (lines: string[]) => lines.sort()
  return {
    stories: stories.docs.map(({ headline, standfirst, slug, address, kind, publishedAt, scheduledFor, revisedAt, _status, noindex, body }) => ({ headline, standfirst, slug, address, kind, publishedAt, scheduledFor, revisedAt, _status, noindex, text: textOfBody(body) })),
    paths: paths.docs.map(({ path, kind, state, ref, target }) => `${path} ${kind} ${state} ${kind === 'story' ? named(ref) : ''} ${target ?? ''}`),
    river: sorted(river.map((row) => `${row.list.replace(/:\d+$/, '')} ${named(row.story_id)} ${row.published_at} ${row.modified_at}`)),
    versions: sorted(versions.map((row) => `${named(row.parent_id)} ${row.n}`)),
    searched: sorted(searched.map((row) => `${named(row.story_id)} ${row.headline} ${row.body}`)),
    terms: terms.map((row) => `${row.term} ${row.stories}`),
    sections: (await db.all<{ path: string; name: string }>(sql`SELECT path, name FROM sections ORDER BY path`)).map((row) => `${row.path} ${row.name}`),
    authors: (await db.all<{ slug: string; name: string }>(sql`SELECT slug, name FROM authors ORDER BY slug`)).map((row) => `${row.slug} ${row.name}`),
    topics: (await db.all<{ slug: string }>(sql`SELECT slug FROM topics ORDER BY slug`)).map((row) => row.slug),
    media: (await db.all<{ alt: string; caption: string | null }>(sql`SELECT alt, caption FROM media ORDER BY alt, caption`)).map((row) => `${row.alt} ${row.caption ?? ''}`),
  }
}

/** Empties everything a move writes. */
export async function clearNewsroom(payload: Payload): Promise<void> {
  const db = sqlOf(payload)
  const fts = db.dialect === 'sqlite' ? ['story_search', 'story_search_heads'] : ['story_search', 'story_search_words']
  const tables = ['import_notes', 'import_addresses', 'import_files', 'import_items', 'imports', 'fronts_pins', 'fronts', '_stories_v_rels', '_stories_v', 'stories_rels', 'stories', '_pages_v', 'pages', 'authors_contacts', 'authors', 'topics', 'media', 'river', 'paths', 'changes', 'story_search_texts', 'search_terms', ...fts]
  for (const table of tables) await db.run(sql.raw(`DELETE FROM "${table}"`))
  await db.run(sql.raw('UPDATE sections SET parent_id = NULL'))
  await db.run(sql.raw('DELETE FROM sections'))
}
