import { describe, expect, it } from 'vitest'
import { formatAsked, formatFound, queryOfRoom, readSearch, searchRoom } from './search'

const sections = new Set(['world'])

describe('a search as typed', () => {
  it.each([
    [{ q: ' indus ' }, { text: 'indus', section: null, from: null, to: null, page: 1 }],
    [{ q: ['a', 'b'], page: '3' }, { text: 'a', section: null, from: null, to: null, page: 3 }],
    [{ q: 'a', section: 'world', from: '2026-01-31' }, { text: 'a', section: 'world', from: '2026-01-31', to: null, page: 1 }],
    [{ q: 'a', section: 'nowhere', page: '-2' }, { text: 'a', section: null, from: null, to: null, page: 1 }],
  ])('%j is looked for', (params, expected) => {
    expect(readSearch(params, sections)).toMatchObject({ query: expected, asked: { problems: [] } })
  })

  it.each([
    [{}, []],
    [{ q: '' }, ['text']],
    [{ q: 'a', from: 'yesterday' }, ['from']],
    [{ q: 'a', from: '2026-02-30', to: '2026-13-01' }, ['from', 'to']],
    [{ q: 'a', from: '2026-02-02', to: '2026-02-01' }, ['to']],
  ])('%j is not', (params, fields) => {
    const { asked, query } = readSearch(params, sections)
    expect(query).toBeNull()
    expect(asked.problems.map((problem) => problem.field)).toEqual(fields)
  })

  it('keeps what was typed', () => {
    expect(readSearch({ q: 'a', from: 'yesterday' }, sections).asked).toMatchObject({ text: 'a', from: 'yesterday' })
  })
})

it.each([
  [{ total: 0, isMore: false }, 'Nothing found'],
  [{ total: 1, isMore: false }, '1 story'],
  [{ total: 0, isMore: true }, 'Nothing found'],
  [{ total: 2000, isMore: true }, 'At least 2,000 stories'],
])('%j is said as “%s”', (found, said) => {
  expect(formatFound(found, 'en')).toBe(said)
})

it.each([
  ['dam', '“dam”'],
  ['"shared river"', '“shared river”'],
  ['dam "shared river"', '“dam ‘shared river’”'],
  ['"one" "two"', '“‘one’ ‘two’”'],
  ['5" pipe', '“5" pipe”'],
])('%s was looked for, in quotation marks once', (text, said) => {
  expect(formatAsked(text)).toBe(said)
})

it.each(['', '?q=river', '?q=%D9%85%D9%82%D8%A7%D9%84&page=2', `?q=${'long '.repeat(400)}`])('%j comes back from the room named after it', (query) => {
  const room = searchRoom(query)
  expect(room).toMatch(/^(?:\/[\w-]{1,200})+$/)
  expect(queryOfRoom(room.split('/').slice(2))).toBe(query)
})
