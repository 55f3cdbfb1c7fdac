import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { WxrAuthor, WxrChannel, WxrEvent, WxrItem, WxrTerm } from './types'

/** What is asked of an item without reading its text. */
export interface ItemRow {
  id: number
  type: string
  status: string
  slug: string
  link: string
  parent: number
}

export interface ReadFile {
  name: string
  size: number
  digest: string
  items: number
}

/**
 * The working file of one move: everything the exports hold, in a small database of its own beside the newsroom's, so
 * that memory stays flat whatever their size and an interrupted run need not read them again.
 */
export type Staging = ReturnType<typeof openStaging>

const TABLES = `
  CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, digest TEXT NOT NULL, items INTEGER NOT NULL, problem TEXT);
  CREATE TABLE IF NOT EXISTS channel (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS authors (login TEXT PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS terms (taxonomy TEXT NOT NULL, slug TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (taxonomy, slug));
  CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY, type TEXT NOT NULL, status TEXT NOT NULL, slug TEXT NOT NULL, link TEXT NOT NULL, parent INTEGER NOT NULL, json TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS items_type ON items (type, id);
  CREATE INDEX IF NOT EXISTS items_parent ON items (parent, type, id);
  CREATE TABLE IF NOT EXISTS item_terms (item INTEGER NOT NULL, taxonomy TEXT NOT NULL, slug TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS item_terms_term ON item_terms (taxonomy, slug);
  CREATE INDEX IF NOT EXISTS item_terms_item ON item_terms (item);
  CREATE TABLE IF NOT EXISTS places (path TEXT PRIMARY KEY, collection TEXT NOT NULL, id INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS uploads (key TEXT PRIMARY KEY, attachment INTEGER, media INTEGER NOT NULL, kind TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS uploads_attachment ON uploads (attachment);
  CREATE TABLE IF NOT EXISTS planned (id INTEGER PRIMARY KEY, collection TEXT NOT NULL, target INTEGER NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS planned_order ON planned (collection, at DESC, id DESC);
`

const BATCH = 500

/** Opens a working file, or makes it. "" keeps it in memory, for tests. */
export function openStaging(file: string) {
  if (file !== '') mkdirSync(path.dirname(file), { recursive: true })
  const db = new Database(file === '' ? ':memory:' : file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;')
  db.exec(TABLES)
  const known = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    const statement = known.get(text) ?? db.prepare(text)
    known.set(text, statement)
    return statement
  }
  const all = <T>(text: string, ...params: unknown[]) => prepare(text).all(...params) as T[]
  const get = <T>(text: string, ...params: unknown[]) => (prepare(text).get(...params) as T | undefined) ?? null
  const run = (text: string, ...params: unknown[]) => void prepare(text).run(...params)
  const parsed = <T>(row: { json: string } | null) => (row === null ? null : (JSON.parse(row.json) as T))
  let open = false
  const begin = () => {
    if (!open) db.exec('BEGIN')
    open = true
  }
  const commit = () => {
    if (open) db.exec('COMMIT')
    open = false
  }

  const putItem = (item: WxrItem) => {
    run('INSERT OR REPLACE INTO items (id, type, status, slug, link, parent, json) VALUES (?, ?, ?, ?, ?, ?, ?)', item.id, item.type, item.status, item.slug, item.link, item.parent, JSON.stringify(item))
    run('DELETE FROM item_terms WHERE item = ?', item.id)
    for (const term of item.terms) run('INSERT INTO item_terms (item, taxonomy, slug) VALUES (?, ?, ?)', item.id, term.taxonomy, term.slug)
  }

  return {
    all,
    get,
    run,
    /** Does a piece of work in one transaction. */
    within: <T>(work: () => T): T => {
      begin()
      try {
        return work()
      } finally {
        commit()
      }
    },
    /** Everything of earlier exports is forgotten. */
    clear: () => db.exec('DELETE FROM files; DELETE FROM channel; DELETE FROM authors; DELETE FROM terms; DELETE FROM items; DELETE FROM item_terms;'),
    /** What an earlier plan left is forgotten. */
    clearPlan: () => db.exec('DELETE FROM places; DELETE FROM uploads; DELETE FROM planned;'),
    put: (event: Exclude<WxrEvent, { kind: 'problem' }>, count: number) => {
      begin()
      if (event.kind === 'channel') run('INSERT OR REPLACE INTO channel (one, json) VALUES (1, ?)', JSON.stringify(event.channel))
      if (event.kind === 'author') run('INSERT OR REPLACE INTO authors (login, json) VALUES (?, ?)', event.author.login, JSON.stringify(event.author))
      if (event.kind === 'term') run('INSERT OR REPLACE INTO terms (taxonomy, slug, json) VALUES (?, ?, ?)', event.term.taxonomy, event.term.slug, JSON.stringify(event.term))
      if (event.kind === 'item') putItem(event.item)
      if (count % BATCH === 0) commit()
    },
    fileRead: (file: ReadFile, problem: string | null) => {
      begin()
      run('INSERT OR REPLACE INTO files (name, size, digest, items, problem) VALUES (?, ?, ?, ?, ?)', file.name, file.size, file.digest, file.items, problem)
      commit()
    },
    files: () => all<ReadFile & { problem: string | null }>('SELECT * FROM files ORDER BY name'),
    channel: () => parsed<WxrChannel>(get('SELECT json FROM channel')),
    authors: () => all<{ json: string }>('SELECT json FROM authors ORDER BY login').map((row) => JSON.parse(row.json) as WxrAuthor),
    terms: (taxonomy: string) => all<{ json: string }>('SELECT json FROM terms WHERE taxonomy = ? ORDER BY slug', taxonomy).map((row) => JSON.parse(row.json) as WxrTerm),
    item: (id: number) => parsed<WxrItem>(get('SELECT json FROM items WHERE id = ?', id)),
    /** Items of a type, oldest number first, read a page at a time. */
    *items(type: string): Generator<WxrItem> {
      for (let after = -1; ; ) {
        const rows = all<{ id: number; json: string }>('SELECT id, json FROM items WHERE type = ? AND id > ? ORDER BY id LIMIT 200', type, after)
        if (rows.length === 0) return
        for (const row of rows) yield JSON.parse(row.json) as WxrItem
        after = rows.at(-1)!.id
      }
    },
    /** The addresses of all attachments' files. */
    *attachmentUrls(): Generator<string> {
      for (const { url } of prepare("SELECT json_extract(json, '$.attachmentUrl') AS url FROM items WHERE type = 'attachment'").iterate() as IterableIterator<{ url: string | null }>) if (url !== null) yield url
    },
    count: (type: string, status?: string) => get<{ n: number }>(`SELECT count(*) AS n FROM items WHERE type = ?${status === undefined ? '' : ' AND status = ?'}`, ...[type, ...(status === undefined ? [] : [status])])!.n,
    close: () => {
      commit()
      db.close()
    },
  }
}
