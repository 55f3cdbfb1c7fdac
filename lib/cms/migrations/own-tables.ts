/** Tables of our own, beside the ones Payload keeps. Times are milliseconds since 1970 unless said otherwise. */
const shared = [
  `CREATE TABLE river (list TEXT NOT NULL, published_at BIGINT NOT NULL, story_id INTEGER NOT NULL, PRIMARY KEY (list, published_at, story_id))`,
  // Search asks for each story found whether it stands in a list, and since when: the index alone answers.
  `CREATE INDEX river_story ON river (story_id, list, published_at)`,
  `CREATE TABLE clock (name TEXT PRIMARY KEY, holder TEXT NOT NULL, held_until BIGINT NOT NULL, beat_at BIGINT NOT NULL)`,
  `CREATE TABLE schedule_problems (story_id INTEGER PRIMARY KEY, at BIGINT NOT NULL, message TEXT NOT NULL)`,
  `CREATE TABLE reads (story_id INTEGER NOT NULL, hour BIGINT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (story_id, hour))`,
  `CREATE INDEX reads_hour ON reads (hour)`,
  `CREATE TABLE weather (city TEXT PRIMARY KEY, body TEXT NOT NULL, observed_at BIGINT NOT NULL)`,
]

/**
 * The search index. The text in it is already cut into folded words by lib/adapters/search/words.ts, the same
 * for both databases, so neither database's own idea of a word, an accent or a language plays a part.
 * `search_terms` holds the words of headlines, standfirsts, names and topics, for a nearer spelling.
 */
const search = {
  sqlite: [
    // Contentless: the readable text stands in story_search_texts. Marks are letters here, or Hindi would fall apart.
    `CREATE VIRTUAL TABLE story_search USING fts5(headline, standfirst, body, authors, topics, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 2 categories 'L* N* M* Co'")`,
    `CREATE TABLE story_search_texts (story_id INTEGER PRIMARY KEY, headline TEXT NOT NULL, standfirst TEXT NOT NULL, authors TEXT NOT NULL, topics TEXT NOT NULL, body TEXT NOT NULL)`,
    `CREATE TABLE search_terms (term TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID`,
  ],
  postgres: [
    // The words of headline, standfirst, names and topics: small enough to be weighed by the thousand.
    `CREATE TABLE story_search (story_id INTEGER PRIMARY KEY, head tsvector NOT NULL)`,
    // A pending list would make readers pay for what editors publish.
    `CREATE INDEX story_search_head ON story_search USING gin (head) WITH (fastupdate = off)`,
    // Those and the body's. The planner does not know how dear it is to fetch them, and would read them all
    // for a frequent word: inside the function it can only ask the index.
    `CREATE TABLE story_search_words (story_id INTEGER PRIMARY KEY, words tsvector NOT NULL)`,
    `CREATE INDEX story_search_words_gin ON story_search_words USING gin (words) WITH (fastupdate = off)`,
    `CREATE FUNCTION story_search_found(query tsquery) RETURNS SETOF integer LANGUAGE sql STABLE ROWS 4000 SET enable_seqscan = off AS 'SELECT story_id FROM story_search_words WHERE words @@ query'`,
    `CREATE TABLE story_search_texts (story_id INTEGER PRIMARY KEY, headline TEXT NOT NULL, standfirst TEXT NOT NULL, authors TEXT NOT NULL, topics TEXT NOT NULL, body TEXT NOT NULL)`,
    `CREATE TABLE search_terms (term TEXT COLLATE "C" PRIMARY KEY, stories INTEGER NOT NULL)`,
  ],
}

export const ownTables = {
  sqlite: [...shared, ...search.sqlite, `CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, at BIGINT NOT NULL, expire TEXT NOT NULL, refresh TEXT NOT NULL, story_id INTEGER)`, `CREATE INDEX changes_at ON changes (at)`],
  postgres: [...shared, ...search.postgres, `CREATE TABLE changes (id BIGSERIAL PRIMARY KEY, at BIGINT NOT NULL, expire TEXT NOT NULL, refresh TEXT NOT NULL, story_id INTEGER)`, `CREATE INDEX changes_at ON changes (at)`],
}
