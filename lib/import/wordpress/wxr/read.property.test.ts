import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { buildWxr, fullAuthor, fullItem, fullTerm, type ItemInput } from './testing/build'
import { bytesOf, inPieces, readAll, type Reading } from './testing/stream'

const TRAPS = [']]>', '<![CDATA[', ']]', ']', '</title>', '</content:encoded>', '</wp:meta_value>', '</item>', '<item>', '<wp:post_id>7</wp:post_id>', '</rss>', '<!-- x -->', '-->', '<?xml ?>', '&nbsp;', '&amp;', '&', '&#8217;', '<', '>', '"', "'", ' ', '\n', 'é', '🗞️', 'اردو', 'x']

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...TRAPS), { maxLength: 12 }).map((parts) => parts.join('')),
  // Whatever XML allows; it has no use for the rest, and "\r" it reads as "\n".
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '').toWellFormed()),
)
/** In an attribute, XML reads a line end as a space. */
const attribute = hostile.map((text) => text.replaceAll(/[\n\t]/g, ' '))
/** Plain text, whose outer space is layout. */
const plain = hostile.map((text) => text.trim())
const meta = fc.array(fc.tuple(hostile, hostile), { maxLength: 3 })
const count = fc.nat({ max: 2 })

const item: fc.Arbitrary<ItemInput> = fc.record(
  {
    id: fc.integer({ min: 1, max: 1e9 }),
    title: hostile,
    link: plain,
    guid: plain,
    creator: hostile,
    content: hostile,
    excerpt: hostile,
    slug: hostile,
    password: hostile,
    date: hostile,
    dateGmt: hostile,
    pubDate: plain,
    sticky: fc.boolean(),
    parent: fc.integer({ min: 0, max: 1e9 }),
    attachmentUrl: fc.option(hostile.filter((text) => text !== '')),
    terms: fc.array(fc.record({ taxonomy: attribute.filter((text) => text !== '' && text !== 'tag'), slug: attribute.filter((text) => text !== ''), name: hostile }), { maxLength: 3 }),
    meta,
    comments: fc.record({ approved: count, pending: count, spam: count, pings: count }),
  },
  { requiredKeys: ['id'] },
)
const term = fc.record({ taxonomy: fc.constantFrom('category', 'nav_menu', 'series'), slug: hostile, name: hostile, description: hostile, parentSlug: fc.option(hostile.filter((text) => text !== '')), meta })
const account = fc.record({ id: fc.nat(), login: hostile, email: hostile, displayName: hostile, firstName: hostile, lastName: hostile })
const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })

/** Where chunks end may change when a problem is told, but not what is told: of all that stands before the reader gave up. */
const comparable = ({ items, problems, error }: Reading) => ({
  items,
  problems: problems
    .filter(({ line, column, message }) => error === null || (!message.startsWith('In all') && (line < error.line || (line === error.line && column < error.column))))
    .map(({ line, column, message }) => `${line}:${column} ${message}`)
    .sort(),
  error: error && { message: error.message, line: error.line, column: error.column, items: error.items },
})

/** Bytes taken out, put in, changed or doubled. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    cut: fc.nat({ max: 60 }),
    put: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...TRAPS, '<wp:postmeta>', '</wp:postmeta>', '<content:encoded>', '<![CDATA', '\0', '<rss ', '</channel>').map(bytesOf)),
  }),
  { minLength: 1, maxLength: 4 },
)

function damaged(file: Uint8Array, blows: { at: number; cut: number; put: Uint8Array }[]): { bytes: Uint8Array; from: number } {
  let bytes = Buffer.from(file)
  let from = bytes.length
  for (const { at, cut, put } of blows) {
    const place = Math.floor(at * bytes.length)
    from = Math.min(from, place)
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)])
  }
  return { bytes, from }
}

describe('readWxr', { timeout: 120_000 }, () => {
  it('gives back what was written, however the file is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 4 }), fc.array(term, { maxLength: 2 }), fc.array(account, { maxLength: 2 }), sizes, async (items, terms, authors, cuts) => {
        const { events, error } = await readAll(inPieces(buildWxr({ items, terms, authors }), cuts))
        expect(error).toBeNull()
        expect(events.slice(1)).toEqual([
          ...authors.map((author) => ({ kind: 'author', author: fullAuthor(author) })),
          ...terms.map((term) => ({ kind: 'term', term: fullTerm({ id: 11, ...term }) })),
          ...items.map((item) => ({ kind: 'item', item: fullItem(item) })),
        ])
      }),
      { numRuns: 150 },
    )
  })

  it('reads a damaged file the same however it is cut, and throws nothing but WxrError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), damage, sizes, async (items, blows, cuts) => {
        const { bytes } = damaged(bytesOf(buildWxr({ items })), blows)
        expect(comparable(await readAll(inPieces(bytes, cuts)))).toEqual(comparable(await readAll(bytes)))
      }),
      { numRuns: 150 },
    )
  })

  it('yields every item that ends before the first damage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), damage, async (items, blows) => {
        const file = bytesOf(buildWxr({ items }))
        const { bytes, from } = damaged(file, blows)
        const { items: read } = await readAll(bytes)
        const whole = items.filter((_, index) => bytesOf(buildWxr({ items: items.slice(0, index + 1) })).length - '</channel>\n</rss>\n'.length <= from)
        expect(read.slice(0, whole.length)).toEqual(whole.map((item) => fullItem(item)))
      }),
      { numRuns: 150 },
    )
  })

  it('says of a file that ends too early how many items it had', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 3 }), fc.double({ min: 0, max: 1, noNaN: true }), async (items, part) => {
        const file = bytesOf(buildWxr({ items }))
        const end = file.length - '</rss>\n'.length
        const { error, items: read } = await readAll(file.subarray(0, Math.floor(part * end)))
        expect(error?.items).toBe(read.length)
        expect(read).toEqual(items.slice(0, read.length).map((item) => fullItem(item)))
      }),
      { numRuns: 150 },
    )
  })

  it('reads a gzip\'d file as the file itself, and throws nothing but WxrError when it is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), damage, sizes, async (items, blows, cuts) => {
        const packed = gzipSync(buildWxr({ items }))
        expect((await readAll(inPieces(packed, cuts))).items).toEqual(items.map((item) => fullItem(item)))
        await readAll(inPieces(damaged(packed, blows).bytes, cuts))
      }),
      { numRuns: 150 },
    )
  })

  it('never hangs on, nor is thrown by, bytes of any kind', async () => {
    const noise = fc.array(fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...TRAPS, '<rss xmlns:wp="http://wordpress.org/export/1.2/">', '<channel>', '<title>', '<!DOCTYPE x [', '\x1f\x8b').map(bytesOf)), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(noise, sizes, async (parts, cuts) => {
        const bytes = Buffer.concat(parts)
        expect(comparable(await readAll(inPieces(bytes, cuts)))).toEqual(comparable(await readAll(bytes)))
      }),
      { numRuns: 150 },
    )
  })
})
