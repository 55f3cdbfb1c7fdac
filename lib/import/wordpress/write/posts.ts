import type { Payload } from 'payload'
import { indexStory } from '@/lib/adapters/search/index-story'
import { inBulk, type Bulk } from '@/lib/cms/bulk'
import { sql, sqlOf } from '@/lib/cms/sql'
import { writeAddresses, writeLedger, type LedgerEntry } from '../../ledger'
import type { MoveOutcome } from '@/lib/model/move-report'
import { KEPT } from '../../renew'
import type { Noted, Subject } from '../noted'
import type { Collection, Planned } from '../plan/posts'
import type { Staging } from '../staging'
import type { WxrItem } from '../types'
import { currentHashes, hashOfMade, putDocuments, putPaths, type Document } from './rows'
import { indexNew, listStories, type Newsroom } from './standing'
import type { Made } from './story'

export interface WriteContext {
  source: string
  staging: Staging
  newsroom: Newsroom
  make: (item: WxrItem, planned: Planned) => Made
  overwrite: boolean
  note: Noted
  /** Told after each batch. */
  done: (count: number) => Promise<void>
}

/** How many posts are turned and written in one transaction. */
const BATCH = 150

/** Turns everything planned into stories or pages and writes what is new or has changed, the newest first. */
export async function writePosts(payload: Payload, collection: Collection, context: WriteContext): Promise<MoveOutcome> {
  const outcome: MoveOutcome = { made: 0, updated: 0, unchanged: 0, kept: 0, gone: 0, failed: 0, words: { in: 0, out: 0 } }
  const { staging } = context
  let from = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
  for (;;) {
    const rows = staging.all<{ id: number; target: number; at: number; json: string }>(
      'SELECT id, target, at, json FROM planned WHERE collection = ? AND (at < ? OR (at = ? AND id < ?)) ORDER BY at DESC, id DESC LIMIT ?',
      collection,
      from.at,
      from.at,
      from.id,
      BATCH,
    )
    if (rows.length === 0) return outcome
    from = rows.at(-1)!
    const batch = rows.flatMap((row) => turn(JSON.parse(row.json) as Planned, context, outcome))
    await writeBatch(payload, collection, batch, context, outcome)
    await context.done(rows.length)
  }
}

/** One post as it will stand here; none, and a note, when it cannot be turned: the rest goes on. */
function turn(planned: Planned, { staging, make, note }: WriteContext, outcome: MoveOutcome): Document[] {
  const subject = subjectOf(planned)
  try {
    const made = make(staging.item(planned.id)!, planned)
    for (const one of made.notes) note(subject, one)
    if (made.parity.missing.length > 0) note(subject, { kind: 'doubtful', code: 'text-differs', message: 'Some words of its text were not found again after the move.', detail: made.parity.missing.join(' … ') })
    outcome.words.in += made.parity.in
    outcome.words.out += made.parity.out
    return [{ planned, made, hash: hashOfMade(made) }]
  } catch (error) {
    outcome.failed++
    note(subject, { kind: 'dropped', code: 'failed', message: 'It could not be turned into a story.', detail: error instanceof Error ? error.message : String(error) })
    return []
  }
}

const subjectOf = (planned: Planned): Subject => ({ kind: planned.type, key: String(planned.id), title: planned.title, collection: planned.collection, targetId: planned.target })

async function writeBatch(payload: Payload, collection: Collection, batch: readonly Document[], context: WriteContext, outcome: MoveOutcome): Promise<void> {
  const { source, newsroom } = context
  const updated = await inBulk(payload, async (bulk) => {
    const { fresh, changed, entries } = await sortOut(bulk, collection, batch, context, outcome)
    await putDocuments(bulk, collection, fresh, false)
    await putDocuments(bulk, collection, changed, true)
    await putPaths(bulk, collection, batch.filter(({ planned }) => planned.path !== null), new Set(changed.map(({ planned }) => planned.target)))
    if (collection === 'stories') {
      await listStories(bulk.sql, fresh, changed, newsroom)
      await indexNew(bulk, fresh, newsroom)
    }
    await writeLedger(bulk.sql, source, entries)
    await writeAddresses(bulk.sql, source, batch.flatMap(({ planned }) => [planned.path, ...planned.moved].flatMap((path) => (path === null ? [] : [{ path, kind: planned.type }]))))
    return changed
  })
  // Of what was in the index before, the words it had must be taken out: one by one, as after any change.
  if (collection === 'stories') for (const { planned } of updated) await indexStory(payload, planned.target)
  newsroom.touched.push(...updated.map(({ planned }) => planned.target))
}

