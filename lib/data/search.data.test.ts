import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TEST_DIALECT } from '@/lib/cms/testing'
import { openNewsroom, type Newsroom } from './testing/newsroom'

vi.mock('next/cache', () => ({ unstable_cache: (read: () => unknown) => read, revalidateTag: () => undefined }))

type Search = typeof import('@/lib/data/search')
const NOW = new Date('2026-03-20T12:00:00Z')
const all = { section: null, from: null, to: null, page: 1 }

describe('search', () => {
  let room: Newsroom
  let door: Search
  const id: Record<string, number> = {}
  const find = async (text: string, more: object = {}) => {
    const result = await door.search({ ...all, text, ...more }, NOW)
    return result.hits.map((hit) => Object.keys(id).find((name) => String(id[name]) === hit.card.id) ?? hit.card.id)
  }

  beforeAll(async () => {
    room = await openNewsroom()
    door = await import('@/lib/data/search')
    await room.payload.updateGlobal({ slug: 'settings', data: { timeZone: 'Asia/Karachi' } as never, depth: 0 })
    const world = await room.section('World')
    const asia = await room.section('Asia', world)
    const culture = await room.section('Culture')
    const [khan, ali] = [await room.author('Sana Khān'), await room.author('Omar Ali')]
    const glacier = await room.topic('Glaciers')
    const say = (name: string, fields: object) => async () => {
      id[name] = await room.story({ headline: name, section: world, authors: [ali], publishedAt: '2026-03-01T08:00:00Z', ...fields } as never)
    }
    const stories = [
      say('ice', { headline: 'The ice road closes early', standfirst: 'A warm spring ends the season.', body: ['Drivers turned back at the tariff office. '.repeat(30), 'Nobody had seen <b>thaw</b> & flood like it before.'], topics: [glacier], section: asia }),
      say('tariff', { headline: 'New tariffs on steel', standfirst: 'Ministers agreed the list late at night.', body: ['Prices follow.'], authors: [khan] }),
      say('standfirst', { headline: 'What the harbour costs', standfirst: 'A tariff nobody voted for.', body: ['Ships wait.'] }),
      say('cafe', { headline: 'Café Zürich reopens: “L’Été”', body: ['The U.S. delegation sat outside.'], section: culture }),
      say('urdu', { headline: 'اسلام آباد میں پانی کا مسئلہ', body: ['شہر کے کئی علاقوں میں پانی کی فراہمی بند ہے'] }),
      say('chinese', { headline: '新闻网站今天开放', body: ['中国国家图书馆宣布了消息'] }),
      say('old', { headline: 'Lantern festival draws crowds', body: ['x'], publishedAt: '2019-03-01T08:00:00Z' }),
      say('new', { headline: 'Lantern festival draws crowds again', body: ['x'], publishedAt: '2026-03-19T08:00:00Z' }),
      say('midnight', { headline: 'Midnight in Karachi', publishedAt: '2026-02-28T19:00:00Z' }),
    ]
    for (const tell of stories) await tell()
  })
  afterAll(() => room.close())

  it('ranks a headline before a standfirst before a body', async () => {
    expect(await find('tariff')).toEqual(['tariff', 'standfirst', 'ice'])
  })

  it('finds what authors and topics are called, accents or not', async () => {
    expect(await find('khan')).toEqual(['tariff'])
    expect(await find('KHĀN')).toEqual(['tariff'])
    expect(await find('glacier')).toEqual(['ice'])
    expect(await find('cafe zurich ete')).toEqual(['cafe'])
    expect(await find('US delegation')).toEqual(['cafe'])
  })

  it('takes the last word as unfinished and no other', async () => {
    expect(await find('midn')).toEqual(['midnight'])
    expect(await find('kar midnight')).toEqual([])
    expect(await find('ice roa')).toEqual(['ice'])
  })

  it('puts the newer of two equals first', async () => {
    expect(await find('lantern festival')).toEqual(['new', 'old'])
  })

  it('keeps quoted words together', async () => {
    expect(await find('"road closes"')).toEqual(['ice'])
    expect(await find('“closes road”')).toEqual([])
    expect(await find('closes road')).toEqual(['ice'])
    // The last word of the headline and the first of the standfirst are no phrase.
    expect(await find('"early a"')).toEqual([])
  })

  it('finds a part of a sentence in scripts that write no spaces, and words in Urdu', async () => {
    expect(await find('网站')).toEqual(['chinese'])
    expect(await find('国家图书')).toEqual(['chinese'])
    expect(await find('放')).toEqual(['chinese'])
    expect(await find('站网')).toEqual([])
    expect(await find('پانی')).toEqual(['urdu'])
    // With the Arabic letters for k and y that other keyboards send.
    expect(await find('كي فراهمي')).toEqual(['urdu'])
  })

  it.each(['"', '"""', 'AND', 'OR NOT (', 'a AND NOT b"', '*', '-tariff', 'headline:x', '😀', '😀 🎉', "'; DROP TABLE stories; --", '\u0000\u0001', '%_\\', 'NEAR(a b)', '{body}: x', '^ice', ':* & |', '<->'])(
    'answers whatever is typed: %j',
    async (text) => {
      const result = await door.search({ ...all, text }, NOW)
      expect(result.page).toBe(1)
    },
  )

  it('answers ten thousand letters', async () => {
    expect((await door.search({ ...all, text: 'tariff '.repeat(1500) }, NOW)).total).toBe(3)
    expect((await door.search({ ...all, text: '网站'.repeat(5000) }, NOW)).total).toBe(0)
    expect((await door.search({ ...all, text: 'x'.repeat(10_000) }, NOW)).total).toBe(0)
  })

  it('marks what was looked for, in text that is never HTML', async () => {
    const { hits } = await door.search({ ...all, text: 'thaw flood' }, NOW)
    const [hit] = hits
    expect(hit!.extract.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['thaw', 'flood'])
    expect(hit!.extract.map((piece) => piece.text).join('')).toContain('Nobody had seen <b>thaw</b> & flood like it before.')
    expect((await door.search({ ...all, text: 'tariff' }, NOW)).hits[0]!.headline).toEqual([
      { text: 'New ', hit: false },
      { text: 'tariffs', hit: true },
      { text: ' on steel', hit: false },
    ])
  })

  it('keeps to a section with what is below it', async () => {
    expect(await find('tariff', { section: 'world' })).toEqual(['tariff', 'standfirst', 'ice'])
    expect(await find('tariff', { section: 'asia' })).toEqual(['ice'])
    expect(await find('tariff', { section: 'culture' })).toEqual([])
    expect(await find('tariff', { section: 'nowhere' })).toEqual([])
  })

  it('takes days as the newsroom has them', async () => {
    // 19:00 in UTC on the last of February is midnight of the first of March in Karachi.
    expect(await find('midnight', { from: '2026-03-01', to: '2026-03-01' })).toEqual(['midnight'])
    expect(await find('midnight', { to: '2026-02-28' })).toEqual([])
    expect(await find('lantern', { from: '2020-01-01' })).toEqual(['new'])
    expect(await find('lantern', { to: '2020-01-01' })).toEqual(['old'])
  })

  it('offers a nearer spelling, as the story spells it, when nothing is found', async () => {
    const spelled = async (text: string, more: object = {}) => (await door.search({ ...all, text, ...more }, NOW)).suggestion
    expect(await spelled('tarrif')).toBe('tariffs')
    expect(await spelled('lantren festivla')).toBe('lantern festival')
    expect(await spelled('Zuerich')).toBe('Zürich')
    expect(await spelled('xylophone')).toBeNull()
    expect(await spelled('tariff')).toBeNull()
    // Nothing there either.
    expect(await spelled('tarrif', { section: 'culture' })).toBeNull()
  })

  it('suggests headlines by their beginnings, the newest first', async () => {
    const suggested = async (text: string) => (await door.suggest(text)).map((row) => row.headline)
    expect(await suggested('lan')).toEqual(['Lantern festival draws crowds again', 'Lantern festival draws crowds'])
    expect(await suggested('fest lan')).toEqual([])
    expect(await suggested('festival la')).toEqual(['Lantern festival draws crowds again', 'Lantern festival draws crowds'])
    expect(await suggested('nobody')).toEqual([])
    expect(await suggested('')).toEqual([])
    expect(await door.suggest('ice')).toEqual([{ headline: 'The ice road closes early', path: '/world/asia/the-ice-road-closes-early' }])
  })

  it('gives the last page for one past it', async () => {
    const result = await door.search({ ...all, text: 'tariff', page: 99 }, NOW)
    expect(result).toMatchObject({ total: 3, page: 1, pageCount: 1 })
    expect(result.hits).toHaveLength(3)
  })

  // SQLite's index knows the places of words and needs no text.
  it.runIf(TEST_DIALECT === 'postgres')('reads only the newest that hold the words of a phrase, and says so; days reach the others', async () => {
    const { MOST_READ, searchIndex } = await import('@/lib/adapters/search/search-index')
    const { parseQuery } = await import('@/lib/adapters/search/query')
    const { sql, sqlOf } = await import('@/lib/cms/sql')
    const db = sqlOf(room.payload)
    const [first, last] = [700_001, 700_000 + MOST_READ + 10]
    const vector = sql`CASE WHEN g % 1000 IN (1, 4) THEN '''gannet'':1D ''skerry'':2D' ELSE '''skerry'':1D ''gannet'':2D' END`
    await db.run(sql`INSERT INTO story_search_words (story_id, words) SELECT g, (${vector})::tsvector FROM generate_series(${first}::int, ${last}::int) AS g`)
    await db.run(sql`INSERT INTO river (list, published_at, story_id) SELECT 'phrases', g, g FROM generate_series(${first}::int, ${last}::int) AS g`)
    const where = { list: 'phrases', from: 0, until: 8.64e15, now: NOW.getTime(), offset: 0, limit: 20 }
    const find = (text: string, more: object = {}) => searchIndex(room.payload).find({ ...where, ...more, parts: parseQuery(text, { prefix: false }) })
    // The two oldest are not among those that are read.
    expect(await find('"gannet skerry"')).toEqual({ ids: [705_004, 705_001, 704_004, 704_001, 703_004, 703_001, 702_004, 702_001, 701_004, 701_001], total: 10, isMore: true })
    expect(await find('"gannet skerry"', { until: first + 5 })).toEqual({ ids: [700_004, 700_001], total: 2, isMore: false })
    expect(await find('"gannet gannet"')).toEqual({ ids: [], total: 0, isMore: true })
    expect(await find('"gannet sker"')).toEqual({ ids: [], total: 0, isMore: false })
    for (const table of ['story_search_words', 'river']) await db.run(sql`DELETE FROM ${sql.raw(table)} WHERE story_id BETWEEN ${first} AND ${last}`)
  })

  it('looks at the newest thousand of a word that more have, and says that there are more', async () => {
    const { MOST_FOUND, searchIndex } = await import('@/lib/adapters/search/search-index')
    const { parseQuery } = await import('@/lib/adapters/search/query')
    const { sql, sqlOf } = await import('@/lib/cms/sql')
    const { payload } = room
    const first = 900_001
    const last = first + MOST_FOUND + 50
    const transactionID = (await payload.db.beginTransaction())!
    for (let story = first; story <= last; story++) {
      await searchIndex(payload, { transactionID }).put({ id: story, headline: `Quagmire ${story}`, standfirst: '', body: story % 2 === 0 ? 'A heron.' : '', authors: '', topics: '' })
      await sqlOf(payload, { transactionID }).run(sql`INSERT INTO river (list, published_at, story_id) VALUES ('many', ${story}, ${story})`)
    }
    await payload.db.commitTransaction(transactionID)
    const where = { list: 'many', from: 0, until: 8.64e15, now: NOW.getTime(), limit: 20 }
    const found = await searchIndex(payload).find({ ...where, parts: parseQuery('quagmire '), offset: 0 })
    expect(found).toMatchObject({ total: MOST_FOUND, isMore: true })
    expect(Math.min(...found.ids)).toBeGreaterThan(first + 40)
    const deep = await searchIndex(payload).find({ ...where, parts: parseQuery('quagmire '), offset: MOST_FOUND - 20 })
    expect(deep.ids).toHaveLength(20)
    // Fewer are counted to the last.
    expect((await searchIndex(payload).find({ ...where, parts: parseQuery('quagmire heron '), offset: 0 })).total).toBe(Math.floor((last - first + 1) / 2))
    // A word that many hold as it stands is no beginning of another.
    await searchIndex(payload).put({ id: last + 1, headline: 'Quagmire of a heronry', standfirst: '', body: '', authors: '', topics: '' })
    await sqlOf(payload).run(sql`INSERT INTO river (list, published_at, story_id) VALUES ('many', ${last + 1}, ${last + 1})`)
    const { findStories } = await import('@/lib/adapters/search/find')
    expect((await findStories({ ...where, text: 'quagmire heron', offset: 0 })).total).toBe(Math.floor((last - first + 1) / 2))
    expect((await findStories({ ...where, text: 'quagmire heronr', offset: 0 })).total).toBe(1)
    for (const table of ['story_search', TEST_DIALECT === 'postgres' ? 'story_search_words' : 'story_search_heads']) await sqlOf(payload).run(sql`DELETE FROM ${sql.raw(table)} WHERE ${sql.raw(TEST_DIALECT === 'postgres' ? 'story_id' : 'rowid')} >= ${first}`)
    await sqlOf(payload).run(sql`DELETE FROM river WHERE list = 'many'`)
  })

  it('follows a change, and forgets a withdrawn story at once', async () => {
    const { indexStory, rebuildIndex } = await import('@/lib/adapters/search/index-story')
    const { payload } = room
    await payload.update({ collection: 'stories', id: id.ice!, data: { headline: 'The mud road opens', _status: 'published' } as never, depth: 0 })
    await indexStory(payload, id.ice!)
    await indexStory(payload, id.ice!)
    expect(await find('mud road')).toEqual(['ice'])
    expect(await find('ice road')).toEqual([])
    await payload.update({ collection: 'stories', id: id.ice!, draft: true, data: { headline: 'Secret draft' } as never, depth: 0 })
    await indexStory(payload, id.ice!)
    expect(await find('secret')).toEqual([])
    await payload.update({ collection: 'stories', id: id.ice!, data: { headline: 'The mud road opens', withdrawn: true, withdrawalReason: 'It was all wrong, from first to last.', _status: 'published' } as never, depth: 0 })
    // Before the index hears of it: what is not in the river is not found.
    expect((await door.search({ ...all, text: 'mud' }, NOW)).total).toBe(0)
    await indexStory(payload, id.ice!)
    expect(await rebuildIndex(payload)).toBe(8)
    expect(await find('tariff')).toEqual(['tariff', 'standfirst'])
    expect((await door.search({ ...all, text: 'lantren' }, NOW)).suggestion).toBe('lantern')
  })
})
