import { describe, expect, it } from 'vitest'
import { allMeta, firstMeta, lastMeta } from './meta'

const item = { meta: [['a', '1'], ['b', ''], ['a', '2'], ['__proto__', 'x']] as [string, string][] }

describe('the values of a key', () => {
  it.each([
    ['a', '1', '2', ['1', '2']],
    ['b', '', '', ['']],
    ['__proto__', 'x', 'x', ['x']],
    ['constructor', null, null, []],
  ])('%s', (key, first, last, all) => {
    expect([firstMeta(item, key), lastMeta(item, key), allMeta(item, key)]).toEqual([first, last, all])
  })
})
