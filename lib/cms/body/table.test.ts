import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable, writeTable } from './table'
import { textOfBody } from './words'

describe('the text of a table block', () => {
  it.each([
    ['signs between cells', 'A | B\n1 | 2', [['A', 'B'], ['1', '2']]],
    ['signs at both ends', '| A | B |\n| 1 | 2 |', [['A', 'B'], ['1', '2']]],
    ['tabs from a spreadsheet', 'A\tB\n1\t2', [['A', 'B'], ['1', '2']]],
    ['an empty corner', '| | B |\n| 1 | |', [['', 'B'], ['1', '']]],
    ['an empty corner from a spreadsheet', '\tB\n1\t', [['', 'B'], ['1', '']]],
    ['the sign itself', 'A \\| B | C\n1 | 2 \\|', [['A | B', 'C'], ['1', '2 |']]],
    ['backslashes', 'C:\\temp | \\\\\n1 | 2', [['C:\\temp', '\\'], ['1', '2']]],
    ['blank lines', 'A | B\n\n1 | 2\n', [['A', 'B'], ['1', '2']]],
  ])('reads %s', (_, text, rows) => expect(readTable(text)).toEqual(rows))

  it('reads back whatever was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '|', '\\', ' ', '"', '-') }).map((text) => text.replace(/ +/g, ' ').trim())
    const rows = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    fc.assert(
      fc.property(rows, (table) => {
        expect(readTable(writeTable(table))).toEqual(table)
      }),
    )
  })

  it('keeps white space in a cell from making rows or cells', () => {
    expect(writeTable([['a\nb', 'c\td']])).toBe('a b | c d')
  })

  it('gives its words as readers see them', () => {
    const fields = { blockType: 'table', caption: 'Left | right', cells: 'A \\| B | C\n1 | 2' }
    expect(textOfBody({ root: { children: [{ type: 'block', fields }] } })).toBe('Left | right\n\nA | B C\n1 2')
  })
})
