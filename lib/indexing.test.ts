import { describe, expect, it } from 'vitest'
import { mayBeIndexed } from './indexing'

describe('whether search engines may list the site', () => {
  it.each([
    ['https://themeridian.news', true],
    ['https://news.themeridian.news', true],
    ['http://themeridian.news', false],
    ['https://localhost:3000', false],
    ['https://192.0.2.7', false],
    ['https://[2001:db8::1]', false],
    ['https://staging.local', false],
    ['https://news.example', false],
    ['https://example.org', false],
  ])('%s: %s, unless the operator says otherwise', (SITE_URL, isPublic) => {
    expect(mayBeIndexed({ SITE_URL, INDEXING: undefined })).toBe(isPublic)
    expect(mayBeIndexed({ SITE_URL, INDEXING: 'allow' })).toBe(true)
    expect(mayBeIndexed({ SITE_URL, INDEXING: 'deny' })).toBe(false)
  })
})
