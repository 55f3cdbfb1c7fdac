import { describe, expect, it } from 'vitest'
import { directionOf, tongueOf } from './tongue'

describe('words in another language', () => {
  it.each([['ur', 'rtl'], ['ur-PK', 'rtl'], ['AR', 'rtl'], ['en', 'ltr'], ['fr-FR', 'ltr'], ['arn', 'ltr']])('%s runs %s', (language, direction) => expect(directionOf(language)).toBe(direction))

  it('are marked with language and direction; those in the page’s own are not', () => {
    expect(tongueOf('ur', 'en')).toEqual({ lang: 'ur', dir: 'rtl' })
    expect(tongueOf('en', 'ur')).toEqual({ lang: 'en', dir: 'ltr' })
    expect(tongueOf('en', 'en')).toEqual({})
  })
})
