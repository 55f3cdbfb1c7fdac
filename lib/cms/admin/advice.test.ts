import { describe, expect, it } from 'vitest'
import { adviseLength, countLetters, cutAtWord, HEADLINE } from './advice'

describe('advice on length', () => {
  it.each([
    [0, '0 of about 80', 'empty'],
    [12, '12 of about 80', 'short'],
    [62, '62 of about 80', 'good'],
    [80, '80 of about 80', 'good'],
    [90, '90 of about 80', 'good'],
    [120, '120 of about 80', 'long'],
  ])('%i letters', (length, count, grade) => expect(adviseLength('x'.repeat(length), HEADLINE)).toMatchObject({ count, grade }))

  it('counts letters as people do', () => {
    expect(countLetters('  naïve 👩‍🚒 ')).toBe(7)
    expect(countLetters('پاکستان')).toBe(7)
  })
})

describe('cutting as search does', () => {
  it.each([
    ['short enough', 20, 'short enough'],
    ['The port opened again on Monday', 20, 'The port opened …'],
    ['The port opened, again on Monday', 16, 'The port opened …'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudampf …'],
    ['two\n lines', 20, 'two lines'],
  ])('%s', (text, limit, shown) => expect(cutAtWord(text, limit)).toBe(shown))
})