/** What is new, what has changed and may be written, and what is to be left as it is. */
async function sortOut(bulk: Bulk, collection: Collection, batch: readonly Document[], { source, overwrite, note }: WriteContext, outcome: MoveOutcome): Promise<{ fresh: Document[]; changed: Document[]; entries: LedgerEntry[] }> {
  const ledger = await ledgerOf(bulk, source, collection, batch)
  const candidates = batch.filter((doc) => ledger.get(String(doc.planned.id))?.state === 'written' && ledger.get(String(doc.planned.id))!.hash !== doc.hash)
  const here = await currentHashes(bulk, collection, candidates.map(({ planned }) => planned.target))
  const fresh: Document[] = []
  const changed: Document[] = []
  const entries: LedgerEntry[] = []
  for (const doc of batch) {
    const entry = ledger.get(String(doc.planned.id))
    const written = { kind: collection, key: String(doc.planned.id), collection, targetId: doc.planned.target, hash: doc.hash, state: 'written' as const }
    const current = here.get(doc.planned.target)
    if (entry === undefined || entry.state === 'allocated') {
      fresh.push(doc)
      entries.push(written)
      outcome.made++
    } else if (entry.state === 'gone' || entry.hash === doc.hash) {
      outcome[entry.state === 'gone' ? 'gone' : 'unchanged']++
    } else if (current === undefined) {
      outcome.gone++
      entries.push({ ...written, state: 'gone' })
      note(subjectOf(doc.planned), { kind: 'doubtful', code: 'deleted-here', message: 'It was deleted here since it moved in, and was not brought back.' })
    } else if (current === entry.hash || overwrite) {
      changed.push(doc)
      entries.push(written)
      outcome.updated++
    } else if (current === doc.hash) {
      entries.push(written)
      outcome.unchanged++
    } else {
      outcome.kept++
      note(subjectOf(doc.planned), KEPT)
    }
  }
  return { fresh, changed, entries }
}

async function ledgerOf(bulk: Bulk, source: string, collection: Collection, batch: readonly Document[]): Promise<Map<string, LedgerEntry>> {
  if (batch.length === 0) return new Map()
  const keys = sql.join(batch.map(({ planned }) => sql`${String(planned.id)}`), sql`, `)
  const rows = await bulk.sql.all<{ key: string; target_id: number; written_hash: string | null; state: LedgerEntry['state'] }>(sql`SELECT key, target_id, written_hash, state FROM import_items WHERE source = ${source} AND kind = ${collection} AND key IN (${keys})`)
  return new Map(rows.map((row) => [row.key, { kind: collection, key: row.key, collection, targetId: Number(row.target_id), hash: row.written_hash, state: row.state }]))
}

const TAGS_AT_ONCE = 2_000

/** Tells the running site what a move touched: lists and fronts, and the pages of what it changed. */
export async function announceMove(payload: Payload, newsroom: Newsroom): Promise<void> {
  const everywhere = ['front:home', 'latest', 'aside', 'trending', 'corrections', 'archive', 'feeds', 'pages', 'site']
  const tags = [...new Set([...everywhere, ...newsroom.lists, ...newsroom.fronts(), ...newsroom.touched.flatMap((id) => [`story:${id}`, `mention:${id}`])])]
  for (let at = 0; at < tags.length; at += TAGS_AT_ONCE) {
    await sqlOf(payload).run(sql`INSERT INTO changes (at, expire, refresh, story_id) VALUES (${Date.now()}, ${JSON.stringify(tags.slice(at, at + TAGS_AT_ONCE))}, ${'[]'}, ${null})`)
  }
}
