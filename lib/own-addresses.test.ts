import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressProblem, isClosedAddress, isOwnAddress, spellAddress, spellPath } from './own-addresses'

describe('the one spelling of an address', () => {
  it.each([
    ['/World//South-Asia/', '/world/south-asia'],
    ['/', '/'],
    ['//', '/'],
    ['/%D9%85%D9%82%D8%A7%D9%84/', '/مقال'],
    ['/CAFE%CC%81', '/café'],
    ['/a%20b', '/a b'],
  ])('%s', (path, spelled) => expect(spellAddress(path)).toBe(spelled))

  it('is the same when spelled again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => spellPath(spellPath(`/${text}`)) === spellPath(`/${text}`)))
  })

  it('there is none of escapes that are not UTF-8', () => expect(() => spellAddress('/%E9t%E9')).toThrow(URIError))
})

describe('the site’s own addresses', () => {
  it.each(['/', '/search', '/latest', '/latest/page/2', '/corrections', '/archive', '/archive/2019/05', '/archive/2019/05/12', '/world/page/2', '/admin', '/admin/collections/stories', '/api/media/file/x.jpg', '/_next/static/x.js', '/preview/story/1', '/favicon.ico', '/icon.svg', '/styles/feed.css', '/robots.txt', '/ads.txt', '/0123456789abcdef.txt', '/.well-known/security.txt', '/sitemap.xml', '/news-sitemap.xml', '/sitemaps/sections.xml', '/share/1-abc-card.jpg', '/feed.xml', '/world/atom.xml', '/world/feed.json', '/world/a-story.md', '/wp-admin', '/wp-json/wp/v2/posts', '/wp-login.php', '/xmlrpc.php'])('%s is one', (path) => expect(isOwnAddress(path)).toBe(true))

  it.each(['/world', '/2019/05/a-story', '/archives/123', '/archive-of-everything', '/search-for-peace', '/iconic-places', '/admiral', '/media/a-story', '/author/omar', '/feed', '/about/team', '/page-two', '/old.html', '/مقال', '/wp-content/uploads/x.jpg', '/wp-rss2.php', '/apia'])('%s is none', (path) => expect(isOwnAddress(path)).toBe(false))
})

it.each([
  ['/wp-admin', true],
  ['/wp-content/plugins/x/y.js', true],
  ['/wp-content/uploads/x.jpg', false],
  ['/wp-cron.php', true],
  ['/wp-feed.php', false],
  ['/wp-administer', false],
])('nobody need look behind %s: %s', (path, closed) => expect(isClosedAddress(path)).toBe(closed))

describe('what cannot be a document’s address', () => {
  it.each([
    ['2019/05/a-story', 'Begin with a slash'],
    ['/a story', 'Leave out spaces'],
    ['/a?b=1', 'Leave out spaces, ?'],
    ['/a/../b', 'Leave out . and ..'],
    ['/A-Story', 'Write it as “/a-story”'],
    ['/a-story/', 'Write it as “/a-story”'],
    ['/%D9%85', 'Write it as “/م”'],
    ['/100%-true', 'Write % only'],
    ['/search', 'is an address of the site itself'],
    [`/${'a'.repeat(400)}`, '400 characters at most'],
  ])('%s', (path, problem) => expect(addressProblem(path)).toContain(problem))

  it.each(['/2019/05/a-story', '/مقال/أخبار', '/about/team', '/p'])('%s can', (path) => expect(addressProblem(path)).toBeNull())
})
