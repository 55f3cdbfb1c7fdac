import { expect, it } from 'vitest'
import { toBlock } from './body-blocks'

const context = { cardOf: () => null, mediaOf: () => null, pathOf: () => null }

it('reads the cells of a table, with \\| for the sign itself', () => {
  const cells = '| | 2023 |\nLeft \\| right | 1,2'
  expect(toBlock({ blockType: 'table', caption: 'Rates', cells, source: 'Us' }, context)).toEqual({ type: 'table', caption: 'Rates', header: ['', '2023'], rows: [['Left | right', '1,2']], source: 'Us' })
})
