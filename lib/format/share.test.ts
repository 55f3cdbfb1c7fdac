import { describe, expect, it } from 'vitest'
import { preferOnGoogle, shareLinks } from './share'

describe('share links', () => {
  const url = 'https://news.example.org/world/a-b'
  for (const headline of ['Plain', 'Ten & eleven #1 say “no”?', 'پانی / 水 💧 + 100%']) {
    it(`carry “${headline}” whole`, () => {
      const links = Object.fromEntries(shareLinks(url, headline).map(({ name, href }) => [name, new URL(href)]))
      expect(links['WhatsApp']!.searchParams.get('text')).toBe(`${headline} ${url}`)
      expect(links['X']!.searchParams.get('text')).toBe(headline)
      expect(links['X']!.searchParams.get('url')).toBe(url)
      expect(links['Facebook']!.searchParams.get('u')).toBe(url)
      expect(links['LinkedIn']!.searchParams.get('url')).toBe(url)
      expect(links['Email']!.searchParams.get('subject')).toBe(headline)
      expect(links['Email']!.searchParams.get('body')).toBe(`${headline}\n\n${url}`)
    })
  }

  it('name the newsroom’s domain to Google', () => {
    expect(preferOnGoogle('https://news.example.org')).toBe('https://www.google.com/preferences/source?q=news.example.org')
  })
})
