/**
 * What moving in from another system remembers, so that a second run changes nothing and an editor's later changes
 * are noticed. `source` is the address of the old site; times are milliseconds since 1970.
 */
const shared = [
  // What each thing of the old site became here, with what was read and what was written.
  `CREATE TABLE import_items (source TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, collection TEXT NOT NULL, target_id INTEGER, source_hash TEXT, written_hash TEXT, state TEXT NOT NULL, PRIMARY KEY (source, kind, key))`,
  `CREATE INDEX import_items_target ON import_items (collection, target_id)`,
  // Files of the old site: "wanted", "here", "missing" or "refused". The key is the path below the uploads folder, or a whole address.
  `CREATE TABLE import_files (source TEXT NOT NULL, key TEXT NOT NULL, media_id INTEGER, url TEXT, state TEXT NOT NULL, sha256 TEXT, message TEXT, PRIMARY KEY (source, key))`,
  `CREATE INDEX import_files_content ON import_files (source, sha256)`,
  // Every address the old site is known to have answered.
  `CREATE TABLE import_addresses (source TEXT NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (source, path))`,
  // What a run has to say, in its order.
  `CREATE TABLE import_notes (import_id INTEGER NOT NULL, position INTEGER NOT NULL, item_kind TEXT, item_key TEXT, title TEXT, collection TEXT, target_id INTEGER, kind TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, detail TEXT, PRIMARY KEY (import_id, position))`,
  `CREATE INDEX import_notes_code ON import_notes (import_id, code)`,
]

/** One row for each run. */
const imports = (id: string) => `CREATE TABLE imports (id ${id} PRIMARY KEY, source TEXT NOT NULL, state TEXT NOT NULL, started_at BIGINT NOT NULL, finished_at BIGINT, options TEXT NOT NULL, summary TEXT)`

export const importLedger = {
  sqlite: [imports('INTEGER'), ...shared],
  postgres: [imports('SERIAL'), ...shared],
}
