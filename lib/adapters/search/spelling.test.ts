import { describe, expect, it } from 'vitest'
import { editDistance } from './spelling'

describe('how many changes lie between two words', () => {
  it.each([
    ['tariff', 'tariff', 0],
    ['tarrif', 'tariff', 2],
    ['lantren', 'lantern', 1],
    ['watr', 'water', 1],
    ['waterr', 'water', 1],
    ['wader', 'water', 1],
    ['abcdef', 'uvwxyz', null],
    ['short', 'muchlonger', null],
  ])('%s, %s: %s', (a, b, distance) => {
    expect(editDistance([...a], [...b], 2)).toBe(distance)
  })
})
